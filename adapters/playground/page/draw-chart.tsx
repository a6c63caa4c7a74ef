/** Draws a chart as inline SVG, with every figure in words in it and in its label. */

import type { JSX } from "preact";
import { type Bar, type Chart, type Scale, spanOf } from "../../../src/cards/chart.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { usePage } from "./page-context.ts";

const rowHeight = 52;

const wordsOf = ({ label, figure, mark }: Bar): string => `${label} ${figure}${mark === undefined ? "" : ` · ${mark}`}`;

const percent = (share: number): string => `${100 * share}%`;

const BarView = ({ bar, scale }: { readonly bar: Bar; readonly scale: Scale }): JSX.Element => {
  const { start, end } = spanOf(scale, bar.value);
  const colour = bar.colour === undefined ? "" : `colour-${bar.colour % 6}`;
  return (
    <rect
      x={percent(start)}
      y="26"
      width={percent(end - start)}
      height="12"
      rx="6"
      class={`bar ${bar.muted ? "muted" : colour}`}
    />
  );
};

export const ChartView = ({ chart }: { readonly chart: Chart }): JSX.Element => {
  const { t } = usePage();
  const { title, unit, scale, bars } = chart;
  const zero = percent(spanOf(scale, 0).end);
  const label = playgroundMessages(t.language).chart({ title, unit, figures: bars.map(wordsOf).join("; ") });
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg width="100%" height={bars.length * rowHeight} role="img" aria-label={label}>
        {bars.map((bar, index) => (
          <g key={bar.label} transform={`translate(0 ${index * rowHeight})`}>
            <text x="0" y="18" class="bar-label">
              {bar.mark === undefined || bar.muted ? "" : "★ "}
              {bar.label}
              {bar.mark === undefined ? "" : ` · ${bar.mark}`}
            </text>
            <text x="100%" y="18" text-anchor="end" class="bar-figure">
              {bar.figure}
            </text>
            <rect x="0" y="26" width="100%" height="12" rx="6" class="bar-track" />
            {bar.value !== 0 && <BarView bar={bar} scale={scale} />}
            {scale.from < 0 && <line x1={zero} x2={zero} y1="22" y2="42" class="bar-zero" />}
          </g>
        ))}
      </svg>
    </figure>
  );
};
