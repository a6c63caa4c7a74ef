/**
 * A chart as data. Adapters draw it natively and always show the same figures in words beside it.
 * The scale goes with it, so that a bar is as long everywhere as what it stands for.
 */

/**
 * What the whole width stands for, in the chart's unit: from the left end to the right one; zero
 * lies between.
 */
export type Scale = {
  readonly from: number;
  readonly to: number;
  /** The bars are parts of one whole, which is the width. */
  readonly parts: boolean;
};

export type Bar = {
  readonly label: string;
  /** On the chart's scale, below zero too; rounded as `figure` says it. */
  readonly value: number;
  /** The figure in words, as shown beside the bar: "3 (60%)". */
  readonly figure: string;
  /** A share (0–1) of the width that is marked across the bar; `figure` says what it is. */
  readonly tick?: number | undefined;
  /** Says why this bar stands out ("Recommended"), or back; absent for the others. */
  readonly mark?: string | undefined;
  /** Set back in grey: what it stands for is ruled out, however long its bar. */
  readonly muted?: true;
  /**
   * Which of the six fixed series colours the bar takes; the same option keeps its colour
   * everywhere. Undefined for a neutral one.
   */
  readonly colour: number | undefined;
};

export type Chart = {
  readonly title: string;
  /** What a value counts ("responses"). */
  readonly unit: string;
  readonly scale: Scale;
  readonly bars: readonly Bar[];
};

/** Counts out of a whole: a full bar is all of them. */
export const countsOf = (whole: number): Scale => ({ from: 0, to: whole, parts: true });

/** Percent with a sign: 100 is always on it, so that a small gain doesn't look like a large one. */
export const signedPercent = (values: readonly number[]): Scale => ({
  from: Math.min(0, ...values),
  to: Math.max(100, ...values),
  parts: false,
});

/**
 * Where a bar begins and ends on the width, as shares (0–1) of it.
 * @example spanOf({ from: -100, to: 100, parts: false }, -50) // { start: 0.25, end: 0.5 }
 */
export const spanOf = ({ from, to }: Scale, value: number): { readonly start: number; readonly end: number } => {
  const at = (point: number): number => (to > from ? (point - from) / (to - from) : 0);
  return { start: at(Math.min(0, value)), end: at(Math.max(0, value)) };
};
