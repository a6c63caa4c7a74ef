/**
 * What instant-runoff would give, beside the method that decides: the last are dropped, round by
 * round.
 */
import type { Ranking } from "./pairs.ts";

export type Runoff = {
  /** Several when all that are left are level. */
  readonly winners: readonly string[];
  /** What was dropped in each round, the first round first; those that are level go together. */
  readonly dropped: readonly (readonly string[])[];
};

/**
 * Each ranking counts for the first of its options that is left; the options with the fewest go,
 * until one has more than half of what still counts, or all that are left are level. Options that
 * are level at the bottom go together, so that nothing is left to chance. It may drop the Condorcet
 * winner, as in Tennessee's example; a further answer that puts the winner first never unseats it.
 *
 * @example
 * instantRunoff(["a", "b"], [["a"], ["a"], ["b"]]).winners; // ["a"]
 */
export const instantRunoff = (options: readonly string[], rankings: readonly Ranking[]): Runoff => {
  const dropped: (readonly string[])[] = [];
  let left = options;
  for (;;) {
    const counts = firstChoices(left, rankings);
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const fewest = Math.min(...counts.map(({ count }) => count));
    const most = Math.max(...counts.map(({ count }) => count));
    if (most * 2 > total || fewest === most)
      return { winners: counts.filter(({ count }) => count === most).map(({ option }) => option), dropped };
    const last = counts.filter(({ count }) => count === fewest).map(({ option }) => option);
    dropped.push(last);
    left = left.filter((option) => !last.includes(option));
  }
};

const firstChoices = (left: readonly string[], rankings: readonly Ranking[]) => {
  const firsts = rankings.flatMap((ranking) => ranking.find((option) => left.includes(option)) ?? []);
  return left.map((option) => ({ option, count: firsts.filter((first) => first === option).length }));
};
