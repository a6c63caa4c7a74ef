/** What the methods say by which a question can be answered: forms, receipts, results. */
import type { MethodName } from "../typed-words.ts";
import type { AskedWords } from "./asked.ts";

/** Who leads, by labels: one, or several that are level. */
type Leading<Figure> = (args: { options: readonly string[] } & Figure) => string;

export type MethodsMessages = {
  /** In the form of a question. */
  readonly field: string;
  /** Which method suits the question's shape, in a line. */
  readonly suggestions: Readonly<Record<"general" | "proposal" | "two" | "many", string>>;
  /** Where options were given with a proposal, which has none. */
  readonly noOptions: string;
  readonly names: Readonly<Record<MethodName, string>>;
  /** What one does by it, in a line. */
  readonly about: Readonly<Record<MethodName, string>>;
  /** Under the ballot's title, where a reason goes with an answer and where none does. */
  readonly hints: Readonly<Record<Exclude<MethodName, "single">, Readonly<Record<"reasoned" | "bare", string>>>>;
  /** The rest of what is said of an answer that isn't one option. */
  readonly asked: Readonly<Record<"reasoned" | "bare", Omit<AskedWords, "hint" | "reasons">>>;
  readonly cannotJudge: {
    readonly option: string;
    readonly counted: (args: { count: number }) => string;
    /** Before the reasons of those who said so. */
    readonly reasonsOf: (args: { count: number }) => string;
  };
  readonly reason: string;
  readonly reasonHint: string;
  /** Before what a participant answered, on their receipt. */
  readonly receipt: string;
  readonly nobodyJudged: string;
  readonly changed: (args: { count: number }) => string;
  readonly kept: (args: { count: number }) => string;
  /** What an option came to in one round and in the next. */
  readonly beforeAfter: (args: { option: string; before: string; after: string }) => string;
  readonly single: { readonly leads: Leading<{ count: number; total: number }> };
  readonly approval: {
    readonly field: string;
    readonly fieldHint: string;
    readonly missing: string;
    readonly unknown: string;
    readonly leads: Leading<{ count: number; total: number }>;
    readonly unit: string;
  };
  readonly ranked: {
    readonly place: (args: { place: number }) => string;
    readonly placeHint: string;
    /** Ends a ranking early. */
    readonly none: string;
    readonly missing: string;
    readonly twice: string;
    readonly leads: Leading<Record<never, never>>;
    readonly unit: string;
    readonly beats: (args: { count: number; others: number }) => string;
    readonly condorcet: (args: { option: string }) => string;
    readonly noCondorcet: string;
    readonly runoff: (args: { options: readonly string[] }) => string;
    readonly pairs: string;
    readonly pairsOf: (args: { option: string }) => string;
    readonly pair: (args: { option: string; before: number; behind: number }) => string;
    readonly agreement: (args: { percent: string }) => string;
  };
  readonly score: {
    readonly points: Readonly<Record<"least" | "most", string>>;
    readonly fieldHint: string;
    readonly missing: string;
    readonly leads: Leading<{ mean: string }>;
    readonly unit: string;
    readonly figure: (args: { mean: string; median: string; least: number; most: number }) => string;
    readonly agreement: (args: { percent: string }) => string;
  };
  readonly dots: {
    readonly left: (args: { left: number; dots: number }) => string;
    readonly over: (args: { over: number; dots: number }) => string;
    readonly missing: string;
    readonly leads: Leading<{ count: number; total: number }>;
    readonly unit: string;
    readonly figure: (args: { count: number; percent: string }) => string;
    readonly agreement: (args: { percent: string }) => string;
  };
  readonly consent: {
    readonly field: string;
    readonly stances: Readonly<Record<"consent" | "stand-aside" | "object", string>>;
    readonly stanceHints: Readonly<Record<"consent" | "stand-aside" | "object", string>>;
    readonly safeEnough: string;
    readonly safeEnoughHint: string;
    readonly safeEnoughMissing: string;
    readonly tooLong: (args: { over: number; max: number }) => string;
    /** Before what would make it safe enough, beside an objection. */
    readonly safeEnoughIs: string;
    readonly amend: string;
    readonly version: (args: { version: number }) => string;
    /** Before the words that were changed. */
    readonly saidBefore: string;
    readonly saysNow: string;
    readonly carried: string;
    readonly objected: (args: { count: number }) => string;
    readonly undecided: string;
  };
};
