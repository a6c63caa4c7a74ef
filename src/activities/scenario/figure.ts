/** The figure that matters where a question is asked again and again, by its method. */
import type { Translator } from "../../i18n/translator.ts";
import type { Figure } from "../open-activity.ts";
import { ballotOf, methodOf } from "./ballot.ts";
import type { ScenarioAnswer, ScenarioContent } from "./content.ts";
import { idsIn, labelIn } from "./methods/method.ts";

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/**
 * Of scores their mean over all options; of counted choices the share of the leading option; of
 * ranks how far people agree. Undefined where nobody voted.
 */
export const figureOf = (
  content: ScenarioContent,
  answers: readonly ScenarioAnswer[],
  t: Translator,
): Figure | undefined => {
  const say = t.messages.scenario.trend;
  const method = methodOf(content);
  const ballot = ballotOf(content, t);
  const votes = answers.filter(method.takes);
  if (votes.length === 0) return undefined;
  const { figures, scale } = method.result(ballot, votes, t).chart;
  const lead = figures.reduce((best, one) => (best !== undefined && best.value >= one.value ? best : one), figures[0]);
  if (method.goesByMean === true) {
    const value = mean(figures.map((one) => one.value));
    return { title: say.score, value, to: scale.to, text: t.number(Math.round(value * 100) / 100) };
  }
  if (scale.parts && lead !== undefined && scale.to > 0) {
    const share = lead.value / scale.to;
    const text = say.shareOf({ option: labelIn(ballot, lead.option), percent: t.percent(share) });
    return { title: say.share, value: share * 100, to: 100, text };
  }
  const agreed = method.agreement(idsIn(ballot), votes);
  return agreed === undefined
    ? undefined
    : { title: say.agreement, value: agreed * 100, to: 100, text: t.percent(agreed) };
};
