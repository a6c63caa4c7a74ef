/**
 * What a decision expects, when it is looked back on, and what came of it: as values. When that is
 * asked stands in decide.ts.
 */

/** What is thought to come of a decision, by whoever recorded it. */
export type Expectation = {
  readonly text: string;
  /** How likely that is, in percent from 0 to 100; null where nobody said. */
  readonly likely: number | null;
  /** A person's id. */
  readonly by: string;
};

/** The day it is looked back on, `YYYY-MM-DD`, and the instant in UTC milliseconds. */
export type ReviewDay = { readonly date: string; readonly at: number };

/** `too-early` is asked again. */
export const verdicts = ["yes", "partly", "no", "too-early"] as const;
export type Verdict = (typeof verdicts)[number];

export type Review = {
  readonly verdict: Verdict;
  /** One sentence, or nothing. */
  readonly text: string;
  readonly by: string;
  /** UTC milliseconds. */
  readonly at: number;
};

export type Reviewing = {
  /** When it is asked next, or the channel is told that it is open; UTC milliseconds, or null. */
  readonly at: number | null;
  /** It was asked, and nobody has answered since. */
  readonly awaits: boolean;
  /** How often it was asked, and how often the channel was told. */
  readonly asked: number;
  readonly told: number;
  /** Of how many open reviews the channel was told last. */
  readonly open: number;
  /** The oldest first. */
  readonly reviews: readonly Review[];
};

export const notReviewed: Reviewing = { at: null, awaits: false, asked: 0, told: 0, open: 0, reviews: [] };

/** So often a channel is told of a review that nobody answers; then it is left alone. */
export const toldMax = 6;

/** The verdict that stands, unless it was too early for one. */
export const verdictOf = ({ reviews }: Reviewing): Review | undefined => {
  const last = reviews.at(-1);
  return last?.verdict === "too-early" ? undefined : last;
};
