/**
 * From a draft to figures that can be reckoned with. What isn't a sound number becomes a mistake at
 * its field.
 */
import type { Translator } from "../../i18n/translator.ts";
import type { Checked, Draft } from "../asking.ts";
import { parseFigure } from "../figure.ts";
import { amountMax, type RoiAnswer, type RoiContent } from "./content.ts";
import {
  costField,
  costKey,
  effectField,
  exampleOf,
  partField,
  performanceField,
  periodField,
  periodsFor,
} from "./figures.ts";

/** Reads one figure after the other, and keeps a sentence for each that isn't sound. */
type Reading = {
  readonly mistakes: Record<string, string>;
  /** `otherwise` where the draft doesn't hold the field, or holds no sound figure. */
  readonly read: (field: string, otherwise: number, min: number, max: number) => number;
  /** Undefined where the field is left empty. */
  readonly readOptional: (field: string, min: number, max: number) => number | undefined;
};

const readingOf = (draft: Draft, t: Translator): Reading => {
  const mistakes: Record<string, string> = {};
  const isEmpty = (field: string): boolean => [undefined, null, ""].some((empty) => draft[field] === empty);
  const read: Reading["read"] = (field, otherwise, min, max) => {
    if (!(field in draft)) return otherwise;
    const figure = parseFigure(draft[field]);
    if (figure !== undefined && figure >= min && figure <= max) return figure;
    mistakes[field] = t.messages.roi.badFigure({ min: t.number(min), max: t.number(max) });
    return otherwise;
  };
  return {
    mistakes,
    read,
    readOptional: (field, min, max) => (isEmpty(field) ? undefined : read(field, min, min, max)),
  };
};

/** Reads every figure; what a form hasn't asked yet is as in the example. */
export const checkFigures = (content: RoiContent, draft: Draft, t: Translator): Checked<RoiAnswer> => {
  const say = t.messages.roi;
  const example = exampleOf(content);
  const { mistakes, read, readOptional } = readingOf(draft, t);
  const choose = (field: "domain" | "complexity", ids: readonly { readonly id: string }[]): string => {
    if (!(field in draft)) return example[field];
    const chosen = ids.find(({ id }) => id === draft[field])?.id;
    if (chosen === undefined) mistakes[field] = say.chooseOne;
    return chosen ?? example[field];
  };
  const limit = (field: "budget" | "buildBudget"): number | undefined => {
    const stated = example[field];
    return stated === undefined ? readOptional(field, 1, amountMax) : read(field, stated, 1, amountMax);
  };
  const project = {
    domain: choose("domain", content.domains),
    complexity: choose("complexity", content.complexities),
    examples: read("examples", example.examples, 0, amountMax),
    required: read("required", example.required, 1, 100),
    budget: limit("budget"),
    buildBudget: limit("buildBudget"),
    valueAtRequired: read("value", example.valueAtRequired, 0, amountMax),
    valuePerPoint: read("per-point", example.valuePerPoint, 0, amountMax),
  };
  const stated = content.hybrid && readOptional(performanceField(content.hybrid.id), 0, 100);
  const performance = Object.fromEntries([
    ...content.approaches.map(({ id, performance: base }) => [id, read(performanceField(id), base, 0, 100)] as const),
    ...(content.hybrid === undefined || stated === undefined ? [] : [[content.hybrid.id, stated] as const]),
  ]);
  const effects = Object.fromEntries(
    content.approaches.flatMap(({ id }) => {
      const effect = readOptional(effectField(id), -100, 100);
      return effect === undefined ? [] : [[id, effect] as const];
    }),
  );
  const costs = Object.fromEntries(
    content.approaches.flatMap(({ id, costs: items }) =>
      items.map((cost) => {
        const period = draft[periodField(id, cost.id)];
        const everyMonths = periodsFor(cost.everyMonths).find((months) => String(months) === period);
        const amount = read(costField(id, cost.id), cost.amount, 0, amountMax);
        return [costKey(id, cost.id), { amount, everyMonths: everyMonths ?? cost.everyMonths }];
      }),
    ),
  );
  // An approach that costs nothing has no ROI: the value would be divided by zero.
  for (const { id, costs: items } of content.approaches) {
    const [first] = items;
    if (first !== undefined && items.every((cost) => costs[costKey(id, cost.id)]?.amount === 0))
      mistakes[costField(id, first.id)] ??= say.noCost;
  }
  const parts = partsIn(content, draft);
  const [part] = parts ?? [];
  if (part !== undefined && parts?.length === 1) mistakes[partField(part)] = say.onePart;
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  return { type: "answer", answer: { ...project, performance, effects, parts, costs } };
};

/** What the hybrid is made of; none at all leaves it out. */
const partsIn = ({ hybrid, approaches }: RoiContent, draft: Draft): string[] | undefined =>
  hybrid &&
  approaches
    .map(({ id }) => id)
    .filter((id) => {
      const chosen = draft[partField(id)];
      return typeof chosen === "boolean" ? chosen : hybrid.parts.includes(id);
    });
