/**
 * Reads cards that are kept in the room, also those that were written before charts said their
 * scale.
 */
import type { Block, Card } from "../../src/cards/card.ts";
import { type Chart, countsOf, signedPercent } from "../../src/cards/chart.ts";

/** The card as it is drawn today. */
export const readCard = (kept: Card): Card => ({ ...kept, blocks: kept.blocks.map(readBlock) });

const readBlock = (block: Block): Block =>
  block.type === "chart" && block.chart.scale === undefined
    ? { ...block, chart: { ...block.chart, scale: scaleOf(block.chart) } }
    : block;

/** Charts of percent showed returns then; all others counted people, each once. */
const scaleOf = ({ unit, bars }: Pick<Chart, "unit" | "bars">) => {
  const values = bars.map(({ value }) => value);
  return unit === "%" ? signedPercent(values) : countsOf(values.reduce((sum, value) => sum + value, 0));
};
