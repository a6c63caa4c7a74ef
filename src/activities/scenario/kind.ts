/**
 * The scenario kind: every participant answers by the question's method, says why and how sure they
 * are. What the form asks stands in form.ts, what the reveal shows in reveal.ts.
 */
import type { Block, Fact } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { words } from "../../text/text.ts";
import type { BallotButton } from "../asking.ts";
import { type ContentText, inlineOf } from "../content-text.ts";
import { defineKind } from "../define-kind.ts";
import { amendedBlocks, amendProposal } from "./amend-proposal.ts";
import { ballotOf, methodOf } from "./ballot.ts";
import {
  isNoVote,
  keptContent,
  type ScenarioAnswer,
  type ScenarioContent,
  scenarioAnswer,
  scenarioContent,
} from "./content.ts";
import { figureOf } from "./figure.ts";
import { check, draftOf, form, isOnePress, noVoteButton, pressed } from "./form.ts";
import { mendQuestion } from "./mend-question.ts";
import { linksOf } from "./models.ts";
import { ownQuestion } from "./own-question.ts";
import { reasonsIn, shortOf } from "./reasons.ts";
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
  const { source: url } = content;
  const link = { type: "link", text: t.messages.scenario.own.source } as const;
  return [
    ...amendedBlocks(content, t),
    ...(facts.length === 0 ? [] : [{ type: "facts", facts } as const]),
    ...asked.map((text) => ({ type: "paragraph", text: inlineOf(text, t) }) as const),
    ...(url === undefined ? [] : [{ type: "note", text: [{ ...link, url }] } as const]),
  ];
};

/** What stands on the ballot to be pressed; without a button an option, a form asks for all. */
const buttonsOf = (content: ScenarioContent, t: Translator): readonly BallotButton[] => {
  const cannot = noVoteButton(t);
  if (!methodOf(content).isPressed) return [{ label: t.messages.session.respond }, cannot];
  return [...ballotOf(content, t).options.map(({ id, label }) => ({ label, option: id })), cannot];
};

/** What was answered, a line a thing. */
const receiptOf = (content: ScenarioContent, answer: ScenarioAnswer, t: Translator): readonly Block[] => {
  const { receipt: label, cannotJudge: say } = t.messages.methods;
  const values = isNoVote(answer) ? [words(say.option)] : methodOf(content).receipt(ballotOf(content, t), answer, t);
  return values.length === 0 ? [] : [{ type: "facts", facts: [{ label, values }] }];
};

/** Of those who voted, how far they agree; where nobody did, the case is clear to nobody. */
const agreementOf = (content: ScenarioContent, answers: readonly ScenarioAnswer[]) => {
  const method = methodOf(content);
  const options = content.options.map(({ id }) => id);
  const votes = answers.filter(method.takes);
  return { share: method.agreement(options, votes) ?? 0, tellFrom: method.advisedFrom(options.length) };
};

export const scenario = defineKind<ScenarioContent, ScenarioAnswer>({
  kind: "scenario",
  names: (t) => t.messages.scenario.kind,
  content: scenarioContent,
  kept: keptContent,
  setup: ownQuestion,
  mending: mendQuestion,
  amending: amendProposal,
  answer: scenarioAnswer,
  takesResponses: true,
  links: linksOf,
  title: (content, t) => inlineOf(content.title, t),
  opening: openingOf,
  options: (content, t) => ballotOf(content, t).options,
  buttons: buttonsOf,
  pressed,
  form,
  check,
  draftOf,
  inShort: shortOf,
  confirmation: receiptOf,
  reasons: reasonsIn,
  withoutWords: (content, answer) => methodOf(content).withoutWords(answer),
  asked: (content, t) => methodOf(content).asked({ bare: content.reasons === "none" }, t),
  isOnePress,
  showsSumsOnly: () => false,
  shareOnRecommendation: (content, answers) => {
    if (content.recommendation === undefined || answers.length === 0) return undefined;
    const { option } = content.recommendation;
    const { prefers } = methodOf(content);
    return answers.filter((answer) => prefers(answer, option)).length / answers.length;
  },
  agreement: agreementOf,
  backing: (content, option, answers) => {
    const { takes, prefers } = methodOf(content);
    const votes = answers.filter(takes);
    return { for: votes.filter((answer) => prefers(answer, option)).length, of: votes.length };
  },
  figure: figureOf,
  reveal,
  allReasons,
});
