/**
 * One set of figures reckoned through: a chart and a table of all approaches, the best one or what
 * stands in the way, and which assumptions they rest on.
 */
import {
  bestOf,
  type Payback,
  type Project,
  partsOfAssumption,
  paybacks,
  sensitivity,
} from "../../analysis/payback.ts";
import type { Block, Fact } from "../../cards/card.ts";
import { type Bar, signedPercent } from "../../cards/chart.ts";
import { plainText } from "../../cards/plain.ts";
import type { Translator } from "../../i18n/translator.ts";
import { parseInline } from "../../text/inline-markdown.ts";
import { strong, type Text, words } from "../../text/text.ts";
import { seriesColour } from "../colour.ts";
import type { RoiAnswer, RoiContent, RoiProject } from "./content.ts";
import { projectOf } from "./figures.ts";

export const resultBlocks = (content: RoiContent, answer: RoiAnswer, t: Translator): readonly Block[] => {
  const say = t.messages.roi;
  const results = paybacks(projectOf(content, answer));
  const best = bestOf(results);
  const bars = results.map((result): Bar => {
    const bar = {
      label: approachLabel(content, result.id, t),
      value: rounded(result.roi ?? 0),
      figure: roiText(result.roi, t),
      colour: approachColour(content, result.id),
    };
    if (result.overBudget || result.belowRequired) return { ...bar, muted: true, mark: say.ruledOut };
    return result.id === best?.id ? { ...bar, mark: say.best } : bar;
  });
  const scale = signedPercent(bars.map(({ value }) => value));
  return [
    { type: "heading", text: [strong(headline(content, best, t))] },
    { type: "chart", chart: { title: say.chartTitle, unit: "%", scale, bars } },
    {
      type: "table",
      columns: [say.approach, say.cost, say.performance, say.value, say.roi, say.flags],
      rows: results.map((result): readonly Text[] => [
        words(approachLabel(content, result.id, t)),
        words(money(content, result.cost, t)),
        words(percentText(result.performance, t)),
        words(money(content, result.value, t)),
        words(roiText(result.roi, t)),
        words(flagsOf(content, result, answer, t).join(", ") || say.noFlags),
      ]),
    },
    ...assumptionBlocks(content, t),
  ];
};

/** A project's circumstances, as facts. */
export const projectFacts = (content: RoiContent, project: RoiProject, t: Translator): readonly Fact[] => {
  const say = t.messages.roi;
  const labelIn = (ones: RoiContent["domains"], id: string): Text => {
    const found = ones.find((one) => one.id === id);
    return found === undefined ? words(id) : parseInline(t.pick(found.label));
  };
  return [
    { label: say.domain, values: [labelIn(content.domains, project.domain)] },
    { label: say.complexity, values: [labelIn(content.complexities, project.complexity)] },
    { label: say.examples, values: [words(t.number(project.examples))] },
    { label: say.required, values: [words(percentText(project.required, t))] },
    { label: say.budget, values: [words(money(content, project.budget, t))] },
  ];
};

const headline = (content: RoiContent, best: Payback | undefined, t: Translator): string => {
  const say = t.messages.roi;
  return best === undefined
    ? say.noneQualifies
    : say.bestIs({ approach: approachLabel(content, best.id, t), roi: roiText(best.roi, t) });
};

const flagsOf = (
  content: RoiContent,
  { cost, performance, overBudget, belowRequired }: Payback,
  { budget, required }: RoiAnswer,
  t: Translator,
): readonly string[] => {
  const say = t.messages.roi;
  return [
    ...(overBudget ? [say.overBudget({ by: money(content, cost - budget, t) })] : []),
    ...(belowRequired ? [say.belowRequired({ by: t.number(required - performance) })] : []),
  ];
};

/** What the model takes for granted; every figure in it can be changed in the form. */
export const assumptionBlocks = (content: RoiContent, t: Translator): readonly Block[] => [
  { type: "note", text: words(t.messages.roi.assumptionsTitle) },
  {
    type: "list",
    ordered: false,
    items: [
      words(t.messages.roi.horizon({ months: content.horizonMonths })),
      ...content.assumptions.map((one) => parseInline(t.pick(one))),
    ],
  },
];

export const approachLabel = (content: RoiContent, id: string, t: Translator): string => {
  const found = content.approaches.find((approach) => approach.id === id);
  return found === undefined ? id : plainText(parseInline(t.pick(found.label)));
};

export const approachColour = (content: RoiContent, id: string): number | undefined =>
  seriesColour(content.approaches.find((approach) => approach.id === id)?.colour);

export const money = ({ currency }: RoiContent, amount: number, t: Translator): string =>
  t.money(amount * currency.scale, currency.code);

export const roiText = (roi: number | undefined, t: Translator): string =>
  roi === undefined ? t.messages.roi.noRoi : t.percent(rounded(roi) / 100);

/** Whole percent, for bars and words alike; never a zero with a sign. */
const rounded = (percent: number): number => Math.round(percent) + 0;

export const percentText = (percent: number, t: Translator): string => t.percent(percent / 100);

/**
 * The approach that the sensitivity is about: the best one, or the one with the highest ROI where
 * none qualifies.
 */
export const leadingApproach = (project: Project): Payback | undefined => {
  const results = paybacks(project);
  return bestOf(results) ?? results.toSorted((a, b) => (b.roi ?? 0) - (a.roi ?? 0))[0];
};

/** How far each assumption moves the leading approach's ROI. */
export const movesOf = (project: Project): ReadonlyMap<string, number> => {
  const leading = leadingApproach(project);
  return leading === undefined ? new Map() : sensitivity(project, leading.id);
};

/** An assumption's name in words, from its id in `assumptionsOf`. */
export const assumptionLabel = (content: RoiContent, id: string, t: Translator): string => {
  const say = t.messages.roi;
  const { what, approach, cost: item } = partsOfAssumption(id);
  const label = approachLabel(content, approach, t);
  if (what === "value") return say.valueAtRequired;
  if (what === "per-point") return say.valuePerPoint;
  if (what === "performance") return say.performanceOf({ approach: label });
  const cost = content.approaches.find((one) => one.id === approach)?.costs.find((one) => one.id === item);
  return say.costOf({ approach: label, item: cost === undefined ? item : plainText(parseInline(t.pick(cost.label))) });
};
