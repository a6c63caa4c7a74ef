/** A chart as data. Adapters draw it natively and always show the same figures in words beside it. */

export type Bar = {
  readonly label: string;
  /** The bar's length, in the chart's unit; at least 0. */
  readonly value: number;
  /** The figure in words, as shown beside the bar: "3 (60%)". */
  readonly figure: string;
  /** Says why this bar stands out ("Recommended"); absent for the others. */
  readonly mark?: string;
  /** Which of the six fixed series colours the bar takes; the same option keeps its colour everywhere. Undefined for a neutral one. */
  readonly colour: number | undefined;
};

export type Chart = {
  readonly title: string;
  /** What a value counts ("responses"). */
  readonly unit: string;
  readonly bars: readonly Bar[];
};
