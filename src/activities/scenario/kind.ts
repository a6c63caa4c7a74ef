/**
 * The scenario kind: every participant chooses one option, says why and how sure they are. What the
 * reveal shows stands in scenario-reveal.ts.
 */
import type { Block, Fact } from "../../cards/card.ts";
import type { Field, FieldOption } from "../../cards/form.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { type Asked, type Checked, type Draft, defineKind, type Questions } from "../activity.ts";
import { type ContentText, inlineOf } from "../content-text.ts";
import { type EarlierReason, readReason, reasonFields } from "../earlier-reason.ts";
import {
  confidenceMax,
  confidenceMin,
  keptContent,
  reasonLengthMax,
  type ScenarioAnswer,
  type ScenarioContent,
  scenarioAnswer,
  scenarioContent,
} from "./content.ts";
import { linksOf } from "./models.ts";
import { ownQuestion } from "./own-question.ts";
import { allReasons, reveal } from "./reveal.ts";

const factsOf = (content: ScenarioContent, t: Translator): readonly Fact[] => {
  const say = t.messages.scenario;
  const fact = (label: string, texts: readonly ContentText[] = []): readonly Fact[] =>
    texts.length === 0 ? [] : [{ label, values: texts.map((text) => inlineOf(text, t)) }];
  return [
    ...fact(say.team, content.team && [content.team]),
    ...fact(say.requirements, content.requirements),
    ...fact(say.data, content.data),
    ...fact(say.budget, content.budget && [content.budget]),
  ];
};

const openingOf = (content: ScenarioContent, t: Translator): readonly Block[] => {
  const facts = factsOf(content, t);
  const asked = [content.background, content.question].flatMap((text) => text ?? []);
  return [
    ...(facts.length === 0 ? [] : [{ type: "facts", facts } as const]),
    ...asked.map((text) => ({ type: "paragraph", text: inlineOf(text, t) }) as const),
  ];
};

const optionsOf = (content: ScenarioContent, t: Translator): readonly FieldOption[] =>
  content.options.map(({ id, label, description }) => ({
    id,
    label: plainText(inlineOf(label, t)),
    ...(description === undefined ? {} : { description: plainText(inlineOf(description, t)) }),
  }));

const check = (
  content: ScenarioContent,
  draft: Draft,
  t: Translator,
  earlier?: ScenarioAnswer,
): Checked<ScenarioAnswer> => {
  const say = t.messages.scenario;
  const choice = content.options.find(({ id }) => id === draft.choice)?.id;
  const before = earlierReason(earlier, choice);
  const { text: reason, field } = readReason("reason", draft, before);
  const over = reason.length - reasonLengthMax;
  const confidence = parseConfidence(draft.confidence);
  const missing = before?.changed === true ? t.messages.session.earlierReason.missing : say.giveReason;
  const mistakes = {
    ...(choice === undefined ? { choice: say.chooseOne } : {}),
    ...(reason === "" && content.reasons === "required" ? { [field]: missing } : {}),
    ...(over > 0 ? { [field]: say.reasonTooLong({ over, max: reasonLengthMax }) } : {}),
    ...(confidence === undefined ? { confidence: say.badConfidence } : {}),
  };
  if (choice === undefined || confidence === undefined || Object.keys(mistakes).length > 0)
    return { type: "mistakes", mistakes };
  return { type: "answer", answer: { choice, reason, confidence } };
};

/** The reason that stands, and whether another option is chosen now. */
const earlierReason = (earlier: ScenarioAnswer | undefined, choice: string | undefined): EarlierReason | undefined =>
  earlier === undefined || earlier.reason === ""
    ? undefined
    : { text: earlier.reason, changed: choice !== undefined && choice !== earlier.choice };

/** Percent; null when left empty, undefined when it is no whole number from 50 to 100. */
const parseConfidence = (value: unknown): number | null | undefined => {
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" && /^\d{1,3}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= confidenceMin && number <= confidenceMax
    ? number
    : undefined;
};

const form = (content: ScenarioContent, draft: Draft, t: Translator, { earlier }: Asked<ScenarioAnswer>): Questions => {
  const say = t.messages.scenario;
  const chosen = content.options.find(({ id }) => id === draft.choice)?.id;
  const before = earlierReason(earlier, chosen);
  const confidence = parseConfidence(draft.confidence);
  // How sure somebody was of one option says nothing of another.
  const sure = before?.changed === true && confidence === earlier?.confidence ? undefined : confidence;
  const reason = {
    id: "reason",
    label: say.reason,
    hint: say.reasonHint,
    required: content.reasons === "required",
    multiline: true,
    lengthMax: reasonLengthMax,
  };
  const fields: readonly Field[] = [
    {
      type: "choice",
      id: "choice",
      label: say.choice,
      required: true,
      options: optionsOf(content, t),
      ...(earlier === undefined ? {} : { redraws: true }),
      ...(chosen === undefined ? {} : { value: chosen }),
    },
    ...(content.reasons === "none" ? [] : reasonFields(reason, draft, before, t)),
    {
      type: "number",
      id: "confidence",
      label: say.confidence,
      hint: say.confidenceHint,
      required: false,
      min: confidenceMin,
      max: confidenceMax,
      unit: "%",
      ...(typeof sure === "number" ? { value: sure } : {}),
    },
  ];
  return { fields };
};

export const scenario = defineKind<ScenarioContent, ScenarioAnswer>({
  kind: "scenario",
  names: (t) => t.messages.scenario.kind,
  content: scenarioContent,
  kept: keptContent,
  setup: ownQuestion,
  answer: scenarioAnswer,
  takesResponses: true,
  links: linksOf,
  title: (content, t) => inlineOf(content.title, t),
  opening: openingOf,
  options: optionsOf,
  form,
  check,
  draftOf: (_content, answer) => ({ ...answer }),
  inShort: (content, { choice }, t) => optionsOf(content, t).find(({ id }) => id === choice)?.label,
  confirmation: () => [],
  reasons: (_content, { reason }) => (reason === "" ? [] : [reason]),
  withoutWords: (_content, answer) => ({ ...answer, reason: "" }),
  asked: ({ reasons }, t) => (reasons === "none" ? t.messages.scenario.askedBare : t.messages.scenario.asked),
  isOnePress: ({ reasons }) => reasons === "none",
  showsSumsOnly: () => false,
  shareOnRecommendation: (content, answers) => {
    if (content.recommendation === undefined || answers.length === 0) return undefined;
    const { option } = content.recommendation;
    return answers.filter(({ choice }) => choice === option).length / answers.length;
  },
  reveal,
  allReasons,
});
