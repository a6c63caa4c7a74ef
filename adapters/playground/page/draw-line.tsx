/** Draws a figure over time as inline SVG, with every figure in words below it. */
import type { JSX } from "preact";
import { type LineChart, placeOf } from "../../../src/cards/line-chart.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { usePage } from "./page-context.ts";

/** The drawing's own units: room around the points for their dots. */
const width = 600;
const height = 120;
const edge = 8;

export const LineView = ({ line }: { readonly line: LineChart }): JSX.Element => {
  const { t } = usePage();
  const { title, unit, points } = line;
  const places = points.map((point) => {
    const { x, y } = placeOf(line, point);
    return { x: edge + x * (width - 2 * edge), y: edge + y * (height - 2 * edge) };
  });
  const figures = points.map(({ label, figure }) => `${label} ${figure}`).join("; ");
  return (
    <figure class="chart line">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={playgroundMessages(t.language).chart({ title, unit, figures })}
      >
        {[edge, height - edge].map((y) => (
          <line key={y} x1={edge} x2={width - edge} y1={y} y2={y} class="line-grid" />
        ))}
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(" ")} class="line-way" />
        {places.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r="5" class="line-point" />
        ))}
      </svg>
      <ol class="line-words">
        {points.map(({ at, label, figure }) => (
          <li key={at}>
            <span>{label}</span> <strong>{figure}</strong>
          </li>
        ))}
      </ol>
    </figure>
  );
};
