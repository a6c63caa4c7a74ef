/** What decision flows say: the form, the verdict, the reveal. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

export type DecisionFlowMessages = {
  readonly kind: KindMessages;
  readonly possibleVerdicts: string;
  readonly branches: Readonly<Record<"yes" | "no", string>>;
  readonly answered: (args: { count: number }) => string;
  readonly back: string;
  readonly answerThis: string;
  readonly why: string;
  readonly whyHint: string;
  readonly whyTooLong: (args: { over: number; max: number }) => string;
  readonly verdictIs: (args: { verdict: string }) => string;
  readonly chartTitle: string;
  readonly unit: string;
  readonly figure: (args: { count: number; percent: string }) => string;
  readonly nobody: string;
  readonly tooFew: (args: { count: number }) => string;
  readonly samePath: string;
  readonly partingTitle: string;
  readonly partingCounts: (args: { yes: number; no: number }) => string;
  readonly pathsTitle: string;
  readonly walkedBy: (args: { count: number }) => string;
  readonly reasonsTitle: string;
  readonly moreReasons: (args: { count: number }) => string;
  readonly asked: AskedWords;
};
