/**
 * Draws a decision flow as inline SVG: verdicts in their approaches' colours, ways as thick as the
 * team that took them; every path in words below it.
 */
import type { JSX } from "preact";
import type { FlowChart } from "../../../src/cards/flow-chart.ts";
import { plainText } from "../../../src/cards/plain.ts";
import { TextView } from "./draw-text.tsx";
import { edgeWords, layoutFlow, lineHeight, type PlacedEdge, type PlacedNode } from "./layout-flow.ts";
import { Scrollable } from "./scrollable.tsx";

/** Pixels: of a way that nobody took, and of one that everybody took. */
const thinnest = 1.25;
const thickest = 9;

export const FlowView = ({ flow }: { readonly flow: FlowChart }): JSX.Element => {
  const { width, height, nodes, edges } = layoutFlow(flow);
  const most = Math.max(1, ...flow.edges.map(({ count }) => count));
  const label = [flow.title, ...flow.paths.map((path) => plainText(path))].join("; ");
  return (
    <figure class="flow">
      <figcaption>{flow.title}</figcaption>
      <Scrollable class="flow-picture" label={flow.title}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
          {edges.map((placed, index) => (
            <EdgeView key={index} placed={placed} most={most} />
          ))}
          {nodes.map((placed) => (
            <NodeView key={placed.node.id} placed={placed} />
          ))}
        </svg>
      </Scrollable>
      <ul>
        {flow.paths.map((path, index) => (
          <li key={index}>
            <TextView text={path} />
          </li>
        ))}
      </ul>
    </figure>
  );
};

const EdgeView = ({ placed, most }: { readonly placed: PlacedEdge; readonly most: number }): JSX.Element => {
  const { edge, points, label } = placed;
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join(" ");
  const taken = edge.count > 0;
  const stroke = taken ? thinnest + ((thickest - thinnest) * edge.count) / most : thinnest;
  return (
    <g class={taken ? "way taken" : "way"}>
      <path d={path} stroke-width={stroke} />
      <text x={label.x} y={label.y} text-anchor="middle" dominant-baseline="central">
        {edgeWords(edge.label, edge.count)}
      </text>
    </g>
  );
};

const NodeView = ({ placed }: { readonly placed: PlacedNode }): JSX.Element => {
  const { node, x, y, width, height, lines } = placed;
  const colour = node.colour === undefined ? "" : `colour-${node.colour % 6}`;
  return (
    <g class={`node ${node.type} ${colour}`}>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={node.type === "outcome" ? 14 : 4} />
      {lines.map((line, index) => (
        <text
          key={index}
          x={x}
          y={y + (index - (lines.length - 1) / 2) * lineHeight}
          text-anchor="middle"
          dominant-baseline="central"
        >
          {line}
        </text>
      ))}
    </g>
  );
};
