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
