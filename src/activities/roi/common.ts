/** The result that most people come to, and the median of their figures. */
import { medianProject } from "../../analysis/median-project.ts";
import { bestOf, type Project, paybacks } from "../../analysis/payback.ts";
import { groupMin } from "../../session/visibility.ts";
import type { RoiAnswer, RoiContent } from "./content.ts";
import { projectOf } from "./figures.ts";

/** Which approach somebody's figures make the best; undefined where none qualifies. */
export const bestIn = (content: RoiContent, answer: RoiAnswer): string | undefined =>
  bestOf(paybacks(projectOf(content, answer)))?.id;

/** `count`: how many come to that result. */
export type Common = { readonly project: Project; readonly count: number };

/**
 * Of those alone who come to the commonest result: those with other leaders aren't pooled with
 * them. Undefined without answers; in an anonymous session the figures of fewer than three are
 * shown to nobody.
 */
export const commonOf = (
  content: RoiContent,
  answers: readonly RoiAnswer[],
  anonymous: boolean,
): Common | undefined => {
  const groups = Map.groupBy(answers, (answer) => bestIn(content, answer));
  const common = [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  const [first, ...others] = common.map((answer) => projectOf(content, answer));
  const rest = answers.length - common.length;
  // With a rest of one or two, theirs would follow from what is shown of all.
  const givesAway = common.length < groupMin || (rest > 0 && rest < groupMin);
  if (first === undefined || (anonymous && givesAway)) return undefined;
  return { project: medianProject(first, others), count: common.length };
};
