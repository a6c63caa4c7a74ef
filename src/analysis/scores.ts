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
