/**
 * A chart's bars as words, for every platform alike: what stands beside a native chart, or in its
 * place.
 */
import { plain, strong, type Text } from "../text/text.ts";
import { type Bar, type Chart, type Scale, spanOf } from "./chart.ts";

/** So many signs are a bar's whole width. */
const cellsMax = 10;
const empty = "░";
const full = "█";
/** For what is ruled out. */
const grey = "▒";
/** Where zero is, on a scale that goes below it. */
const zero = "│";

/** A line a bar: its length, its label and figure, and its mark. */
export const barLines = ({ scale, bars }: Chart): readonly Text[] => bars.map((bar) => lineOf(bar, scale));

/** The same without the lengths, for what stands beside bars that are drawn. */
export const figureLines = ({ bars }: Chart): readonly Text[] => bars.map(figureOf);

const lineOf = (bar: Bar, scale: Scale): Text => [
  { type: "code", text: cellsOf(bar, scale) },
  plain(" "),
  ...figureOf(bar),
];

const figureOf = (bar: Bar): Text => [
  plain(`${bar.label}: ${bar.figure}`),
  ...(bar.mark === undefined ? [] : [plain(" · "), strong(bar.mark)]),
];

const cellsOf = ({ value, muted }: Bar, scale: Scale): string => {
  const { start, end } = spanOf(scale, value);
  const origin = Math.round(spanOf(scale, 0).end * cellsMax);
  // What is not nothing has a sign of its own, however short.
  const length = value === 0 ? 0 : Math.max(1, Math.round((end - start) * cellsMax));
  const sign = muted ? grey : full;
  const below = scale.from < 0 ? Math.max(1, origin) : 0;
  const above = cellsMax - below;
  const left = value < 0 ? Math.min(below, length) : 0;
  const right = value > 0 ? Math.min(above, length) : 0;
  const side = empty.repeat(below - left) + sign.repeat(left);
  return `${side}${below > 0 ? zero : ""}${sign.repeat(right)}${empty.repeat(above - right)}`;
};
