/**
 * What a scenario's reveal shows, from its top: the team's own votes, how opinion moved, the
 * recommended option, the reasons, and what goes with it. In an anonymous session, only what gives
 * nobody away.
 */
import type { Block } from "../../cards/card.ts";
import type { Translator } from "../../i18n/translator.ts";
import { groupMin } from "../../session/visibility.ts";
import { strong } from "../../text/text.ts";
import type { Collected } from "../activity.ts";
import { inlineOf } from "../content-text.ts";
import type { Linked } from "../open-activity.ts";
import { ballotOf } from "./ballot.ts";
import type { ScenarioAnswer, ScenarioContent } from "./content.ts";
import { labelIn } from "./methods/method.ts";
import { modelBlocks, seeAlsoBlocks } from "./models.ts";
import { movedBlocks } from "./moved.ts";
import { reasonBlocks } from "./reasons.ts";
import { paragraph, voteBlocks } from "./votes.ts";

/** So many reasons of an option stand in the reveal itself; the rest is a click away. */
const reasonsShownMax = 3;

export const reveal = (
  content: ScenarioContent,
  collected: Collected<ScenarioAnswer>,
  t: Translator,
  linked: Linked,
): readonly Block[] => {
  const say = t.messages.scenario;
  const last = collected.rounds.at(-1) ?? [];
  const recommended = recommendationBlocks(content, t);
  const beside = [...modelBlocks(content, linked, t), ...seeAlsoBlocks(content, linked, t)];
  if (last.length === 0) return [paragraph(say.nobody), ...recommended, ...beside];
  if (isTooFew(collected)) return [paragraph(say.tooFew({ count: last.length })), ...recommended, ...beside];
  return [
    ...voteBlocks(content, last, collected, t),
    ...movedBlocks(content, collected, t),
    ...recommended,
    ...reasonBlocks(content, collected, reasonsShownMax, t),
    ...beside,
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

const recommendationBlocks = (content: ScenarioContent, t: Translator): readonly Block[] => {
  const say = t.messages.scenario;
  const { recommendation } = content;
  // A question that is about no case has no answer that anybody would miss.
  if (recommendation === undefined) return content.team === undefined ? [] : [paragraph(say.noRecommendation)];
  const option = labelIn(ballotOf(content, t), recommendation.option);
  return [
    { type: "heading", text: [strong(say.recommendedIs({ option }))] },
    { type: "paragraph", text: inlineOf(recommendation.rationale, t) },
  ];
};
