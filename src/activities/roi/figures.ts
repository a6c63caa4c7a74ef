/**
 * From a draft to figures that can be reckoned with, and from those to a project. What isn't a
 * sound number becomes a mistake at its field.
 */

import type { Project } from "../../analysis/payback.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Checked, Draft } from "../activity.ts";
import { parseFigure } from "../figure.ts";
import { amountMax, type RoiAnswer, type RoiContent } from "./content.ts";

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
  valueAtRequired: answer.valueAtRequired,
  valuePerPoint: answer.valuePerPoint,
  approaches: content.approaches.map(({ id, performance, costs }) => ({
    id,
    performance: (answer.performance[id] ?? performance) + (answer.effects[id] ?? effectOf(content, id, answer)),
    costs: costs.map((cost) => ({ id: cost.id, ...(answer.costs[costKey(id, cost.id)] ?? cost) })),
  })),
});

/** What the pack reckons with before anybody changes a figure: its worked example. */
export const exampleOf = (content: RoiContent): RoiAnswer => ({
  ...content.example,
  valueAtRequired: content.value.atRequired,
  valuePerPoint: content.value.perPoint,
  performance: Object.fromEntries(content.approaches.map(({ id, performance }) => [id, performance])),
  effects: {},
  costs: Object.fromEntries(
    content.approaches.flatMap(({ id, costs }) =>
      costs.map(({ id: cost, amount, everyMonths }) => [costKey(id, cost), { amount, everyMonths }]),
    ),
  ),
});

/** Reads every figure; what a form hasn't asked yet is as in the example. */
export const checkFigures = (content: RoiContent, draft: Draft, t: Translator): Checked<RoiAnswer> => {
  const say = t.messages.roi;
  const mistakes: Record<string, string> = {};
  const example = exampleOf(content);
  const read = (field: string, otherwise: number, min: number, max: number): number => {
    if (!(field in draft)) return otherwise;
    const figure = parseFigure(draft[field]);
    if (figure !== undefined && figure >= min && figure <= max) return figure;
    mistakes[field] = say.badFigure({ min: t.number(min), max: t.number(max) });
    return otherwise;
  };
  const choose = (field: "domain" | "complexity", ids: readonly { readonly id: string }[]): string => {
    if (!(field in draft)) return example[field];
    const chosen = ids.find(({ id }) => id === draft[field])?.id;
    if (chosen === undefined) mistakes[field] = say.chooseOne;
    return chosen ?? example[field];
  };
  const project = {
    domain: choose("domain", content.domains),
    complexity: choose("complexity", content.complexities),
    examples: read("examples", example.examples, 0, amountMax),
    required: read("required", example.required, 1, 100),
    budget: read("budget", example.budget, 1, amountMax),
    valueAtRequired: read("value", example.valueAtRequired, 0, amountMax),
    valuePerPoint: read("per-point", example.valuePerPoint, 0, amountMax),
  };
  const performance = Object.fromEntries(
    content.approaches.map(({ id, performance: own }) => [id, read(performanceField(id), own, 0, 100)]),
  );
  const effects = Object.fromEntries(
    content.approaches.flatMap(({ id }) => {
      const given = draft[effectField(id)];
      if (given === undefined || given === null || given === "") return [];
      return [[id, read(effectField(id), 0, -100, 100)]];
    }),
  );
  const costs = Object.fromEntries(
    content.approaches.flatMap(({ id, costs: own }) =>
      own.map((cost) => {
        const period = draft[periodField(id, cost.id)];
        const everyMonths = periodsFor(cost.everyMonths).find((months) => String(months) === period);
        const amount = read(costField(id, cost.id), cost.amount, 0, amountMax);
        return [costKey(id, cost.id), { amount, everyMonths: everyMonths ?? cost.everyMonths }];
      }),
    ),
  );
  // An approach that costs nothing has no ROI: the value would be divided by zero.
  for (const { id, costs: own } of content.approaches) {
    const [first] = own;
    if (first !== undefined && own.every((cost) => costs[costKey(id, cost.id)]?.amount === 0))
      mistakes[costField(id, first.id)] ??= say.noCost;
  }
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  return { type: "answer", answer: { ...project, performance, effects, costs } };
};
