/**
 * Makes a form shorter, step by step, for the longest that a pack allows: what was filled in always
 * stays whole.
 */

import type { Field, Form } from "../../../src/cards/form.ts";
import { cut } from "../../../src/text/cut.ts";

/** Lengths in UTF-16 code units. Hints go first, then labels are cut. */
const steps = [
  { labelMax: 300, optionMax: 200 },
  { labelMax: 80, optionMax: 40 },
  { labelMax: 40, optionMax: 16 },
] as const;

type Step = (typeof steps)[number];

/** The form as it is, then ever shorter. */
export const tightened = (form: Form): readonly [Form, ...Form[]] => [
  form,
  ...steps.map((step): Form => ({ ...form, fields: form.fields.map((field) => tighten(field, step)) })),
];

const tighten = (field: Field, step: Step): Field => {
  const { hint: _, ...bare } = field;
  const short = { ...bare, label: cut(field.label, step.labelMax) };
  if (short.type !== "choice" && short.type !== "choices") return short;
  // What an option is described by stands on the ballot too.
  const options = short.options.map(({ id, label }) => ({ id, label: cut(label, step.optionMax) }));
  return { ...short, options };
};
