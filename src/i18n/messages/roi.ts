/** What ROI comparisons say: the form, the result, the reveal. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

type Words =
  | "exampleTitle"
  | "domain"
  | "complexity"
  | "examples"
  | "items"
  | "required"
  | "budget"
  | "valueAtRequired"
  | "valuePerPoint"
  | "points"
  | "assumption"
  | "calculate"
  | "details"
  | "notYet"
  | "chooseOne"
  | "noCost"
  | "best"
  | "ruledOut"
  | "noneQualifies"
  | "noneQualifiesShort"
  | "chartTitle"
  | "approach"
  | "cost"
  | "performance"
  | "value"
  | "roi"
  | "noRoi"
  | "flags"
  | "noFlags"
  | "assumptionsTitle"
  | "nobody"
  | "bestTitle"
  | "results"
  | "spreadTitle"
  | "spreadHint"
  | "movesTitle"
  | "movesHint";

export type RoiMessages = Readonly<Record<Words, string>> & {
  readonly kind: KindMessages;
  readonly performanceOf: (args: { approach: string }) => string;
  readonly effectOf: (args: { approach: string }) => string;
  readonly effectHint: (args: { effect: string }) => string;
  readonly costOf: (args: { approach: string; item: string }) => string;
  readonly periodOf: (args: { approach: string; item: string }) => string;
  /** `months` between two payments; 0 for a single one. */
  readonly period: (args: { months: number }) => string;
  readonly badFigure: (args: { min: string; max: string }) => string;
  readonly bestIs: (args: { approach: string; roi: string }) => string;
  readonly overBudget: (args: { by: string }) => string;
  readonly belowRequired: (args: { by: string }) => string;
  readonly horizon: (args: { months: number }) => string;
  readonly tooFew: (args: { count: number }) => string;
  readonly moves: (args: { assumption: string; points: string }) => string;
  readonly asked: AskedWords;
};
