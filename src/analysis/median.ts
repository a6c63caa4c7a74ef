/** The middle of some figures, and how far they range. */

export type Spread = { readonly least: number; readonly median: number; readonly most: number };

/**
 * The median (the mean of the two in the middle for an even count) with the extremes; undefined
 * when there are no figures.
 *
 * @example
 * spreadOf([4, 1, 3, 2]); // { least: 1, median: 2.5, most: 4 }
 */
export const spreadOf = (figures: readonly number[]): Spread | undefined => {
  const sorted = figures.toSorted((a, b) => a - b);
  const least = sorted[0];
  const most = sorted.at(-1);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (least === undefined || most === undefined || low === undefined || high === undefined) return undefined;
  return { least, median: low + (high - low) / 2, most };
};
