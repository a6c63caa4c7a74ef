/** Draws a chart: natively where Slack takes it, and always in words. */
import { barLines } from "../../../src/cards/bars-in-words.ts";
import type { Chart } from "../../../src/cards/chart.ts";
import { type LineChart, lineWords } from "../../../src/cards/line-chart.ts";
import { cut } from "../../../src/text/cut.ts";
import { strong } from "../../../src/text/text.ts";
import { limits } from "../limits.ts";
import { list, rich, type SlackBlock, section } from "./blocks.ts";

/**
 * Slack's own bar chart where it fits, and always the same figures in words. Slack has one colour
 * for all bars of a series, so that what is ruled out would stand there as loud as the rest: it
 * stands in the words alone.
 */
export const drawChart = (chart: Chart): readonly SlackBlock[] => {
  const lines = barLines(chart);
  const bars = chart.bars.filter(({ muted }) => muted !== true);
  const native = bars.length <= limits.chart.pointsMax && bars.some(({ value }) => value !== 0);
  return [
    ...(native ? [drawPoints({ ...chart, type: "bar", bars })] : [rich(section([strong(chart.title)]))]),
    ...(lines.length === 0 ? [] : [rich(list(lines, "bullet"))]),
  ];
};

type Drawn = Pick<Chart, "title" | "unit"> & {
  readonly type: "bar" | "line";
  readonly bars: readonly { readonly label: string; readonly value: number }[];
};

const drawPoints = ({ title, unit, type, bars }: Drawn): SlackBlock => {
  const labels = uniqueLabels(bars.map(({ label }) => label));
  return {
    type: "data_visualization",
    title: cut(title, limits.chart.titleMax),
    chart: {
      type,
      axis_config: { categories: labels, y_label: cut(unit, limits.chart.titleMax) },
      series: [
        {
          name: cut(unit, limits.chart.labelMax),
          data: bars.map(({ value }, index) => ({ label: labels[index] ?? "", value })),
        },
      ],
    },
  };
};

/** Slack's own line of the latest points that it takes, and all of them in words. */
export const drawLine = (line: LineChart): readonly SlackBlock[] => {
  const points = line.points.slice(-limits.chart.pointsMax);
  const bars = points.map(({ label, value }) => ({ label, value }));
  return [drawPoints({ ...line, type: "line", bars }), rich(list(lineWords(line), "bullet"))];
};

/** Slack wants each label once; two that are cut to the same words get their number in front. */
const uniqueLabels = (labels: readonly string[]): readonly string[] => {
  const short = labels.map((label) => cut(label, limits.chart.labelMax));
  return new Set(short).size === short.length
    ? short
    : labels.map((label, index) => cut(`${index + 1} ${label}`, limits.chart.labelMax));
};
