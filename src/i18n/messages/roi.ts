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
  | "buildBudget"
  | "limitHint"
  | "onePart"
  | "hybridHint"
  | "flipsToOne"
  | "flipsHint"
  | "noFlips";

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
  readonly nearest: (args: { approach: string; roi: string; missing: string }) => string;
  /** Who has the highest ROI, limits left aside. */
  readonly leaderAlone: (args: { approach: string; roi: string }) => string;
  readonly overBudget: (args: { by: string }) => string;
  readonly overBuild: (args: { by: string }) => string;
  readonly belowRequired: (args: { by: string }) => string;
  readonly horizon: (args: { months: number }) => string;
  readonly tooFew: (args: { count: number }) => string;
  readonly expectedOf: (args: { approach: string }) => string;
  readonly partOf: (args: { hybrid: string; part: string }) => string;
  readonly flipsFrom: (args: { approach: string }) => string;
  /** One figure's change, and what comes of it. */
  readonly flip: (args: { figure: string; from: string; to: string; result: string }) => string;
  readonly wins: (args: { approach: string }) => string;
  /** Whose figures the result rests on, of how many who responded. */
  readonly commonHint: (args: { count: number; of: number }) => string;
  /** An assumption with its number; `stated` where the participant changed it. */
  readonly restsOn: (args: { what: string; stated: boolean }) => string;
  readonly basePerformance: (args: { figures: string }) => string;
  readonly effects: (args: { circumstances: string; figures: string }) => string;
  readonly exampleCount: (args: { count: string }) => string;
  readonly worth: (args: { required: string; value: string; point: string }) => string;
  readonly asked: AskedWords;
};
