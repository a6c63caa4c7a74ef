/** How open the answers to one item leave it. */
import { agreement } from "../../analysis/agreement.ts";
import { tally } from "../../analysis/tally.ts";
import { type Verdict, verdicts } from "./content.ts";

export type Openness = {
  /** In the order of `verdicts`. */
  readonly counts: readonly number[];
  /** The answer of more than half; not sure where there is none. */
  readonly team: Verdict;
  /** 0 when all agree and nobody is unsure; grows with disagreement and doubt, at most 2. */
  readonly open: number;
};

/**
 * @example
 * openness(["yes", "yes", "no"]); // { counts: [2, 1, 0], team: "yes", open: 0.67 }
 */
export const openness = (given: readonly Verdict[]): Openness => {
  const tallied = tally(verdicts, given);
  const counts = tallied.map(({ count }) => count);
  const unsure = tallied.find(({ option }) => option === "unsure")?.share ?? 0;
  const team = verdicts.find((verdict) => tallied.some(({ option, share }) => option === verdict && share > 0.5));
  return { counts, team: team ?? "unsure", open: 1 - (agreement(counts) ?? 1) + unsure };
};
