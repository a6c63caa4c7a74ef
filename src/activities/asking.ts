/** What is asked of a person in a form, and what came of it: questions, a draft, mistakes. */
import type { Block } from "../cards/card.ts";
import type { Field, FormSection, FormStep } from "../cards/form.ts";

/**
 * What a participant's form holds before it is checked: field id to value as the platform sent it.
 */
export type Draft = Readonly<Record<string, unknown>>;

/** Why a form is asked, and beside what. */
export type FormContext<Answer> = {
  /** The step that was pressed, if one was. */
  readonly pressed?: string | undefined;
  /** What the participant stands by. */
  readonly earlier?: Answer | undefined;
  /** What they stood by in the round before; absent in the first. */
  readonly previous?: Answer | undefined;
  /** The reasons that were shown after that round, in that order. */
  readonly discussed?: readonly string[] | undefined;
  /** The one of the answer's own steps that is asked. */
  readonly step?: string | undefined;
};

/** What a response form asks, as far as the draft has come. */
export type Questions = {
  /** What leads to the fields. */
  readonly intro?: readonly Block[];
  readonly fields: readonly Field[];
  readonly sections?: readonly FormSection[];
  /** What answers in one press in place of the fields. */
  readonly presses?: readonly BallotButton[];
  /** What follows from the draft so far. */
  readonly outro?: readonly Block[];
  readonly steps?: readonly FormStep[];
};

/** A button of the ballot; without an option it asks for the whole answer. */
export type BallotButton = { readonly label: string; readonly option?: string };

/** A checked answer, or what is wrong with which field, in the participant's language. */
export type Checked<Answer> =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "mistakes"; readonly mistakes: Mistakes };

/** A sentence at each field that is wrong, in the person's language. */
export type Mistakes = Readonly<Record<string, string>>;
