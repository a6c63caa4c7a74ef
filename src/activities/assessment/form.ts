/**
 * The form of an assessment, a step at a time: the facts, every question of the flow, the
 * checklists, the figures, and last the choice.
 */
import { guessAmong } from "../../analysis/confidence.ts";
import type { Block } from "../../cards/card.ts";
import type { Field } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { join, strong, words } from "../../text/text.ts";
import type { Draft, FormContext, Questions } from "../asking.ts";
import { chanceInput, parsePercent } from "../chance.ts";
import { verdicts } from "../checklist/content.ts";
import { branches } from "../decision-flow/graph.ts";
import { typed } from "../draft.ts";
import { labelOf } from "../label.ts";
import { form as figuresForm } from "../roi/form.ts";
import { type AssessmentAnswer, type AssessmentContent, factVerdicts, reasonLengthMax } from "./content.ts";
import { factsOf } from "./facts.ts";
import { factField, figureField, figuresIn, itemField, listOf, questionField, questionsOf, stepsOf } from "./fields.ts";
import { partsOf } from "./parts.ts";
import { pointerFacts } from "./pointers.ts";

export const form = (
  content: AssessmentContent,
  draft: Draft,
  t: Translator,
  { pressed, step = stepsOf(content)[0] }: FormContext<AssessmentAnswer>,
): Questions => {
  const list = listOf(content, step ?? "");
  if (list !== undefined) return listQuestions(content, list, draft, t);
  switch (step) {
    case "facts":
      return factQuestions(content, draft, t);
    case "figures":
      return figureQuestions(content, draft, t, pressed);
    case "choice":
      return choiceQuestions(content, draft, t, pressed);
    default:
      return flowQuestions(content, draft, t);
  }
};

const lead = (title: string, hint: string): readonly Block[] => [
  { type: "heading", text: [strong(title)] },
  { type: "note", text: words(hint) },
];

/** One of a few short answers. */
const chips = (
  { id, label, hint }: { readonly id: string; readonly label: string; readonly hint?: string | undefined },
  options: readonly { readonly id: string; readonly label: string }[],
  draft: Draft,
): Field => ({
  type: "choice",
  id,
  label,
  hint,
  required: true,
  short: true,
  options,
  value: options.find((option) => option.id === draft[id])?.id,
});

const factQuestions = (content: AssessmentContent, draft: Draft, t: Translator): Questions => {
  const say = t.messages.assessment;
  const options = factVerdicts.map((id) => ({ id, label: say.factVerdicts[id] }));
  return {
    intro: lead(say.factsTitle, say.factsHint),
    fields: factsOf(content, t).map(({ id, label, value }) =>
      chips({ id: factField(id), label: `${label}: ${value}` }, options, draft),
    ),
  };
};

const flowQuestions = (content: AssessmentContent, draft: Draft, t: Translator): Questions => {
  const say = t.messages.assessment;
  const options = branches.map((id) => ({ id, label: t.messages.decisionFlow.branches[id] }));
  return {
    intro: lead(labelOf(partsOf(content).flow.title, t), say.flowHint),
    fields: questionsOf(content).map(({ id, text, hint }) =>
      chips(
        { id: questionField(id), label: labelOf(text, t), hint: hint === undefined ? undefined : labelOf(hint, t) },
        options,
        draft,
      ),
    ),
  };
};

const listQuestions = (content: AssessmentContent, list: number, draft: Draft, t: Translator): Questions => {
  const checklist = partsOf(content).checklists[list];
  const options = verdicts.map((id) => ({ id, label: t.messages.checklist.answers[id] }));
  if (checklist === undefined) return { fields: [] };
  return {
    intro: lead(labelOf(checklist.title, t), labelOf(checklist.intro, t)),
    fields: checklist.items.map(({ id, label, description }, index) =>
      chips(
        {
          id: itemField(list, id),
          label: `${index + 1}. ${labelOf(label, t)}`,
          hint: description === undefined ? undefined : labelOf(description, t),
        },
        options,
        draft,
      ),
    ),
  };
};

const figureQuestions = (
  content: AssessmentContent,
  draft: Draft,
  t: Translator,
  pressed: string | undefined,
): Questions => {
  const say = t.messages.assessment;
  const { fields, ...asked } = figuresForm(partsOf(content).roi, figuresIn(draft), t, { pressed });
  return {
    ...asked,
    intro: lead(say.figuresTitle, say.figuresHint),
    fields: fields.map((field) => ({ ...field, id: figureField(field.id) })),
  };
};

const choiceQuestions = (
  content: AssessmentContent,
  draft: Draft,
  t: Translator,
  pressed: string | undefined,
): Questions => {
  const say = t.messages.assessment;
  const { scenario } = t.messages;
  const options = content.options.map(({ id, label }) => ({ id, label: labelOf(label, t) }));
  return {
    intro: [
      ...lead(say.choiceTitle, say.choiceHint),
      {
        type: "list",
        ordered: false,
        items: pointerFacts(content, draft, t).map(({ label, values }) => [
          strong(`${label}: `),
          ...join(values, " · "),
        ]),
      },
    ],
    fields: [
      {
        type: "choice",
        id: "choice",
        label: scenario.choice,
        required: true,
        options,
        value: options.find(({ id }) => id === draft.choice)?.id,
      },
      {
        type: "text",
        id: "reason",
        label: scenario.reason,
        hint: scenario.reasonHint,
        required: true,
        multiline: true,
        lengthMax: reasonLengthMax,
        value: typed(draft, "reason"),
      },
      chanceInput(
        {
          count: options.length,
          hint: scenario.confidenceHint({ options: options.length, guess: guessAmong(options.length) }),
          value: parsePercent(draft.chance, 0),
          pressed,
        },
        t,
      ),
    ],
  };
};
