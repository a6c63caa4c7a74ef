/** What assessments say: the project's form, the steps, the reveal. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

type Words =
  | "title"
  | "setupHint"
  | "again"
  | "againButton"
  | "name"
  | "nameMissing"
  | "purpose"
  | "purposeHint"
  | "purposeMissing"
  | "requirements"
  | "requirementsHint"
  | "examples"
  | "data"
  | "dataHint"
  | "today"
  | "todayHint"
  | "factsTitle"
  | "factsHint"
  | "flowHint"
  | "figuresTitle"
  | "figuresHint"
  | "choiceTitle"
  | "choiceHint"
  | "talkTitle"
  | "talkFacts"
  | "sameFacts"
  | "talkPath"
  | "talkItem"
  | "sameItems"
  | "talkFlip"
  | "sidesTitle"
  | "sidesHint"
  | "votes"
  | "paths"
  | "limits"
  | "lists"
  | "best"
  | "movedTitle";

export type AssessmentMessages = Readonly<Record<Words, string>> & {
  readonly kind: KindMessages;
  /** What the session is called. */
  readonly titleOf: (args: { name: string }) => string;
  readonly requirement: (args: { number: number }) => string;
  readonly tooManyRequirements: (args: { count: number; max: number }) => string;
  readonly factVerdicts: Readonly<Record<"right" | "not-so" | "unknown", string>>;
  /** A question of the flow that was answered with yes, and what that speaks for. */
  readonly need: (args: { question: string; option: string }) => string;
  readonly alsoYes: (args: { needs: readonly string[] }) => string;
  readonly severalNeeds: (args: { option: string }) => string;
  /** What a checklist's answers speak for; `options` may be empty. */
  readonly listPoints: (args: { yes: number; total: number; options: readonly string[] }) => string;
  readonly moreFacts: (args: { count: number }) => string;
  readonly leadsNow: (args: { approach: string }) => string;
  readonly sureVotes: (args: { count: string; mean: string }) => string;
  readonly alsoPaths: (args: { count: string; also: string }) => string;
  /** With how many people's figures it keeps every limit. */
  readonly limitsKept: (args: { kept: string; of: string }) => string;
  readonly itemsMet: (args: { met: string; of: string }) => string;
  readonly saidYes: (args: { count: string; of: string }) => string;
  readonly movedHint: (args: { was: number; is: number }) => string;
  /** How many didn't confirm a fact. */
  readonly doubtMoved: (args: { fact: string; was: string; is: string }) => string;
  readonly asked: AskedWords;
};
