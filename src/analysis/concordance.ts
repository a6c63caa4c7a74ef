/** How far rankings agree, as one figure. */
import type { Ranking } from "./pairs.ts";

/**
 * Kendall's W, 0 (no agreement) to 1 (all rank alike): 12 S / (m² (n³ − n) − m Σ T), for m
 * rankings of n options, with S the squared distance of the rank sums from their mean, and
 * T = Σ (t³ − t) over each ranking's groups of t tied ranks (M. G. Kendall and B. Babington
 * Smith, "The problem of m rankings", Annals of Mathematical Statistics 10 (3), 1939; the
 * correction for ties in M. G. Kendall, "Rank correlation methods", 1948). Options that a ranking
 * leaves out share the mean of the ranks left over. Undefined with fewer than two rankings or
 * options, or where nobody prefers anything.
 *
 * @example
 * concordance(["a", "b"], [["a", "b"], ["a", "b"]]); // 1
 */
export const concordance = (options: readonly string[], rankings: readonly Ranking[]): number | undefined => {
  const [m, n] = [rankings.length, options.length];
  if (m < 2 || n < 2) return undefined;
  const sums = options.map((option) => rankings.reduce((sum, ranking) => sum + rankOf(ranking, option, n), 0));
  const mean = (m * (n + 1)) / 2;
  const squares = sums.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const ties = rankings.reduce((sum, ranking) => sum + (n - ranking.length) ** 3 - (n - ranking.length), 0);
  const most = m ** 2 * (n ** 3 - n) - m * ties;
  return most === 0 ? undefined : (12 * squares) / most;
};

const rankOf = (ranking: Ranking, option: string, n: number): number => {
  const place = ranking.indexOf(option);
  return place === -1 ? (ranking.length + 1 + n) / 2 : place + 1;
};
