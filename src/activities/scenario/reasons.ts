/**
 * The reasons of the last round, by the option they were given for where each takes one; in an
 * anonymous session, only what gives nobody away.
 */
import { shuffle } from "../../analysis/shuffle.ts";
import type { Block } from "../../cards/card.ts";
import { signedBy } from "../../cards/name-of.ts";
import type { Translator } from "../../i18n/translator.ts";
import { cut } from "../../text/cut.ts";
import { plain, strong, words } from "../../text/text.ts";
import type { Collected, CollectedResponse } from "../activity.ts";
import { ballotOf, methodOf } from "./ballot.ts";
import { isNoVote, type ScenarioAnswer, type ScenarioContent } from "./content.ts";
import { idsIn, labelIn } from "./methods/method.ts";
import type { Responses } from "./votes.ts";

/** So long may stand behind a name what its owner answered. */
const shortLengthMax = 120;

/** What a participant gave as reasons. */
export const reasonsIn = (content: ScenarioContent, answer: ScenarioAnswer): readonly string[] => [
  ...(answer.reason === "" ? [] : [answer.reason]),
  ...methodOf(content).wordsOf(answer),
];

export const reasonBlocks = (
  content: ScenarioContent,
  collected: Collected<ScenarioAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const { rounds, seen } = collected;
  const say = t.messages.scenario;
  const last = rounds.at(-1) ?? [];
  const given = last.filter(({ participant, answer }) => {
    const reasons = reasonsIn(content, answer);
    return reasons.length > 0 && reasons.every((reason) => seen.mayShowReason(participant, reason));
  });
  if (content.reasons === "none" && given.length === 0) return [];
  const heading = { type: "heading", text: words(say.reasonsTitle) } as const;
  const all = shownMax * Math.max(1, content.options.length);
  if (!seen.mayShowReasonsByChoice) {
    const apart = { type: "note", text: words(say.reasonsApart) } as const;
    return [heading, apart, ...cutTo(quotesOf(content, given, collected, t), all, t)];
  }
  if (!methodOf(content).isPick) {
    const quotes = cutTo(quotesOf(content, given, collected, t), all, t);
    return quotes.length === 0 ? [] : [heading, ...quotes];
  }
  return [heading, ...groupBlocks(content, last, given, collected, shownMax, t)];
};

const groupBlocks = (
  content: ScenarioContent,
  last: Responses,
  given: Responses,
  collected: Collected<ScenarioAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const method = methodOf(content);
  const ballot = ballotOf(content, t);
  const group = (title: (count: number) => string, isOf: (answer: ScenarioAnswer) => boolean): readonly Block[] => {
    const count = last.filter(({ answer }) => isOf(answer)).length;
    if (count === 0) return [];
    const quotes = quotesOf(
      content,
      given.filter(({ answer }) => isOf(answer)),
      collected,
      t,
    );
    return [{ type: "note", text: [strong(title(count))] }, ...cutTo(quotes, shownMax, t)];
  };
  const options = method.reasonsFrom ?? idsIn(ballot);
  return [
    ...options.flatMap((id) =>
      group(
        (count) => say.reasonsOf({ option: labelIn(ballot, id), count }),
        (answer) => method.choiceOf(answer) === id,
      ),
    ),
    ...group((count) => t.messages.methods.cannotJudge.reasonsOf({ count }), isNoVote),
  ];
};

/** The first of them, and how many are left out. */
const cutTo = (quotes: readonly Block[], shownMax: number, t: Translator): readonly Block[] => {
  const left = quotes.length - shownMax;
  const more = words(t.messages.scenario.moreReasons({ count: left }));
  return [...quotes.slice(0, shownMax), ...(left > 0 ? [{ type: "note", text: more } as const] : [])];
};

const quotesOf = (
  content: ScenarioContent,
  group: Responses,
  { anonymous, session }: Collected<ScenarioAnswer>,
  t: Translator,
): readonly Block[] => {
  if (!anonymous) return group.map((response) => quoteWithName(content, response, t));
  const texts = group.map(({ answer }) => textOf(content, answer, t));
  return shuffle(texts, session).map((text) => ({ type: "quote", text: words(text) }));
};

const textOf = (content: ScenarioContent, answer: ScenarioAnswer, t: Translator): string => {
  const { wordsOf, leadOf } = methodOf(content);
  const more = wordsOf(answer).map((text) => (leadOf === undefined ? text : `${leadOf(t)}: ${text}`));
  return [answer.reason, ...more].filter((text) => text !== "").join("\n");
};

const quoteWithName = (content: ScenarioContent, response: CollectedResponse<ScenarioAnswer>, t: Translator): Block => {
  const method = methodOf(content);
  // Where reasons stand by option, that says it already.
  const short = method.isPick ? undefined : shortOf(content, response.answer, t);
  return {
    type: "quote",
    text: words(textOf(content, response.answer, t)),
    by: [...signedBy(response, t), ...(short === undefined ? [] : [plain(` · ${cut(short, shortLengthMax)}`)])],
  };
};

/** What was answered in a few words, a vote or none. */
export const shortOf = (content: ScenarioContent, answer: ScenarioAnswer, t: Translator): string | undefined =>
  isNoVote(answer) ? t.messages.methods.cannotJudge.option : methodOf(content).inShort(ballotOf(content, t), answer, t);
