/**
 * The ROI form: first the project, and one step further every cost item with its period and every
 * assumption; below it the result so far.
 */
import type { Field, FormSection } from "../../cards/form.ts";
import type { Translator } from "../../i18n/translator.ts";
import { words } from "../../text/text.ts";
import type { Draft, FormContext, Questions } from "../asking.ts";
import { parseFigure } from "../figure.ts";
import { labelOf } from "../label.ts";
import { checkFigures } from "./check-figures.ts";
import { amountMax, type RoiAnswer, type RoiContent } from "./content.ts";
import {
  costField,
  effectField,
  effectOf,
  exampleOf,
  partField,
  partsOfCostKey,
  performanceField,
  periodField,
  periodsFor,
} from "./figures.ts";
import { shortResultBlocks } from "./result.ts";

const calculate = "calculate";
const details = "details";

export const form = (
  content: RoiContent,
  draft: Draft,
  t: Translator,
  { pressed }: FormContext<RoiAnswer>,
): Questions => {
  const say = t.messages.roi;
  const detailed = pressed === details || Object.keys(draft).some((field) => !projectFieldIds.has(field));
  const checked = checkFigures(content, draft, t);
  return {
    fields: [...projectFields(content, draft, t), ...(detailed ? detailFields(content, draft, t) : [])],
    ...(detailed ? { sections: sectionsOf(content, t) } : {}),
    outro:
      checked.type === "answer"
        ? shortResultBlocks(content, checked.answer, t)
        : [{ type: "note", text: words(say.notYet) }],
    steps: [{ id: calculate, label: say.calculate }, ...(detailed ? [] : [{ id: details, label: say.details }])],
  };
};

/** What an approach costs and brings stands together, and folded: nobody knows all of it. */
const sectionsOf = ({ approaches, hybrid }: RoiContent, t: Translator): readonly FormSection[] =>
  [...approaches, ...(hybrid === undefined ? [] : [hybrid])].map(({ id, label }) => ({
    id,
    title: labelOf(label, t),
  }));

/** The fields that are always asked; a draft with any other one has come to the details. */
const projectFieldIds = new Set(["domain", "complexity", "examples", "required", "buildBudget", "budget"]);

type NumberField = Pick<Field & { type: "number" }, "id" | "label" | "min" | "max" | "unit"> & {
  readonly hint?: string | undefined;
  readonly required?: boolean;
};

const numberField = (field: NumberField, draft: Draft, otherwise?: number): Field => {
  const value = field.id in draft ? parseFigure(draft[field.id]) : otherwise;
  return { type: "number", required: true, ...field, value };
};

const projectFields = (content: RoiContent, draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.roi;
  const { example, currency } = content;
  const limits = [
    { id: "buildBudget", label: say.buildBudget },
    { id: "budget", label: say.budget },
  ] as const;
  const choice = (id: "domain" | "complexity", label: string, of: RoiContent["domains"]): Field => ({
    type: "choice",
    id,
    label,
    required: true,
    options: of.map((one) => ({ id: one.id, label: labelOf(one.label, t) })),
    short: true,
    value: of.find((one) => one.id === draft[id])?.id ?? example[id],
  });
  return [
    choice("domain", say.domain, content.domains),
    choice("complexity", say.complexity, content.complexities),
    numberField(
      { id: "examples", label: say.examples, min: 0, max: amountMax, unit: say.items },
      draft,
      example.examples,
    ),
    numberField({ id: "required", label: say.required, min: 1, max: 100, unit: "%" }, draft, example.required),
    ...limits.map(({ id, label }) =>
      numberField(
        {
          id,
          label,
          hint: say.limitHint,
          min: 1,
          max: amountMax,
          unit: t.pick(currency.unit),
          required: example[id] !== undefined,
        },
        draft,
        example[id],
      ),
    ),
  ];
};

const detailFields = (content: RoiContent, draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.roi;
  const unit = t.pick(content.currency.unit);
  const example = exampleOf(content);
  const project = projectIn(content, draft, t);
  const money = { min: 0, max: amountMax, unit };
  return [
    numberField(
      { id: "value", label: say.valueAtRequired, hint: say.assumption, ...money },
      draft,
      example.valueAtRequired,
    ),
    numberField(
      { id: "per-point", label: say.valuePerPoint, hint: say.assumption, ...money },
      draft,
      example.valuePerPoint,
    ),
    ...content.approaches.flatMap(({ id, label, performance, costs }): readonly Field[] => {
      const approach = labelOf(label, t);
      const base = { id: performanceField(id), label: say.performanceOf({ approach }), hint: say.assumption };
      const effect = t.number(effectOf(content, id, project));
      return [
        numberField({ ...base, min: 0, max: 100, unit: "%" }, draft, performance),
        numberField(
          {
            id: effectField(id),
            label: say.effectOf({ approach }),
            hint: say.effectHint({ effect }),
            min: -100,
            max: 100,
            unit: say.points,
            required: false,
          },
          draft,
        ),
        ...costs.flatMap((cost) => costFields(approach, id, cost, draft, { unit, t })),
      ].map((field) => ({ ...field, section: id }));
    }),
    ...hybridFields(content, draft, t),
  ];
};

/** Which approaches the hybrid is made of, and what the team expects of it. */
const hybridFields = (content: RoiContent, draft: Draft, t: Translator): readonly Field[] => {
  const say = t.messages.roi;
  const { hybrid, approaches } = content;
  if (hybrid === undefined) return [];
  const label = labelOf(hybrid.label, t);
  return [
    ...approaches.map(({ id, label: part }): Field => {
      const chosen = draft[partField(id)];
      const value = typeof chosen === "boolean" ? chosen : hybrid.parts.includes(id);
      return {
        type: "toggle",
        id: partField(id),
        label: say.partOf({ hybrid: label, part: labelOf(part, t) }),
        required: false,
        value,
      };
    }),
    numberField(
      {
        id: performanceField(hybrid.id),
        label: say.expectedOf({ approach: label }),
        hint: say.hybridHint,
        min: 0,
        max: 100,
        unit: "%",
        required: false,
      },
      draft,
    ),
  ].map((field) => ({ ...field, section: hybrid.id }));
};

type Cost = RoiContent["approaches"][number]["costs"][number];

const costFields = (
  approach: string,
  id: string,
  cost: Cost,
  draft: Draft,
  { unit, t }: { readonly unit: string; readonly t: Translator },
): readonly Field[] => {
  const say = t.messages.roi;
  const item = labelOf(cost.label, t);
  const periods = periodsFor(cost.everyMonths);
  const chosen = periods.find((months) => String(months) === draft[periodField(id, cost.id)]) ?? cost.everyMonths;
  const label = say.costOf({ approach, item });
  return [
    numberField({ id: costField(id, cost.id), label, min: 0, max: amountMax, unit }, draft, cost.amount),
    {
      type: "choice",
      id: periodField(id, cost.id),
      label: say.periodOf({ approach, item }),
      required: true,
      options: periods.map((months) => ({ id: String(months), label: say.period({ months }) })),
      menu: true,
      value: String(chosen),
    },
  ];
};

/** The circumstances as far as they can be read, for the figures that the hints name. */
const projectIn = (content: RoiContent, draft: Draft, t: Translator): RoiAnswer => {
  const { domain, complexity, examples } = draft;
  const given = Object.fromEntries(
    Object.entries({ domain, complexity, examples }).filter(([, value]) => value !== undefined),
  );
  const checked = checkFigures(content, given, t);
  return checked.type === "answer" ? checked.answer : exampleOf(content);
};

/**
 * The fields that show an answer again: the project, and whatever differs from the pack's own
 * figures.
 */
export const draftOf = (content: RoiContent, answer: RoiAnswer): Draft => {
  const own = allFields(content, exampleOf(content));
  return Object.fromEntries(
    Object.entries(allFields(content, answer)).filter(
      ([field, value]) => projectFieldIds.has(field) || own[field] !== value,
    ),
  );
};

const allFields = (content: RoiContent, { performance, effects, costs, parts, ...project }: RoiAnswer): Draft => {
  const { valueAtRequired, valuePerPoint, ...rest } = project;
  return {
    ...rest,
    value: valueAtRequired,
    "per-point": valuePerPoint,
    ...Object.fromEntries(Object.entries(performance).map(([id, value]) => [performanceField(id), value])),
    ...Object.fromEntries(
      content.hybrid === undefined
        ? []
        : content.approaches.map(({ id }) => [partField(id), (parts ?? content.hybrid?.parts ?? []).includes(id)]),
    ),
    ...Object.fromEntries(Object.entries(effects).map(([id, value]) => [effectField(id), value])),
    ...Object.fromEntries(
      Object.entries(costs).flatMap(([key, { amount, everyMonths }]) => {
        const { approach, cost } = partsOfCostKey(key);
        return [
          [costField(approach, cost), amount],
          [periodField(approach, cost), String(everyMonths)],
        ];
      }),
    ),
  };
};
