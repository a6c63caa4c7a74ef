/** Draws a chart as inline SVG, with every figure in words in it and in its label. */
import type { JSX } from "preact";
import type { Bar, Chart } from "../../../src/cards/chart.ts";
import { usePage } from "./page-context.ts";

const rowHeight = 52;

const wordsOf = ({ label, figure, mark }: Bar): string => `${label} ${figure}${mark === undefined ? "" : ` · ${mark}`}`;

export const ChartView = ({ chart }: { readonly chart: Chart }): JSX.Element => {
  const { t } = usePage();
  const { title, unit, bars } = chart;
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  const label = t.messages.page.chart({ title, unit, figures: bars.map(wordsOf).join("; ") });
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg width="100%" height={bars.length * rowHeight} role="img" aria-label={label}>
        {bars.map((bar, index) => (
          <g key={bar.label} transform={`translate(0 ${index * rowHeight})`}>
            <text x="0" y="18" class="bar-label">
              {bar.mark === undefined ? "" : "★ "}
              {bar.label}
              {bar.mark === undefined ? "" : ` · ${bar.mark}`}
            </text>
            <text x="100%" y="18" text-anchor="end" class="bar-figure">
              {bar.figure}
            </text>
            <rect x="0" y="26" width="100%" height="12" rx="6" class="bar-track" />
            {bar.value > 0 && (
              <rect
                x="0"
                y="26"
                width={`${(100 * bar.value) / longest}%`}
                height="12"
                rx="6"
                class={bar.colour === undefined ? "bar" : `bar colour-${bar.colour % 6}`}
              />
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
};
