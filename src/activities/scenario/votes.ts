/**
 * What the votes of a round amount to: who leads, the chart, how far people agree, and how many
 * can't judge.
 */
import { agreementWord } from "../../analysis/agreement.ts";
import { confidence } from "../../analysis/confidence.ts";
import { surprisinglyPopular } from "../../analysis/surprisingly-popular.ts";
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { strong, words } from "../../text/text.ts";
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
  const method = methodOf(content);
  const { headline, chart, details, agreement } = method.result(ballot, votes, t);
  const { unit, scale, figures } = chart;
  const agreed = method.agreement(idsIn(ballot), votes);
  const sure = new Map(meansOf(content, votes, anonymous, ({ chance }) => chance).map((mean) => [mean.option, mean]));
  const bars = figures.map(({ option, value, figure }, colour) => ({
    label: labelIn(ballot, option),
    value,
    figure: joined([figure, sureOf(sure.get(option), t)]),
    tick: sure.get(option)?.share,
    colour,
    mark: option === content.recommendation?.option ? say.recommended : undefined,
  }));
  return [
    { type: "paragraph", text: [strong(headline)] },
    { type: "chart", chart: { title: say.chartTitle, unit, scale, bars } },
    ...(agreement === undefined
      ? []
      : [paragraph(joined([agreement, agreed === undefined ? undefined : say.agreementWords[agreementWord(agreed)]]))]),
    ...foreseenBlocks(content, votes, t),
    ...cannot,
    ...details,
    ...confidenceBlocks(content, votes, anonymous, t),
  ];
};

/** What was chosen more often than those who chose it foresaw. */
const foreseenBlocks = (
  content: ScenarioContent,
  votes: readonly ScenarioAnswer[],
  t: Translator,
): readonly Block[] => {
  const { choiceOf } = methodOf(content);
  const ballot = ballotOf(content, t);
  const foretold = votes.flatMap((vote) => {
    const choice = choiceOf(vote);
    return choice === undefined ? [] : [{ choice, foreseen: vote.foreseen ?? null }];
  });
  return surprisinglyPopular(idsIn(ballot), foretold).map(({ option, share, foreseen }) =>
    paragraph(
      t.messages.scenario.foreseen.surprising({
        option: labelIn(ballot, option),
        share: t.percent(share),
        foreseen: t.percent(foreseen),
      }),
    ),
  );
};

const noVoteBlocks = (responses: Responses, t: Translator): readonly Block[] => {
  const count = responses.filter(({ answer }) => isNoVote(answer)).length;
  return count === 0 ? [] : [paragraph(t.messages.methods.cannotJudge.counted({ count }))];
};

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(" · ");

/** The mean of an option, as a share (0–1), over so many who said how sure they are of it. */
type Mean = { readonly option: string; readonly share: number; readonly given: number };

/** Two scales are never added up: the means are of what `sureOf` takes alone. */
const meansOf = (
  content: ScenarioContent,
  votes: readonly ScenarioAnswer[],
  anonymous: boolean,
  sureOf: (vote: ScenarioAnswer) => number | null | undefined,
): readonly Mean[] => {
  const { choiceOf } = methodOf(content);
  const sure = votes.flatMap((vote) => {
    const choice = choiceOf(vote);
    return choice === undefined ? [] : [{ choice, confidence: sureOf(vote) ?? null }];
  });
  const options = content.options.map(({ id }) => id);
  return confidence(options, sure).flatMap(({ option, mean, given }) =>
    mean === undefined || (anonymous && given < groupMin) ? [] : [{ option, share: mean / 100, given }],
  );
};

const sureOf = (mean: Mean | undefined, t: Translator): string | undefined =>
  mean && t.messages.scenario.confidenceOf({ mean: t.percent(mean.share), given: mean.given });

/** What stands on the scale of before, which has no place on the bars. */
const confidenceBlocks = (
  content: ScenarioContent,
  votes: readonly ScenarioAnswer[],
  anonymous: boolean,
  t: Translator,
): readonly Block[] => {
  const say = t.messages.scenario;
  const ballot = ballotOf(content, t);
  const items = meansOf(content, votes, anonymous, (vote) => vote.confidence).map(({ option, share, given }) =>
    words(say.confidenceBefore({ option: labelIn(ballot, option), mean: t.percent(share), given })),
  );
  return items.length === 0 ? [] : [{ type: "list", ordered: false, items }];
};
