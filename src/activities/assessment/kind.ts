/**
 * The assessment kind: everyone walks the guide on the team's own project, step by step, and
 * chooses last. What is asked stands in form.ts, what the reveal shows in reveal.ts.
 */
import { agreement } from "../../analysis/agreement.ts";
import { tally } from "../../analysis/tally.ts";
import type { Block, Fact } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { type Text, words } from "../../text/text.ts";
import { defineKind } from "../define-kind.ts";
import { labelOf } from "../label.ts";
import { unanimityFrom } from "../scenario/methods/method.ts";
import {
  type AssessmentAnswer,
  type AssessmentContent,
  assessmentAnswer,
  assessmentContent,
  keptContent,
} from "./content.ts";
import { factsOf } from "./facts.ts";
import { stepsOf } from "./fields.ts";
import { form } from "./form.ts";
import { comparedWith } from "./outcome.ts";
import { linksOf, withParts } from "./parts.ts";
import { flowPointers, optionLabel } from "./pointers.ts";
import { check, draftOf, mistakesIn } from "./read.ts";
import { allReasons, reveal } from "./reveal.ts";
import { completeProject } from "./setup.ts";

const titleOf = (content: AssessmentContent, t: Translator): Text =>
  content.project === undefined
    ? parseInline(t.pick(content.title))
    : words(t.messages.assessment.titleOf({ name: content.project.name }));

const openingOf = (content: AssessmentContent, t: Translator): readonly Block[] => {
  const facts = factsOf(content, t).map(({ label, value }): Fact => ({ label, values: [words(value)] }));
  return [
    { type: "paragraph", text: parseInline(t.pick(content.intro)) },
    ...(facts.length === 0 ? [] : [{ type: "facts", facts } as const]),
    ...(content.before === undefined ? [] : [{ type: "note", text: words(t.messages.assessment.again) } as const]),
  ];
};

const countsOf = ({ options }: AssessmentContent, answers: readonly AssessmentAnswer[]): readonly number[] =>
  tally(
    options.map(({ id }) => id),
    answers.map(({ choice }) => choice),
  ).map(({ count }) => count);

/** What one chose, and where their own path led. */
const receiptOf = (content: AssessmentContent, answer: AssessmentAnswer, t: Translator): readonly Block[] => {
  const path = flowPointers(content, answer.flow, t);
  const chosen = { label: t.messages.scenario.choice, values: [words(optionLabel(content, answer.choice, t))] };
  return [
    {
      type: "facts",
      facts: [chosen, ...(path.length === 0 ? [] : [{ label: t.messages.assessment.paths, values: path }])],
    },
  ];
};

export const assessment = defineKind<AssessmentContent, AssessmentAnswer>({
  kind: "assessment",
  names: (t) => t.messages.assessment.kind,
  content: assessmentContent,
  kept: keptContent,
  join: withParts,
  completing: completeProject,
  answer: assessmentAnswer,
  takesResponses: true,
  links: linksOf,
  title: titleOf,
  opening: openingOf,
  options: ({ options }, t) => options.map(({ id, label }) => ({ id, label: labelOf(label, t) })),
  buttons: (_content, t) => [{ label: t.messages.session.respond }],
  stepping: { ids: stepsOf, mistakesIn },
  form,
  check,
  draftOf,
  inShort: (content, { choice }, t) => optionLabel(content, choice, t),
  confirmation: receiptOf,
  reasons: (_content, { reason }) => (reason === "" ? [] : [reason]),
  withoutWords: (_content, answer) => ({ ...answer, reason: "" }),
  asked: (_content, t) => t.messages.assessment.asked,
  showsSumsOnly: () => false,
  shareOnRecommendation: () => undefined,
  agreement: (content, answers) => ({
    share: agreement(countsOf(content, answers)) ?? 0,
    tellFrom: unanimityFrom,
  }),
  again: comparedWith,
  reveal,
  allReasons,
});
