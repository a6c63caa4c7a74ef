/** What is looked back on: what a decision expects, and what came of it. */
export type ReviewsMessages = {
  /** Opens the fields of the decision's form that few fill in. */
  readonly fold: string;
  readonly expects: string;
  readonly expectsHint: string;
  readonly likely: string;
  readonly likelyHint: string;
  readonly day: string;
  readonly dayHint: string;
  readonly days: Readonly<Record<"none" | "1" | "3" | "6", string>>;
  /** The day that stands. */
  readonly kept: (args: { date: string }) => string;
  readonly expected: (args: { text: string; percent: string | null }) => string;
  readonly lookBack: string;
  readonly title: string;
  readonly ask: string;
  /** What was decided stands in it. */
  readonly inCharge: string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<"yes" | "partly" | "no" | "too-early", string>>;
  readonly sentence: string;
  readonly sentenceHint: string;
  readonly submit: string;
  readonly saved: string;
  readonly savedAgain: (args: { date: string }) => string;
  readonly turnedOut: string;
  /** One verdict with its sentence. */
  readonly outcome: (args: { verdict: string; text: string }) => string;
  readonly openTitle: (args: { count: number }) => string;
  readonly see: string;
  readonly listTitle: string;
  readonly noneOpen: string;
  readonly planned: (args: { date: string }) => string;
  readonly tooLong: (args: { over: number; max: number }) => string;
  readonly badLikely: string;
  readonly noExpectation: string;
  readonly noDecision: string;
};
