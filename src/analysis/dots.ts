/** Dot voting: everybody spreads the same number of dots over the options; sums are compared. */

export type Dots = {
  readonly option: string;
  readonly dots: number;
  /** Of all dots laid, 0–1; 0 when there are none. */
  readonly share: number;
};

/**
 * The dots on each option, in the order of the options; dots on anything else are left out. A
 * further answer equal to one that lays no fewer dots on the leader than on any other never unseats
 * it.
 *
 * @example
 * dotsOf(["a", "b"], [{ a: 3, b: 1 }]); // a: 3 dots, share 0.75; b: 1 dot, share 0.25
 */
export const dotsOf = (
  options: readonly string[],
  answers: readonly Readonly<Record<string, number>>[],
): readonly Dots[] => {
  const sums = options.map((option) => answers.reduce((sum, answer) => sum + (answer[option] ?? 0), 0));
  const all = sums.reduce((total, sum) => total + sum, 0);
  return options.map((option, index) => {
    const dots = sums[index] ?? 0;
    return { option, dots, share: all === 0 ? 0 : dots / all };
  });
};

/**
 * How far people lay their dots on the same options, 0–1: the mean over all pairs of people of
 * Σ min(p, q), with p and q the shares of their dots on each option (O. Renkonen, "Statistisch-
 * ökologische Untersuchungen über die terrestrische Käferwelt der finnischen Bruchmoore", 1938:
 * percentage similarity). Whoever laid none is left out. Undefined with fewer than two people.
 *
 * @example
 * overlap(["a", "b"], [{ a: 4 }, { a: 2, b: 2 }]); // 0.5
 */
export const overlap = (
  options: readonly string[],
  answers: readonly Readonly<Record<string, number>>[],
): number | undefined => {
  const shares = answers.flatMap((answer) => {
    const all = options.reduce((sum, option) => sum + (answer[option] ?? 0), 0);
    return all === 0 ? [] : [options.map((option) => (answer[option] ?? 0) / all)];
  });
  if (shares.length < 2) return undefined;
  let sum = 0;
  for (const [index, one] of shares.entries())
    for (const other of shares.slice(index + 1))
      sum += one.reduce((total, share, option) => total + Math.min(share, other[option] ?? 0), 0);
  return sum / ((shares.length * (shares.length - 1)) / 2);
};
