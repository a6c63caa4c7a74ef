/**
 * From a participant's figures to a project that can be reckoned with, and the ids of the fields
 * that ask for them.
 */

import type { Project } from "../../analysis/payback.ts";
import type { RoiAnswer, RoiContent } from "./content.ts";

export const costKey = (approach: string, cost: string): string => `${approach}/${cost}`;
/** What `costKey` was made of. */
export const partsOfCostKey = (key: string): { readonly approach: string; readonly cost: string } => {
  const [approach = "", cost = ""] = key.split("/");
  return { approach, cost };
};
/** Field ids; slashes stay out of them. */
export const costField = (approach: string, cost: string): string => `cost-${approach}-${cost}`;
export const periodField = (approach: string, cost: string): string => `every-${approach}-${cost}`;
export const performanceField = (approach: string): string => `performance-${approach}`;
export const effectField = (approach: string): string => `effect-${approach}`;
export const partField = (approach: string): string => `part-${approach}`;

/**
 * The periods offered for a cost item, in months; 0 is a single payment. The pack's own one is
 * offered too.
 */
export const periodsFor = (own: number): readonly number[] =>
  [...new Set([0, 1, 3, 6, 12, own])].toSorted((a, b) => a - b);

/**
 * What domain, complexity and data add to an approach's performance by the pack's model, in points.
 */
export const effectOf = (
  content: RoiContent,
  approach: string,
  { domain, complexity, examples }: Pick<RoiAnswer, "domain" | "complexity" | "examples">,
): number => {
  const reached = content.amountsOfData
    .filter(({ atLeast }) => examples >= atLeast)
    .toSorted((a, b) => b.atLeast - a.atLeast)[0];
  const chosen = [
    content.domains.find(({ id }) => id === domain),
    content.complexities.find(({ id }) => id === complexity),
    reached,
  ];
  return chosen.reduce((sum, one) => sum + (one?.points[approach] ?? 0), 0);
};

export const projectOf = (content: RoiContent, answer: RoiAnswer): Project => ({
  horizonMonths: content.horizonMonths,
  requiredPerformance: answer.required,
  budget: answer.budget,
  buildBudget: answer.buildBudget,
  valueAtRequired: answer.valueAtRequired,
  valuePerPoint: answer.valuePerPoint,
  approaches: content.approaches.map(({ id, performance, costs }) => ({
    id,
    performance: (answer.performance[id] ?? performance) + (answer.effects[id] ?? effectOf(content, id, answer)),
    costs: costs.map((cost) => ({ id: cost.id, ...(answer.costs[costKey(id, cost.id)] ?? cost) })),
  })),
  hybrid: content.hybrid && {
    id: content.hybrid.id,
    parts: answer.parts ?? content.hybrid.parts,
    shared: content.hybrid.shared,
    performance: answer.performance[content.hybrid.id],
  },
});

/** What the pack reckons with before anybody changes a figure: its worked example. */
export const exampleOf = (content: RoiContent): RoiAnswer => ({
  ...content.example,
  valueAtRequired: content.value.atRequired,
  valuePerPoint: content.value.perPoint,
  performance: Object.fromEntries(content.approaches.map(({ id, performance }) => [id, performance])),
  effects: {},
  parts: content.hybrid?.parts,
  costs: Object.fromEntries(
    content.approaches.flatMap(({ id, costs }) =>
      costs.map(({ id: cost, amount, everyMonths }) => [costKey(id, cost), { amount, everyMonths }]),
    ),
  ),
});
