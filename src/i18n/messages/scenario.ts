/** What scenarios say: the case, the form, the reveal. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

export type ScenarioMessages = {
  /** Where a question comes again and again: what the line shows, and its figures. */
  readonly trend: {
    readonly score: string;
    readonly share: string;
    readonly agreement: string;
    readonly shareOf: (args: { option: string; percent: string }) => string;
  };
  readonly kind: KindMessages;
  readonly team: string;
  readonly requirements: string;
  readonly data: string;
  readonly budget: string;
  readonly choice: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly confidence: string;
  /** `guess`: the percent of a pure guess among so many options. */
  readonly confidenceHint: (args: { options: number; guess: number }) => string;
  /** What was said on the scale from 50 to 100 of before. */
  readonly confidenceKept: (args: { percent: string }) => string;
  readonly chooseOne: string;
  readonly giveReason: string;
  readonly reasonTooLong: (args: { over: number; max: number }) => string;
  readonly badConfidence: string;
  readonly recommended: string;
  readonly recommendedIs: (args: { option: string }) => string;
  readonly noRecommendation: string;
  readonly modelsTitle: string;
  readonly modelsHint: string;
  readonly seeAlso: string;
  readonly chartTitle: string;
  readonly unit: string;
  readonly figure: (args: { count: number; percent: string }) => string;
  readonly nobody: string;
  readonly tooFew: (args: { count: number }) => string;
  readonly agreement: (args: { percent: string }) => string;
  readonly unanimous: string;
  /** Behind an option's figure: how likely right those who chose it hold it. */
  readonly confidenceOf: (args: { mean: string; given: number }) => string;
  readonly agreementWords: Readonly<Record<"split" | "leaning" | "agreed", string>>;
  /** How sure people were on the scale from 50 to 100 of before. */
  readonly confidenceBefore: (args: { option: string; mean: string; given: number }) => string;
  readonly shiftTitle: (args: { from: number; to: number }) => string;
  readonly moved: (args: { count: number; from: string; to: string }) => string;
  readonly movedInAll: (args: { count: number }) => string;
  readonly shiftWithheld: string;
  readonly stayed: (args: { count: number }) => string;
  /** How many will choose as one does, as an option of a question. */
  readonly foreseen: {
    readonly ask: string;
    readonly askHint: string;
    readonly field: string;
    readonly hint: string;
    readonly surprising: (args: { option: string; share: string; foreseen: string }) => string;
  };
  /** What moved those who changed their answer. */
  readonly movedBy: {
    readonly field: string;
    readonly hint: string;
    readonly talk: string;
    readonly again: string;
    readonly title: string;
    readonly reason: (args: { count: number; reason: string }) => string;
    readonly byTalk: (args: { count: number }) => string;
    readonly byThought: (args: { count: number }) => string;
  };
  readonly reasonsTitle: string;
  /** Before reasons that don't stand under the options their authors chose. */
  readonly reasonsApart: string;
  readonly reasonsOf: (args: { option: string; count: number }) => string;
  readonly moreReasons: (args: { count: number }) => string;
  readonly asked: AskedWords;
  /** The same where no reason goes with a choice. */
  readonly askedBare: AskedWords;
  /** A question of the team's own. */
  readonly own: {
    readonly title: string;
    readonly question: string;
    readonly questionHint: string;
    readonly questionMissing: string;
    readonly options: string;
    readonly optionsHint: string;
    readonly optionsCount: (args: { count: number; min: number; max: number }) => string;
    readonly optionTooLong: (args: { option: string; max: number }) => string;
    readonly background: string;
    readonly backgroundHint: string;
    /** Leads to the message that the question is about. */
    readonly source: string;
    readonly tooLong: (args: { over: number; max: number }) => string;
    readonly reasons: string;
    readonly reasonsHint: string;
    readonly reasonRule: Readonly<Record<"required" | "optional" | "none", string>>;
    /** What can be answered where nobody gave options. */
    readonly yesOrNo: { readonly yes: string; readonly no: string };
    /** Changing what was asked. */
    readonly mend: {
      /** The label of one option's field. */
      readonly option: (args: { number: number }) => string;
      readonly optionMissing: string;
      readonly more: string;
      readonly moreHint: (args: { left: number }) => string;
      /** Where the form was opened before the first response, which came since. */
      readonly answeredMeanwhile: string;
      readonly sameOption: (args: { option: string }) => string;
      readonly full: (args: { max: number }) => string;
    };
  };
};
