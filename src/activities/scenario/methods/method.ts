/**
 * The contract of a method: how a question is answered, and how the answers become a result. Shared
 * code sees an `OpenMethod` and knows none by name; each is a file, and a line in methods.ts.
 */
import type { z } from "zod";
import type { Block } from "../../../cards/card.ts";
import type { Scale } from "../../../cards/chart.ts";
import type { Field, FieldOption } from "../../../cards/form.ts";
import type { AskedWords } from "../../../i18n/messages/asked.ts";
import type { Translator } from "../../../i18n/translator.ts";
import type { MethodName } from "../../../i18n/typed-words.ts";
import type { Text } from "../../../text/text.ts";
import type { Draft, Mistakes } from "../../asking.ts";
import type { Given } from "./given.ts";

/** What there is to answer: the options as they are shown, and how many dots each may lay. */
export type Ballot = { readonly options: readonly FieldOption[]; readonly dots: number };

/** What a form asks for besides reason and confidence. */
export type MethodFields = {
  readonly fields: readonly Field[];
  /** What stands below the reason. */
  readonly after?: readonly Field[] | undefined;
  /** What follows from the draft so far. */
  readonly outro?: readonly Block[];
};

export type Read<Said> =
  | { readonly type: "said"; readonly said: Said }
  | { readonly type: "mistakes"; readonly mistakes: Mistakes };

/** What an option comes to: on the chart's scale, and in words. */
export type Figure = { readonly option: string; readonly value: number; readonly figure: string };

/** What answers amount to. */
export type Result = {
  /** What stands first: who leads, or that nobody does. Ties are said as ties. */
  readonly headline: string;
  readonly chart: { readonly unit: string; readonly scale: Scale; readonly figures: readonly Figure[] };
  /** What can't stand in the chart, below it. */
  readonly details: readonly Block[];
  /** How far people agree; undefined where too few answered to tell. */
  readonly agreement: string | undefined;
};

/** How many options a question must have of its own. */
export type OptionsOwed = { readonly min: number; readonly max: number };

/** A method. `Said` is its part of an answer, without reason and confidence. */
export type Method<Said> = {
  readonly name: MethodName;
  /** Reads its part, and leaves out the rest. */
  readonly said: z.ZodType<Said>;
  /** All that is stored of an answer. No two methods' schemas take the same answer. */
  readonly answer: z.ZodType<Given>;
  readonly owes: OptionsOwed;
  /** What is answered where a question has no options of its own. */
  readonly stances?: (t: Translator) => readonly FieldOption[];
  readonly asksConfidence: boolean;
  /** Whether each option has a button on the ballot. */
  readonly isPressed: boolean;
  /** Whether the press of this option says all there is to say where no reason is asked for. */
  readonly isWhole: (option: string) => boolean;
  /** The draft once an option was pressed. */
  readonly pressed: (ballot: Ballot, option: string, before: Draft) => Draft;
  /** `again`: whether the participant has answered before. */
  readonly fields: (ballot: Ballot, draft: Draft, t: Translator, asked: { readonly again: boolean }) => MethodFields;
  readonly read: (ballot: Ballot, draft: Draft, t: Translator) => Read<Said>;
  readonly draftOf: (said: Said) => Draft;
  /** The one option that was taken; absent where an answer is about several. */
  readonly choiceOf?: (said: Said) => string;
  /** The order of reasons by the option they were given for; absent for the options' own. */
  readonly reasonsFrom?: readonly string[];
  /** Whether this option can't be taken without a reason, whatever the question asks. */
  readonly needsReason?: (option: string) => boolean;
  /** What was written besides the reason, with what leads to it; and the answer without it. */
  readonly wordsOf?: (said: Said) => readonly string[];
  readonly leadOf?: (t: Translator) => string;
  readonly withoutWords?: (said: Said) => Said;
  /** What was answered, in a few words. */
  readonly inShort: (ballot: Ballot, said: Said, t: Translator) => string;
  /** The same on its participant's receipt, a line a thing. */
  readonly receipt: (ballot: Ballot, said: Said, t: Translator) => readonly Text[];
  /** Whether an answer puts this option first, alone or beside others. */
  readonly prefers: (said: Said, option: string) => boolean;
  /** Whether two answers are the same. */
  readonly isSame: (one: Said, other: Said) => boolean;
  /** 0–1; undefined where too few answered to tell. */
  readonly agreement: (options: readonly string[], said: readonly Said[]) => number | undefined;
  /**
   * From how many responses on a band of the agreement may be told, so that whoever reads it, with
   * their own answer, still can't tell the others'.
   */
  readonly advisedFrom: (options: number) => number;
  /** Where it is asked again and again, the mean of all figures tells more than the leading one. */
  readonly goesByMean?: true;
  /** `bare`: no reason goes with an answer. */
  readonly asked: (how: { readonly bare: boolean }, t: Translator) => AskedWords;
  readonly result: (ballot: Ballot, said: readonly Said[], t: Translator) => Result;
};

/**
 * Of so many who take one option each, one may differ and the agreement still lies in the highest
 * band: 1 − 2/n > 0.7. Of fewer, that band says that all answered alike, and so what.
 */
export const unanimityFrom = 7;

type Hidden = "said" | "read" | "draftOf" | "choiceOf" | "wordsOf" | "withoutWords" | "inShort" | "receipt";
type Compared = "prefers" | "isSame" | "agreement" | "result";

/** A method whose answers are read where they come in; one of another method says nothing. */
export type OpenMethod = Omit<Method<never>, Hidden | Compared> & {
  /** Whether an answer is by this method: a vote. */
  readonly takes: (answer: Given) => boolean;
  readonly read: (
    ballot: Ballot,
    draft: Draft,
    t: Translator,
  ) => { readonly type: "said"; readonly said: object } | { readonly type: "mistakes"; readonly mistakes: Mistakes };
  readonly draftOf: (answer: Given) => Draft;
  /** Whether an answer takes one option and no other. */
  readonly isPick: boolean;
  readonly choiceOf: (answer: Given) => string | undefined;
  readonly wordsOf: (answer: Given) => readonly string[];
  readonly withoutWords: (answer: Given) => Given;
  readonly inShort: (ballot: Ballot, answer: Given, t: Translator) => string | undefined;
  readonly receipt: (ballot: Ballot, answer: Given, t: Translator) => readonly Text[];
  readonly prefers: (answer: Given, option: string) => boolean;
  readonly isSame: (one: Given, other: Given) => boolean;
  readonly agreement: (options: readonly string[], answers: readonly Given[]) => number | undefined;
  readonly result: (ballot: Ballot, answers: readonly Given[], t: Translator) => Result;
};

/** Hides a method's type behind the contract. */
export const defineMethod = <Said extends object>(method: Method<Said>): OpenMethod => {
  const saidIn = (answer: Given): Said | undefined => method.said.safeParse(answer).data;
  const allIn = (answers: readonly Given[]): readonly Said[] => answers.flatMap((answer) => saidIn(answer) ?? []);
  const from = <Value>(answer: Given, take: (said: Said) => Value): Value | undefined => {
    const said = saidIn(answer);
    return said === undefined ? undefined : take(said);
  };
  const { choiceOf, wordsOf, withoutWords } = method;
  return {
    ...method,
    takes: (answer) => saidIn(answer) !== undefined,
    isPick: choiceOf !== undefined,
    draftOf: (answer) => from(answer, method.draftOf) ?? {},
    choiceOf: (answer) => choiceOf && from(answer, choiceOf),
    wordsOf: (answer) => (wordsOf && from(answer, wordsOf)) ?? [],
    withoutWords: (answer) => ({ ...answer, ...(withoutWords && from(answer, withoutWords)), reason: "" }),
    inShort: (ballot, answer, t) => from(answer, (said) => method.inShort(ballot, said, t)),
    receipt: (ballot, answer, t) => from(answer, (said) => method.receipt(ballot, said, t)) ?? [],
    prefers: (answer, option) => from(answer, (said) => method.prefers(said, option)) ?? false,
    isSame: (one, other) =>
      from(one, (said) => from(other, (also) => method.isSame(said, also)) ?? false) ??
      !method.said.safeParse(other).success,
    agreement: (options, answers) => method.agreement(options, allIn(answers)),
    result: (ballot, answers, t) => method.result(ballot, allIn(answers), t),
  };
};

/** An option's label; its id stands in for one that isn't offered any more. */
export const labelIn = ({ options }: Ballot, id: string): string =>
  options.find((option) => option.id === id)?.label ?? id;

export const idsIn = ({ options }: Ballot): readonly string[] => options.map(({ id }) => id);
