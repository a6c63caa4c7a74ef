/**
 * What the votes of a round amount to: who leads, the chart, how far people agree, and how many
 * can't judge.
 */
import { confidence } from "../../analysis/confidence.ts";
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { strong, type Text, words } from "../../text/text.ts";
import type { Collected, CollectedResponse } from "../activity.ts";
import { ballotOf, methodOf } from "./ballot.ts";
import { isNoVote, type ScenarioAnswer, type ScenarioContent } from "./content.ts";
import { idsIn, labelIn } from "./methods/method.ts";

export type Responses = readonly CollectedResponse<ScenarioAnswer>[];

export const paragraph = (sentence: string): Block => ({ type: "paragraph", text: words(sentence) });

/** The answers that count as votes. */
export const votesIn = (content: ScenarioContent, responses: Responses): readonly ScenarioAnswer[] =>
  responses.map(({ answer }) => answer).filter(methodOf(content).takes);

export const voteBlocks = (
  content: ScenarioContent,
  responses: Responses,
  { anonymous }: Pick<Collected<ScenarioAnswer>, "anonymous">,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const votes = votesIn(content, responses);
  const cannot = noVoteBlocks(responses, t);
  if (votes.length === 0) return [paragraph(t.messages.methods.nobodyJudged), ...cannot];
  if (anonymous && votes.length < groupMin) return [paragraph(say.tooFew({ count: votes.length })), ...cannot];
  const ballot = ballotOf(content, t);
  const { headline, chart, details, agreement } = methodOf(content).result(ballot, votes, t);
  const { unit, scale, figures } = chart;
  const bars = figures.map(({ option, value, figure }, colour) => ({
    label: labelIn(ballot, option),
    value,
    figure,
    colour,
    mark: option === content.recommendation?.option ? say.recommended : undefined,
  }));
  return [
    { type: "paragraph", text: [strong(headline)] },
    { type: "chart", chart: { title: say.chartTitle, unit, scale, bars } },
    ...(agreement === undefined ? [] : [paragraph(agreement)]),
    ...cannot,
    ...details,
    ...confidenceBlocks(content, votes, anonymous, t),
  ];
};

const noVoteBlocks = (responses: Responses, t: Translator): readonly Block[] => {
  const count = responses.filter(({ answer }) => isNoVote(answer)).length;
  return count === 0 ? [] : [paragraph(t.messages.methods.cannotJudge.counted({ count }))];
};

const confidenceBlocks = (
  content: ScenarioContent,
  votes: readonly ScenarioAnswer[],
  anonymous: boolean,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const method = methodOf(content);
  const ballot = ballotOf(content, t);
  const means = (sureOf: (vote: ScenarioAnswer) => number | null | undefined, sentence: typeof say.confidenceOf) => {
    const sure = votes.flatMap((vote) => {
      const choice = method.choiceOf(vote);
      return choice === undefined ? [] : [{ choice, confidence: sureOf(vote) ?? null }];
    });
    return confidence(idsIn(ballot), sure).flatMap(({ option, mean, given }): Text[] => {
      if (mean === undefined || (anonymous && given < groupMin)) return [];
      return [words(sentence({ option: labelIn(ballot, option), mean: t.percent(mean / 100), given }))];
    });
  };
  // Two scales are never added up.
  const items = [
    ...means(({ chance }) => chance, say.confidenceOf),
    ...means((vote) => vote.confidence, say.confidenceBefore),
  ];
  if (items.length === 0) return [];
  return [
    { type: "note", text: words(say.confidenceTitle) },
    { type: "list", ordered: false, items },
  ];
};
