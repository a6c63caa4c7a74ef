/** An activity as everybody but its kind sees it: open, with its content, its types hidden. */
import type { Block } from "../cards/card.ts";
import type { FieldOption } from "../cards/form.ts";
import type { AskedWords } from "../i18n/messages/asked.ts";
import type { KindMessages } from "../i18n/messages/kind.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Response } from "../session/session.ts";
import type { Text } from "../text/text.ts";
import type { BallotButton, Checked, Draft, FormContext, Mistakes, Questions } from "./asking.ts";
import type { Amending, Mended, Setup } from "./stating.ts";

/**
 * An activity with its content, ready to use; answers are checked again when they come from the
 * store.
 */
export type OpenActivity = {
  readonly kind: string;
  readonly names: (t: Translator) => KindMessages;
  readonly takesResponses: boolean;
  readonly isOfferedWeekly: boolean;
  /** As it was checked; what it rests on isn't in it. */
  readonly content: unknown;
  /** How it is completed in chat before it starts; undefined where it is complete. */
  readonly completing: Setup<unknown> | undefined;
  /**
   * The content of a run that follows this one, with what came out of it; undefined where none
   * follows.
   */
  readonly again: ((content: unknown, session: CollectedSession) => unknown) | undefined;
  /** Undefined where one form asks for the whole answer. */
  readonly stepping: OpenStepping | undefined;
  readonly title: (t: Translator) => Text;
  readonly opening: (t: Translator) => readonly Block[];
  readonly options: (t: Translator) => readonly FieldOption[];
  readonly buttons: (t: Translator) => readonly BallotButton[];
  readonly pressed: (option: string, before: Draft, t: Translator) => Draft;
  readonly form: (draft: Draft, t: Translator, asked?: FormContext<unknown>) => Questions;
  readonly check: (draft: Draft, t: Translator, asked?: FormContext<unknown>) => Checked<unknown>;
  readonly inShort: (answer: unknown, t: Translator) => string | undefined;
  readonly draftOf: (answer: unknown) => Draft;
  readonly confirmation: (answer: unknown, t: Translator) => readonly Block[];
  /** The reasons of those who stand in the session's round, bare, as far as they may be shown. */
  readonly bareReasons: (session: CollectedSession) => BareReasons;
  /** What this one gave as reasons; who may see them is for the caller to know. */
  readonly reasonsOf: (answer: unknown) => readonly string[];
  readonly withoutWords: (answer: unknown) => unknown;
  readonly amending: Amending<unknown> | undefined;
  /** Undefined where the content stays as it is. */
  readonly mending: OpenMending | undefined;
  readonly asked: (t: Translator) => AskedWords;
  readonly isOnePress: (option: string) => boolean;
  readonly showsSumsOnly: boolean;
  readonly shareOnRecommendation: (responses: readonly Response[]) => number | undefined;
  readonly agreement: (responses: readonly Response[]) => Agreement | undefined;
  readonly backing: (option: string, responses: readonly Response[]) => Backing | undefined;
  /** Undefined where the number of responses is all there is to say, or nothing may be told. */
  readonly figure: (session: CollectedSession, t: Translator) => Figure | undefined;
  readonly reveal: (session: CollectedSession, t: Translator) => readonly Block[];
  readonly allReasons: (session: CollectedSession, t: Translator) => readonly Block[];
  /**
   * What follows from facts that another activity states; nothing where the kind computes nothing.
   */
  readonly computed: (facts: unknown, t: Translator) => readonly Block[];
};

/** `Stepping` of the content that is open. */
export type OpenStepping = {
  readonly ids: readonly string[];
  readonly mistakesIn: (step: string, draft: Draft, t: Translator) => Mistakes;
};

/** `Mending` of the content that is open. */
export type OpenMending = {
  readonly form: (draft: Draft, answered: boolean, t: Translator) => Questions;
  readonly check: (draft: Draft, answered: boolean, t: Translator) => Checked<Mended<unknown>>;
  readonly says: (draft: Draft, t: Translator) => boolean;
  readonly addOption: (label: string, t: Translator) => Checked<Mended<unknown>>;
  readonly hasOption: (label: string) => boolean;
  readonly optionLengthMax: number;
  readonly optionsLeft: number;
};

/**
 * In the order in which a discussion shows them. `withheld`: how many may not be shown, since too
 * few people could have written them.
 */
export type BareReasons = { readonly shown: readonly string[]; readonly withheld: number };

export type CollectedSession = {
  readonly session: string;
  readonly anonymous: boolean;
  readonly discussion: boolean;
  /** The last round that counts. */
  readonly round: number;
  /** The responses that count, of all rounds. */
  readonly responses: readonly Response[];
};

/**
 * `share`: 0–1. `tellFrom`: from how many responses on a band of it may be told before the reveal.
 */
export type Agreement = { readonly share: number; readonly tellFrom: number };

/** Of so many who voted, how many put an option first, alone or beside others. */
export type Backing = { readonly for: number; readonly of: number };

/** One figure that tells how a question that comes again goes: `value` on a scale up to `to`. */
export type Figure = { readonly title: string; readonly value: number; readonly to: number; readonly text: string };

/**
 * The activities that links lead to, by id; their contents are frozen with the session like its
 * own.
 */
export type Linked = Readonly<Record<string, OpenActivity>>;
