/** Which options were chosen more often than those who chose them foresaw. */
import { confidence } from "./confidence.ts";
import { tally } from "./tally.ts";

/** Shares, 0–1: of the votes, and as foreseen on the mean. */
export type Popular = { readonly option: string; readonly share: number; readonly foreseen: number };

export type Foretold = { readonly choice: string; readonly foreseen: number | null };

/** Of fewer votes, one more or less is too much of a share. */
const votesMin = 10;
/** A mean of fewer is one of somebody's own. */
const givenMin = 3;

/**
 * The options with a greater share of the votes than was foreseen, the greatest difference first.
 * `foreseen` is the percent of all votes that each expects on their own choice. After D. Prelec,
 * H. S. Seung and J. McCoy, "A solution to the single-question crowd wisdom problem", Nature 541,
 * 2017, where everyone foresees every option; docs/method.md says what that departure costs.
 *
 * @example
 * // Seven of ten chose "a" and foresaw 50 % on the mean, three chose "b" and foresaw 60 %.
 * surprisinglyPopular(["a", "b"], votes); // [{ option: "a", share: 0.7, foreseen: 0.5 }]
 */
export const surprisinglyPopular = (options: readonly string[], votes: readonly Foretold[]): readonly Popular[] => {
  if (votes.length < votesMin) return [];
  const shares = tally(
    options,
    votes.map(({ choice }) => choice),
  );
  const means = confidence(
    options,
    votes.map(({ choice, foreseen }) => ({ choice, confidence: foreseen })),
  );
  return shares
    .flatMap(({ option, share }, index): Popular[] => {
      const { mean, given = 0 } = means[index] ?? {};
      if (mean === undefined || given < givenMin || share <= mean / 100) return [];
      return [{ option, share, foreseen: mean / 100 }];
    })
    .sort((one, other) => other.share - other.foreseen - (one.share - one.foreseen));
};
