/**
 * Score voting: everybody gives each option points; means are compared, medians and extremes shown.
 */
import { type Spread, spreadOf } from "./median.ts";

export type Scored = {
  readonly option: string;
  /** How many scored it. */
  readonly given: number;
  /** In points; undefined when nobody scored it. */
  readonly mean: number | undefined;
  readonly spread: Spread | undefined;
};

/**
 * The mean, median and extremes of each option's points, in the order of the options. Where each
 * answer scores every option, a further answer equal to one that scores the leader no lower than
 * any other never unseats it; where options may be skipped, that isn't promised.
 *
 * @example
 * scoresOf(["a"], [{ a: 1 }, { a: 4 }])[0]?.mean; // 2.5
 */
export const scoresOf = (
  options: readonly string[],
  answers: readonly Readonly<Record<string, number>>[],
): readonly Scored[] =>
  options.map((option) => {
    const points = answers.flatMap((answer) => answer[option] ?? []);
    const sum = points.reduce((total, one) => total + one, 0);
    return {
      option,
      given: points.length,
      mean: points.length === 0 ? undefined : sum / points.length,
      spread: spreadOf(points),
    };
  });

/**
 * How close people's points lie, 0–1: the mean over the options of 1 − s² / σ², with s² the
 * sample variance of an option's points and σ² = ((most + 1)² − 1) / 12 that of points given
 * by chance; an option whose points lie further apart than chance counts as 0 (L. R. James,
 * R. G. Demaree and G. Wolf, "Estimating within-group interrater reliability with and without
 * response bias", Journal of Applied Psychology 69 (1), 1984). `most` is the highest of the
 * points, from 0. Undefined where no option was scored by two.
 *
 * @example
 * closeness(["a"], [{ a: 3 }, { a: 3 }], 5); // 1
 */
export const closeness = (
  options: readonly string[],
  answers: readonly Readonly<Record<string, number>>[],
  most: number,
): number | undefined => {
  const chance = ((most + 1) ** 2 - 1) / 12;
  const each = options.flatMap((option) => {
    const points = answers.flatMap((answer) => answer[option] ?? []);
    if (points.length < 2) return [];
    const mean = points.reduce((total, one) => total + one, 0) / points.length;
    const variance = points.reduce((total, one) => total + (one - mean) ** 2, 0) / (points.length - 1);
    return [Math.max(0, 1 - variance / chance)];
  });
  return each.length === 0 ? undefined : each.reduce((sum, one) => sum + one, 0) / each.length;
};
