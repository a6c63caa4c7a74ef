/**
 * A figure over time as data: one point each time that a question was asked. Adapters draw it as a
 * line, and always show the same figures in words beside it.
 */
import { plain, strong, type Text } from "../text/text.ts";

export type LinePoint = {
  /** UTC milliseconds; what was left out between two leaves a longer way. */
  readonly at: number;
  /** The day in words. */
  readonly label: string;
  readonly value: number;
  /** As shown: "60% (RAG)". */
  readonly figure: string;
};

export type LineChart = {
  readonly title: string;
  /** What a value counts. */
  readonly unit: string;
  /** What the lowest and the highest line stand for. */
  readonly from: number;
  readonly to: number;
  /** The earliest first, two at least. */
  readonly points: readonly LinePoint[];
};

/** A line a point, the earliest first. */
export const lineWords = ({ points }: LineChart): readonly Text[] =>
  points.map(({ label, figure }, index): Text => {
    const text = `${label}: ${figure}`;
    return [index === points.length - 1 ? strong(text) : plain(text)];
  });

/**
 * Where a point stands in the drawing, as shares (0–1) of its width and height from the left and
 * from the top.
 *
 * @example
 * placeOf({ from: 0, to: 100, points: [a, b] }, { ...b, value: 50 }); // { x: 1, y: 0.5 }
 */
export const placeOf = (
  { from, to, points }: Pick<LineChart, "from" | "to" | "points">,
  { at, value }: Pick<LinePoint, "at" | "value">,
): { readonly x: number; readonly y: number } => {
  const first = points[0]?.at ?? at;
  const span = (points.at(-1)?.at ?? at) - first;
  const height = to > from ? (value - from) / (to - from) : 0;
  return { x: span === 0 ? 0.5 : (at - first) / span, y: 1 - Math.min(1, Math.max(0, height)) };
};
