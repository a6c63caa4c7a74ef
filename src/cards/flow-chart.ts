/**
 * A decision flow as data, with how often each way was taken. Adapters that can draw it do; the
 * paths in words stand with it everywhere.
 */
import type { Text } from "../text/text.ts";

export type FlowChartNode = {
  readonly id: string;
  readonly label: string;
  readonly type: "statement" | "question" | "outcome";
  /** One of the six fixed series colours; absent where the node has none. */
  readonly colour?: number;
};

export type FlowChartEdge = {
  readonly from: string;
  readonly to: string;
  /** The answer that leads this way; empty where there is nothing to answer. */
  readonly label: string;
  /** How many went this way. */
  readonly count: number;
};

export type FlowChart = {
  readonly title: string;
  readonly nodes: readonly FlowChartNode[];
  readonly edges: readonly FlowChartEdge[];
  /** The paths that were taken, in words, the most frequent first. */
  readonly paths: readonly Text[];
};
