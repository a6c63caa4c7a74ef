/** Who wins by rankings: Schulze's method, which finds a Condorcet winner where there is one. */
import { cell, type Pairs } from "./pairs.ts";

export type Schulze = {
  /** Beaten by nobody; several when they are level. In the order of the options. */
  readonly winners: readonly string[];
  /** By how many others each option is beaten, in the order of the options: 0 for the winners. */
  readonly beatenBy: readonly { readonly option: string; readonly count: number }[];
  /** The strength of the strongest path from the row's option to the column's, in people. */
  readonly paths: Pairs;
};

/**
 * M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36, 2011. A path is as strong as its
 * weakest link, a link as strong as the number of people who put the one before the other (winning
 * votes), and one option beats another whose strongest path back is weaker. Ties are said as ties.
 *
 * It is monotone: raising the winner in an answer never unseats it. A further answer can: like
 * every method that finds the Condorcet winner it doesn't promise participation (H. Moulin,
 * "Condorcet's principle implies the no show paradox", Journal of Economic Theory 45, 1988).
 *
 * @example
 * schulze(["a", "b"], pairsOf(["a", "b"], [["b", "a"]])).winners; // ["b"]
 */
export const schulze = (options: readonly string[], pairs: Pairs): Schulze => {
  const paths = strongestPaths(pairs);
  const beatenBy = options.map((option, one) => ({
    option,
    count: options.filter((_, other) => cell(paths, other, one) > cell(paths, one, other)).length,
  }));
  const winners = beatenBy.filter(({ count }) => count === 0).map(({ option }) => option);
  return { winners, beatenBy, paths };
};

/** Floyd and Warshall's algorithm on the strengths of links, taking the widest path. */
const strongestPaths = (pairs: Pairs): Pairs => {
  const paths = pairs.map((row, one) => row.map((count, other) => (count > cell(pairs, other, one) ? count : 0)));
  for (const [through, onward] of paths.entries())
    for (const [from, row] of paths.entries()) {
      if (from === through) continue;
      const first = row[through] ?? 0;
      for (const [to, direct] of row.entries())
        if (to !== from && to !== through) row[to] = Math.max(direct, Math.min(first, onward[to] ?? 0));
    }
  return paths;
};
