/**
 * What a scenario's reveal shows: recommendation, votes, agreement, confidence, shift and reasons;
 * in an anonymous session, only what gives nobody away.
 */
import { agreement } from "../../analysis/agreement.ts";
import { confidence } from "../../analysis/confidence.ts";
import { type Choice, shift } from "../../analysis/shift.ts";
import { shuffle } from "../../analysis/shuffle.ts";
import { tally } from "../../analysis/tally.ts";
import type { Block } from "../../cards/card.ts";
import { countsOf } from "../../cards/chart.ts";
import { signedBy } from "../../cards/name-of.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { hidesEveryone, type Seen } from "../../session/told-apart.ts";
import { groupMin } from "../../session/visibility.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { Collected, CollectedResponse, Linked } from "../activity.ts";
import { inlineOf } from "../content-text.ts";
import type { ScenarioAnswer, ScenarioContent } from "./content.ts";
import { modelBlocks, seeAlsoBlocks } from "./models.ts";

/** So many reasons of an option stand in the reveal itself; the rest is a click away. */
const reasonsShownMax = 3;

type Responses = readonly CollectedResponse<ScenarioAnswer>[];

const paragraph = (sentence: string): Block => ({ type: "paragraph", text: words(sentence) });

export const reveal = (
  content: ScenarioContent,
  collected: Collected<ScenarioAnswer>,
  t: Translator,
  linked: Linked,
): readonly Block[] => [
  ...recommendationBlocks(content, t),
  ...teamBlocks(content, collected, t),
  ...modelBlocks(content, linked, t),
  ...seeAlsoBlocks(content, linked, t),
];

/** What the team's responses amount to. */
const teamBlocks = (
  content: ScenarioContent,
  collected: Collected<ScenarioAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const last = collected.rounds.at(-1) ?? [];
  if (last.length === 0) return [paragraph(say.nobody)];
  if (isTooFew(collected)) return [paragraph(say.tooFew({ count: last.length }))];
  return [
    ...voteBlocks(content, last, t),
    ...confidenceBlocks(content, last, collected.anonymous, t),
    ...shiftBlocks(content, collected, t),
    ...reasonBlocks(content, collected, reasonsShownMax, t),
  ];
};

export const allReasons = (
  content: ScenarioContent,
  collected: Collected<ScenarioAnswer>,
  t: Translator,
): readonly Block[] =>
  isTooFew(collected)
    ? [paragraph(t.messages.scenario.tooFew({ count: collected.rounds.at(-1)?.length ?? 0 }))]
    : reasonBlocks(content, collected, Number.POSITIVE_INFINITY, t);

const isTooFew = ({ anonymous, rounds }: Collected<ScenarioAnswer>): boolean =>
  anonymous && (rounds.at(-1)?.length ?? 0) < groupMin;

const labelOf = (content: ScenarioContent, id: string, t: Translator): string => {
  const option = content.options.find((candidate) => candidate.id === id);
  return option === undefined ? id : plainText(inlineOf(option.label, t));
};

const recommendationBlocks = ({ recommendation, ...content }: ScenarioContent, t: Translator): readonly Block[] => {
  const say = t.messages.scenario;
  if (recommendation === undefined) return isOwn(content) ? [] : [paragraph(say.noRecommendation)];
  const option = labelOf(content, recommendation.option, t);
  return [
    { type: "heading", text: [strong(say.recommendedIs({ option }))] },
    { type: "paragraph", text: inlineOf(recommendation.rationale, t) },
  ];
};

/** Nobody expects an official answer to a question of the team's own. */
const isOwn = ({ title }: Pick<ScenarioContent, "title">): boolean => "typed" in title;

const voteBlocks = (content: ScenarioContent, responses: Responses, t: Translator): readonly Block[] => {
  const say = t.messages.scenario;
  const options = content.options.map(({ id }) => id);
  const counts = tally(
    options,
    responses.map(({ answer }) => answer.choice),
  );
  const agreed = agreement(counts.map(({ count }) => count));
  const bars = counts.map(({ option, count, share }, colour) => ({
    label: labelOf(content, option, t),
    value: count,
    figure: say.figure({ count, percent: t.percent(share) }),
    colour,
    ...(option === content.recommendation?.option ? { mark: say.recommended } : {}),
  }));
  return [
    { type: "chart", chart: { title: say.chartTitle, unit: say.unit, scale: countsOf(responses.length), bars } },
    ...(agreed === undefined
      ? []
      : [paragraph(agreed === 1 ? say.unanimous : say.agreement({ percent: t.percent(agreed) }))]),
  ];
};

const confidenceBlocks = (
  content: ScenarioContent,
  responses: Responses,
  anonymous: boolean,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const options = content.options.map(({ id }) => id);
  const answers = responses.map(({ answer }) => answer);
  const items = confidence(options, answers).flatMap(({ option, mean, given }): Text[] => {
    if (mean === undefined || (anonymous && given < groupMin)) return [];
    return [words(say.confidenceOf({ option: labelOf(content, option, t), mean: t.percent(mean / 100), given }))];
  });
  if (items.length === 0) return [];
  return [
    { type: "note", text: words(say.confidenceTitle) },
    { type: "list", ordered: false, items },
  ];
};

const shiftBlocks = (
  content: ScenarioContent,
  { rounds, anonymous, seen }: Collected<ScenarioAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const choices = rounds.map((responses) =>
    responses.map(({ participant, answer }) => ({ participant, choice: answer.choice })),
  );
  const steps = choices.slice(1).map((after, index) => shift(choices[index] ?? [], after));
  if (steps.every(({ stayed, moved }) => stayed === 0 && moved.length === 0)) return [];
  const detail = anonymous ? shiftDetail(choices, seen) : "moves";
  if (detail === "none") return [{ type: "note", text: words(say.shiftWithheld) }];
  return steps.flatMap(({ stayed, moved }, index): readonly Block[] => {
    const inAll = moved.reduce((sum, { count }) => sum + count, 0);
    if (stayed + inAll === 0) return [];
    const items =
      detail === "sums" && inAll > 0
        ? [say.movedInAll({ count: inAll })]
        : moved.map(({ from, to, count }) =>
            say.moved({ count, from: labelOf(content, from, t), to: labelOf(content, to, t) }),
          );
    const title = say.shiftTitle({ from: index + 1, to: index + 2 });
    return [
      { type: "note", text: words(title) },
      { type: "list", ordered: false, items: [...items, say.stayed({ count: stayed })].map(words) },
    ];
  });
};

/**
 * How far an anonymous session may tell how opinion moved: from what to what, only how many, or
 * nothing.
 */
const shiftDetail = (choices: readonly (readonly Choice[])[], { marksOf }: Seen): "moves" | "sums" | "none" => {
  const found = choices.map((round) => new Map(round.map(({ participant, choice }) => [participant, choice])));
  const paths = (choices.at(-1) ?? []).map(({ participant }) => ({
    marks: marksOf(participant),
    path: found.map((round) => round.get(participant)),
  }));
  /** What one is seen to have done at each step, in more or fewer words. */
  const hides = (stepOf: (from: string, to: string) => string): boolean =>
    hidesEveryone(
      paths.map(({ marks, path }) => [
        ...marks,
        ...path.slice(1).map((to, index) => {
          const from = path[index];
          if (from === undefined || to === undefined) return "";
          return from === to ? "stayed" : stepOf(from, to);
        }),
      ]),
    );
  if (hides((from, to) => `${from}>${to}`)) return "moves";
  return hides(() => "moved") ? "sums" : "none";
};

const reasonBlocks = (
  content: ScenarioContent,
  { rounds, anonymous, session, seen }: Collected<ScenarioAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  if (content.reasons === "none") return [];
  const last = rounds.at(-1) ?? [];
  const given = last.filter(
    ({ participant, answer }) => answer.reason !== "" && seen.mayShowReason(participant, answer.reason),
  );
  const quotesOf = (group: Responses): readonly Block[] =>
    anonymous ? quotesWithoutNames(group, session) : group.map((response) => quoteWithName(response, t));
  if (!seen.mayShowReasonsByChoice) {
    const apart = { type: "note", text: words(say.reasonsApart) } as const;
    const bare = cutTo(quotesOf(given), shownMax * content.options.length, t);
    return [{ type: "heading", text: words(say.reasonsTitle) }, apart, ...bare];
  }
  const groups = content.options.flatMap(({ id }): readonly Block[] => {
    const count = last.filter(({ answer }) => answer.choice === id).length;
    if (count === 0) return [];
    const quotes = quotesOf(given.filter(({ answer }) => answer.choice === id));
    return [
      { type: "note", text: [strong(say.reasonsOf({ option: labelOf(content, id, t), count }))] },
      ...cutTo(quotes, shownMax, t),
    ];
  });
  return [{ type: "heading", text: words(say.reasonsTitle) }, ...groups];
};

/** The first of them, and how many are left out. */
const cutTo = (quotes: readonly Block[], shownMax: number, t: Translator): readonly Block[] => {
  const left = quotes.length - shownMax;
  const more = words(t.messages.scenario.moreReasons({ count: left }));
  return [...quotes.slice(0, shownMax), ...(left > 0 ? [{ type: "note", text: more } as const] : [])];
};

const quoteWithName = (response: CollectedResponse<ScenarioAnswer>, t: Translator): Block => ({
  type: "quote",
  text: words(response.answer.reason),
  by: signedBy(response, t),
});

const quotesWithoutNames = (group: Responses, seed: string): readonly Block[] =>
  shuffle(
    group.map(({ answer }) => answer.reason),
    seed,
  ).map((reason) => ({ type: "quote", text: words(reason) }));
