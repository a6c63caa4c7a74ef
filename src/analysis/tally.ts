/** Counts choices. */

export type Tally = readonly {
  readonly option: string;
  readonly count: number /** 0–1; 0 when there are no responses. */;
  readonly share: number;
}[];

/**
 * Counts how many chose each option, in the order of the options; choices of anything else are left
 * out.
 *
 * @example
 * tally(["a", "b"], ["b"]); // a: count 0, share 0; b: count 1, share 1
 */
export const tally = (options: readonly string[], choices: readonly string[]): Tally => {
  const counts = options.map((option) => choices.filter((choice) => choice === option).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return options.map((option, index) => {
    const count = counts[index] ?? 0;
    return { option, count, share: total === 0 ? 0 : count / total };
  });
};
