/**
 * The decision-flow kind: everyone walks the flow alone, question by question, to a verdict. What
 * the reveal shows stands in decision-flow-reveal.ts.
 */
import type { Block } from "../../cards/card.ts";
import type { Field } from "../../cards/form.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, words } from "../../text/text.ts";
import type { Checked, Draft, FormContext, Questions } from "../asking.ts";
import { defineKind } from "../define-kind.ts";
import { type EarlierReason, readReason, reasonFields } from "../earlier-reason.ts";
import {
  type DecisionFlowAnswer,
  type DecisionFlowContent,
  decisionFlowAnswer,
  decisionFlowContent,
  whyLengthMax,
} from "./content.ts";
import { type Branch, branches, type Walked, walk } from "./graph.ts";
import { flowModel } from "./model.ts";
import { allReasons, outcomeOf, reveal } from "./reveal.ts";

type Node = DecisionFlowContent["nodes"][number];

const back = "back";
const fieldOf = (node: string): string => `node-${node}`;

const walkDraft = (content: DecisionFlowContent, draft: Draft): Walked<Node> =>
  walk(content, (node) => branches.find((branch) => branch === draft[fieldOf(node)]));

const form = (
  content: DecisionFlowContent,
  given: Draft,
  t: Translator,
  { pressed, earlier }: FormContext<DecisionFlowAnswer>,
): Questions => {
  const say = t.messages.decisionFlow;
  const last = pressed === back ? walkDraft(content, given).steps.at(-1)?.node.id : undefined;
  const draft = last === undefined ? given : { ...given, [fieldOf(last)]: undefined };
  const { steps, open, outcome } = walkDraft(content, draft);
  return {
    fields: [
      ...steps.map(({ node, answer }) => questionField(node, answer, t)),
      ...(open === undefined ? [] : [questionField(open, undefined, t)]),
      ...(outcome === undefined ? [] : whyFields(draft, earlierWhy(content, earlier, outcome), t)),
    ],
    outro:
      outcome === undefined
        ? [{ type: "note", text: words(say.answered({ count: steps.length })) }]
        : verdictBlocks(content, outcome, t),
    steps: steps.length === 0 ? [] : [{ id: back, label: say.back }],
  };
};

const questionField = ({ id, text, hint }: Node, answer: Branch | undefined, t: Translator): Field => ({
  type: "choice",
  id: fieldOf(id),
  label: plainText(parseInline(t.pick(text))),
  hint: hint === undefined ? undefined : plainText(parseInline(t.pick(hint))),
  required: true,
  redraws: true,
  options: branches.map((branch) => ({ id: branch, label: t.messages.decisionFlow.branches[branch] })),
  value: answer,
});

const whyFields = (draft: Draft, earlier: EarlierReason | undefined, t: Translator): readonly Field[] => {
  const say = t.messages.decisionFlow;
  const field = { id: "why", label: say.why, hint: say.whyHint, required: false, multiline: true } as const;
  return reasonFields({ ...field, lengthMax: whyLengthMax }, draft, earlier, t);
};

/** What was decisive before, and whether the path leads elsewhere now. */
const earlierWhy = (
  content: DecisionFlowContent,
  earlier: DecisionFlowAnswer | undefined,
  outcome: string | undefined,
): EarlierReason | undefined => {
  if (earlier === undefined || earlier.why === null) return undefined;
  return { text: earlier.why, changed: walk(content, (node) => earlier.answers[node]).outcome !== outcome };
};

const verdictBlocks = (content: DecisionFlowContent, id: string, t: Translator): readonly Block[] => {
  const outcome = outcomeOf(content, id, t);
  return [
    { type: "heading", text: [strong(t.messages.decisionFlow.verdictIs({ verdict: outcome.label }))] },
    { type: "paragraph", text: outcome.rationale },
  ];
};

const check = (
  content: DecisionFlowContent,
  draft: Draft,
  t: Translator,
  { earlier }: FormContext<DecisionFlowAnswer>,
): Checked<DecisionFlowAnswer> => {
  const say = t.messages.decisionFlow;
  const { steps, open, outcome } = walkDraft(content, draft);
  const { text: why, field } = readReason("why", draft, earlierWhy(content, earlier, outcome));
  const over = why.length - whyLengthMax;
  if (open !== undefined) return { type: "mistakes", mistakes: { [fieldOf(open.id)]: say.answerThis } };
  if (over > 0) return { type: "mistakes", mistakes: { [field]: say.whyTooLong({ over, max: whyLengthMax }) } };
  const answers = Object.fromEntries(steps.map(({ node, answer }) => [node.id, answer]));
  return { type: "answer", answer: { answers, why: why === "" ? null : why } };
};

export const decisionFlow = defineKind<DecisionFlowContent, DecisionFlowAnswer>({
  kind: "decision-flow",
  names: (t) => t.messages.decisionFlow.kind,
  content: decisionFlowContent,
  answer: decisionFlowAnswer,
  takesResponses: true,
  model: flowModel,
  links: () => [],
  title: (content, t) => parseInline(t.pick(content.title)),
  opening: (content, t) => [
    { type: "paragraph", text: parseInline(t.pick(content.intro)) },
    {
      type: "facts",
      facts: [
        {
          label: t.messages.decisionFlow.possibleVerdicts,
          values: content.outcomes.map(({ label }) => parseInline(t.pick(label))),
        },
      ],
    },
  ],
  options: () => [],
  form,
  check,
  draftOf: (_content, { answers, why }) => ({
    ...Object.fromEntries(Object.entries(answers).map(([node, answer]) => [fieldOf(node), answer])),
    why: why === null ? undefined : why,
  }),
  inShort: (content, { answers }, t) => {
    const { outcome } = walk(content, (node) => answers[node]);
    return outcome === undefined ? undefined : outcomeOf(content, outcome, t).label;
  },
  confirmation: (content, { answers }, t) => {
    const { outcome } = walk(content, (node) => answers[node]);
    return outcome === undefined ? [] : verdictBlocks(content, outcome, t);
  },
  reasons: (_content, { why }) => (why === null ? [] : [why]),
  withoutWords: (_content, answer) => ({ ...answer, why: null }),
  asked: (_content, t) => t.messages.decisionFlow.asked,
  showsSumsOnly: () => false,
  shareOnRecommendation: () => undefined,
  reveal,
  allReasons,
});
