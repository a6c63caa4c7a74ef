/**
 * Fills in any form as somebody might who knows nothing of its kind: by its fields alone, asked
 * again until it asks nothing new.
 */
import type { Field, Form } from "../src/cards/form.ts";
import type { Origin, Reply } from "../src/requests/request.ts";
import type { Workshop } from "../src/workshop.ts";
import type { Chance } from "../testkit/chance.ts";

export type Values = Readonly<Record<string, unknown>>;

/** A number beyond this is left to the tests of arithmetic. */
const numberMax = 1_000;

const anyValue = (field: Field, chance: Chance, text: string): unknown => {
  switch (field.type) {
    case "choice":
      return chance.pick(field.options).id;
    case "choices":
      return field.options.filter(() => chance.next() < 0.5).map(({ id }) => id);
    case "text":
      return text.slice(0, field.lengthMax);
    case "number": {
      const most = Math.min(field.max, numberMax);
      return field.value === undefined || chance.next() < 0.5
        ? String(Math.max(1, Math.ceil(field.min)) + chance.below(Math.max(1, most - Math.max(1, field.min))))
        : String(field.value);
    }
    case "toggle":
      return chance.next() < 0.5;
    case "date":
      return "2026-12-24";
    case "person":
      return "";
    case "people":
      return [];
    default:
      return field satisfies never;
  }
};

/**
 * Values for every field of the form; `text` goes into each that takes text. What stands in `given`
 * stays.
 */
export const fillIn = (form: Form, chance: Chance, text: string, given: Values = {}): Values =>
  Object.fromEntries(form.fields.map((field) => [field.id, given[field.id] ?? anyValue(field, chance, text)] as const));

const stepsMax = 30;

/** Whether every field of the form is filled in. */
export const isFilled = (form: Form, values: Values): boolean => form.fields.every(({ id }) => id in values);

/** Opens the response form of a session's open round, fills it in and submits it. */
export const respondAnyhow = async (
  workshop: Workshop,
  origin: (intent?: string) => Origin,
  session: { readonly id: string; readonly round: number },
  chance: Chance,
  text: string,
): Promise<Reply> => {
  let asked = await workshop.press(origin(), `respond:${session.id}:${session.round}`);
  // An answer in steps asks for the next one with each that is sent.
  for (let stage = 0; asked.type === "form" && stage < stepsMax; stage += 1) {
    let values: Values = {};
    for (let step = 0; asked.type === "form" && step < stepsMax; step += 1) {
      if (step > 0 && isFilled(asked.form, values)) break;
      values = fillIn(asked.form, chance, text, values);
      asked = await workshop.redraw(origin(), asked.form.token, values, undefined);
    }
    if (asked.type === "form") asked = await workshop.submit(origin(), asked.form.token, values);
  }
  return asked;
};
