/** How far participants agree, as one figure. */

/**
 * The share (0–1) of pairs of participants who chose the same: Fleiss' extent of agreement for one
 * subject, P = (Σ nⱼ² − n) / (n (n − 1)), where nⱼ participants of n chose option j
 * (J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin
 * 76 (5), 1971). Undefined with fewer than two responses, where there is no pair.
 *
 * @example
 * agreement([3, 1]); // 0.5: three of the six pairs chose the same
 */
export const agreement = (counts: readonly number[]): number | undefined => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < 2) return undefined;
  const squares = counts.reduce((sum, count) => sum + count * count, 0);
  return (squares - total) / (total * (total - 1));
};

/** How far people agree, as a word. */
export type AgreementWord = "split" | "leaning" | "agreed";

/**
 * The word for a share (0–1) of pairs that agree: split below half, agreed above 70 %, leaning
 * between them. Two halves that choose differently are split, however many they are: of their
 * pairs fewer than half agree. The bounds are ours (docs/method.md).
 *
 * @example
 * agreementWord(0.5); // "leaning": three chose one option and the fourth another
 */
export const agreementWord = (share: number): AgreementWord => {
  // Equal shares that were added up in another order differ in their last digits; a word that
  // followed them would tell of that order.
  const rounded = Math.round(share * 1e9) / 1e9;
  if (rounded < 0.5) return "split";
  return rounded > 0.7 ? "agreed" : "leaning";
};
