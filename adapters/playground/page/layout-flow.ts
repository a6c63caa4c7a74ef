/**
 * Where the nodes and edges of a flow stand, in pixels from the upper left. Pure; the layout is
 * dagre's.
 */
import { Graph, layout } from "@dagrejs/dagre";
import type { FlowChart, FlowChartEdge, FlowChartNode } from "../../../src/cards/flow-chart.ts";

type Point = { readonly x: number; readonly y: number };

export type PlacedNode = Point & {
  readonly node: FlowChartNode;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
};

export type PlacedEdge = { readonly edge: FlowChartEdge; readonly points: readonly Point[]; readonly label: Point };

export type FlowLayout = {
  readonly width: number;
  readonly height: number;
  /** `x` and `y` are a node's middle. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
};

const nodeWidth = 168;
const padding = 14;
export const lineHeight = 18;
/** Of the page's 13-pixel letters: a Latin one is about half as wide as a Korean one. */
const latinWidth = 7;
const wideWidth = 13;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? wideWidth : latinWidth), 0);

/**
 * Breaks a label into lines that fit a node. A word longer than a line is broken where the line
 * ends.
 */
export const linesOf = (label: string, width = nodeWidth - padding): readonly string[] => {
  const lines: string[] = [""];
  const put = (part: string): void => {
    const line = `${lines.at(-1) ?? ""}${part}`;
    if (widthOf(line.trim()) <= width) lines[lines.length - 1] = line;
    else lines.push(part.trimStart());
  };
  for (const word of label.split(/(?<=\s)/u)) for (const part of widthOf(word) <= width ? [word] : word) put(part);
  return lines.map((line) => line.trim()).filter((line) => line !== "");
};

export const layoutFlow = ({ nodes, edges }: FlowChart): FlowLayout => {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 44, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const lines = new Map(nodes.map(({ id, label }) => [id, linesOf(label)]));
  for (const { id } of nodes)
    graph.setNode(id, { width: nodeWidth, height: (lines.get(id)?.length ?? 1) * lineHeight + padding });
  for (const [index, { from, to, label, count }] of edges.entries()) {
    const words = edgeWords(label, count);
    graph.setEdge(from, to, { width: widthOf(words), height: lineHeight, labelpos: "c" }, String(index));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const { x = 0, y = 0, width: wide = 0, height: high = 0 } = graph.node(node.id);
      return { node, x, y, width: wide, height: high, lines: lines.get(node.id) ?? [] };
    }),
    edges: edges.map((edge, index) => {
      const { points = [], x = 0, y = 0 } = graph.edge(edge.from, edge.to, String(index));
      return { edge, points, label: { x, y } };
    }),
  };
};

/** What stands at an edge: the answer, and how many gave it where anybody did. */
export const edgeWords = (label: string, count: number): string =>
  count === 0 || label === "" ? label : `${label} (${count})`;
