/** Draws a chart: a line of words and a bar for each, and all figures in its label. */

import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Bar, type Chart, type Scale, spanOf } from "../../../src/cards/chart.ts";
import { playgroundMessages } from "../messages/speak.ts";
import { copyChart } from "./copy-picture.ts";
import { usePage } from "./page-context.ts";

const wordsOf = ({ label, figure, mark }: Bar): string => `${label} ${figure}${mark === undefined ? "" : ` · ${mark}`}`;

const percent = (share: number): string => `${100 * share}%`;

export const ChartView = ({ chart }: { readonly chart: Chart }): JSX.Element => {
  const { t } = usePage();
  const figure = useRef<HTMLElement>(null);
  const { title, unit, scale, bars } = chart;
  const label = playgroundMessages(t.language).chart({ title, unit, figures: bars.map(wordsOf).join("; ") });
  return (
    <figure class="chart" ref={figure}>
      <figcaption>
        {title}
        <CopyButton copy={() => figure.current && copyChart(figure.current, chart)} />
      </figcaption>
      <div class="bars" role="img" aria-label={label}>
        {bars.map((bar) => (
          <BarView key={bar.label} bar={bar} scale={scale} />
        ))}
      </div>
    </figure>
  );
};

type CopyProps = { readonly copy: () => Promise<"copied" | "saved"> | null };

const CopyButton = ({ copy }: CopyProps): JSX.Element => {
  const { picture } = playgroundMessages(usePage().t.language);
  const [state, setState] = useState<"copy" | "copied" | "saved">("copy");
  const act = async (): Promise<void> => {
    setState((await copy()) ?? "copy");
  };
  return (
    <button type="button" class="quiet act" aria-live="polite" onClick={() => void act()}>
      {picture[state]}
    </button>
  );
};

/** The figure stands at the end of the line, and on a line of its own where there is no room. */
const BarView = ({ bar, scale }: { readonly bar: Bar; readonly scale: Scale }): JSX.Element => {
  const { label, value, figure, mark, muted, colour, tick } = bar;
  const { start, end } = spanOf(scale, value);
  const zero = percent(spanOf(scale, 0).end);
  const series = colour === undefined ? "" : `colour-${colour % 6}`;
  return (
    <div class="bar-row">
      <span class="bar-label">
        {mark === undefined || muted ? "" : "★ "}
        {label}
        {mark === undefined ? "" : ` · ${mark}`}
      </span>
      <span class="bar-figure">{figure}</span>
      <svg width="100%" height="12" aria-hidden="true">
        <rect width="100%" height="12" rx="6" class="bar-track" />
        {value !== 0 && (
          <rect
            x={percent(start)}
            width={percent(end - start)}
            height="12"
            rx="6"
            class={`bar ${muted ? "muted" : series}`}
          />
        )}
        {tick !== undefined && <line x1={percent(tick)} x2={percent(tick)} y1="-3" y2="15" class="bar-tick" />}
        {scale.from < 0 && <line x1={zero} x2={zero} y1="-4" y2="16" class="bar-zero" />}
      </svg>
    </div>
  );
};
