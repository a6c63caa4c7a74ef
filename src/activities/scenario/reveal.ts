/** What a scenario's reveal shows: recommendation, votes, agreement, confidence, shift and reasons; in an anonymous session, only what gives nobody away. */
import { agreement } from "../../analysis/agreement.ts";
import { confidence } from "../../analysis/confidence.ts";
import { shift } from "../../analysis/shift.ts";
import { shuffle } from "../../analysis/shuffle.ts";
import { tally } from "../../analysis/tally.ts";
import type { Block } from "../../cards/card.ts";
import { countsOf } from "../../cards/chart.ts";
import { nameOf } from "../../cards/name-of.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { Collected, CollectedResponse, Linked } from "../activity.ts";
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
  return option === undefined ? id : plainText(parseInline(t.pick(option.label)));
};

const recommendationBlocks = ({ recommendation, ...content }: ScenarioContent, t: Translator): readonly Block[] => {
  const say = t.messages.scenario;
  if (recommendation === undefined) return [paragraph(say.noRecommendation)];
  const option = labelOf(content, recommendation.option, t);
  return [
    { type: "heading", text: [strong(say.recommendedIs({ option }))] },
    { type: "paragraph", text: parseInline(t.pick(recommendation.rationale)) },
  ];
};

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
  { rounds, anonymous }: Collected<ScenarioAnswer>,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const choices = rounds.map((responses) =>
    responses.map(({ participant, answer }) => ({ participant, choice: answer.choice })),
  );
  return choices.slice(1).flatMap((after, index): readonly Block[] => {
    const { stayed, moved } = shift(choices[index] ?? [], after);
    const inAll = moved.reduce((sum, { count }) => sum + count, 0);
    const responded = stayed + inAll;
    if (responded === 0 || (anonymous && responded < groupMin)) return [];
    const small = anonymous && moved.some(({ count }) => count < groupMin);
    const items = small
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

const reasonBlocks = (
  content: ScenarioContent,
  { rounds, anonymous, session }: Collected<ScenarioAnswer>,
  shownMax: number,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const last = rounds.at(-1) ?? [];
  const groups = content.options.flatMap(({ id }): readonly Block[] => {
    const group = last.filter(({ answer }) => answer.choice === id);
    if (group.length === 0) return [];
    const given = group.filter(({ answer }) => answer.reason !== "");
    const quotes = anonymous ? quotesWithoutNames(given, session) : given.map((response) => quoteWithName(response, t));
    const left = quotes.length - shownMax;
    return [
      { type: "note", text: [strong(say.reasonsOf({ option: labelOf(content, id, t), count: group.length }))] },
      ...quotes.slice(0, shownMax),
      ...(left > 0 ? [{ type: "note", text: words(say.moreReasons({ count: left })) } as const] : []),
    ];
  });
  return [{ type: "heading", text: words(say.reasonsTitle) }, ...groups];
};

const quoteWithName = ({ participant, answer }: CollectedResponse<ScenarioAnswer>, t: Translator): Block => ({
  type: "quote",
  text: words(answer.reason),
  by: [nameOf(participant, t)],
});

const quotesWithoutNames = (group: Responses, seed: string): readonly Block[] =>
  shuffle(
    group.map(({ answer }) => answer.reason),
    seed,
  ).map((reason) => ({ type: "quote", text: words(reason) }));
