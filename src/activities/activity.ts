/**
 * The contract an activity kind fulfils. Adapters and the workshop know no kinds: they see an
 * `OpenActivity`.
 */
import type { z } from "zod";
import type { Block } from "../cards/card.ts";
import type { FieldOption } from "../cards/form.ts";
import type { AskedWords } from "../i18n/messages/asked.ts";
import type { KindMessages } from "../i18n/messages/kind.ts";
import type { Translator } from "../i18n/translator.ts";
import type { StandingResponse } from "../session/standing.ts";
import type { Seen } from "../session/told-apart.ts";
import type { Text } from "../text/text.ts";
import type { BallotButton, Checked, Draft, FormContext, Mistakes, Questions } from "./asking.ts";
import type { Model } from "./model.ts";
import type { Agreement, Backing, Figure, Linked } from "./open-activity.ts";
import type { Amending, Mending, Setup } from "./stating.ts";

/** What a summary is made from. */
export type Collected<Answer> = {
  readonly session: string;
  readonly anonymous: boolean;
  /** The responses that stand in each round, the first round first. */
  readonly rounds: readonly (readonly CollectedResponse<Answer>[])[];
  /** What may be shown of reasons and of groups. */
  readonly seen: Seen;
  /** The reasons that were shown bare after each round but the last, where any were. */
  readonly discussed: readonly (readonly string[])[];
};

/** `kept`: it stands from an earlier round, and its participant has said nothing since. */
export type CollectedResponse<Answer> = Pick<StandingResponse, "participant" | "kept"> & { readonly answer: Answer };

/** Another activity of the same pack on which a content rests. */
export type Link = {
  /** Where in the content it is named. */
  readonly path: readonly (string | number)[];
  readonly id: string;
  /**
   * What is stated for an activity that computes, and where in the content; null where the activity
   * is there to be read.
   */
  readonly facts: { readonly path: readonly (string | number)[]; readonly stated: unknown } | null;
  /** The kind it must be of, where it is taken whole. */
  readonly of?: string;
};

/** An answer that is given step by step, each of them kept until the last is sent. */
export type Stepping<Content> = {
  /** In order. */
  readonly ids: (content: Content) => readonly string[];
  /** What of a step isn't there yet, or isn't sound. */
  readonly mistakesIn: (content: Content, step: string, draft: Draft, t: Translator) => Mistakes;
};

/** A kind of activity. `Content` is what a pack file holds, `Answer` what a participant submits. */
export type Activity<Content, Answer> = {
  readonly kind: string;
  /** What the kind is called. */
  readonly names: (t: Translator) => KindMessages;
  readonly content: z.ZodType<Content>;
  /** What a session may have kept from before `content` refused it; where absent, the same. */
  readonly kept?: z.ZodType<Content>;
  readonly answer: z.ZodType<Answer>;
  /**
   * False for what is only read: it has no rounds, and its session is over as soon as it is posted.
   */
  readonly takesResponses: boolean;
  /** True for the kind of which a channel without schedules is offered one a week. */
  readonly isOfferedWeekly?: boolean;
  /** How a content is stated in chat; absent where packs alone state it. */
  readonly setup?: Setup<Content>;
  /**
   * Puts the contents that it rests on into a content, before anything else is asked of it; absent
   * where it stands alone.
   */
  readonly join?: (content: Content, linked: Linked) => Content;
  /** How a content that a pack states is completed in chat; absent where it is complete. */
  readonly completing?: (content: Content) => Setup<Content>;
  /** The content of a run that follows another on the same thing; absent where none follows. */
  readonly again?: (content: Content, before: Content, collected: Collected<Answer>) => Content;
  /** How a content is asked again in other words; undefined for one that isn't. */
  readonly amending?: (content: Content) => Amending<Content> | undefined;
  /** How a content gets other words; undefined for one that can't, and absent where none can. */
  readonly mending?: (content: Content) => Mending<Content> | undefined;
  /**
   * What it computes where another activity states the facts; absent where nothing can be computed.
   */
  readonly model?: Model<Content>;
  readonly links: (content: Content) => readonly Link[];
  readonly title: (content: Content, t: Translator) => Text;
  /** What the channel sees when a session starts: the case. */
  readonly opening: (content: Content, t: Translator) => readonly Block[];
  /** What stands on the ballot as buttons, in order; empty when there is nothing to choose. */
  readonly options: (content: Content, t: Translator) => readonly FieldOption[];
  /**
   * What stands on the ballot to be pressed, in order; where absent, a button an option, or one
   * that asks for all where there are none.
   */
  readonly buttons?: (content: Content, t: Translator) => readonly BallotButton[];
  /** The draft once a button's option was pressed; where absent, it is the draft's `choice`. */
  readonly pressed?: (content: Content, option: string, before: Draft, t: Translator) => Draft;
  /** Absent where one form asks for the whole answer. */
  readonly stepping?: Stepping<Content>;
  /** The response form, filled with the draft; asked again as the draft changes. */
  readonly form: (content: Content, draft: Draft, t: Translator, asked: FormContext<Answer>) => Questions;
  /**
   * Checks a draft; unknown and missing values become mistakes at their fields. Of what is asked
   * beside it, only what the participant said is known.
   */
  readonly check: (content: Content, draft: Draft, t: Translator, asked: FormContext<Answer>) => Checked<Answer>;
  /** What an answer comes to in a few words, where it fits a line. */
  readonly inShort: (content: Content, answer: Answer, t: Translator) => string | undefined;
  /** The fields that show an answer again. */
  readonly draftOf: (content: Content, answer: Answer) => Draft;
  /**
   * What the participant alone is shown once the answer is kept; empty when there is nothing to
   * add.
   */
  readonly confirmation: (content: Content, answer: Answer, t: Translator) => readonly Block[];
  /**
   * What the participant gave as reasons, nothing beside them; none where the team may see only
   * sums.
   */
  readonly reasons: (content: Content, answer: Answer) => readonly string[];
  /**
   * The answer without anything its participant wrote; what they chose stays, so that it is counted
   * as before.
   */
  readonly withoutWords: (content: Content, answer: Answer) => Answer;
  /**
   * What the kind says of what it asks for, wherever a card or form of every kind has a place for
   * it.
   */
  readonly asked: (content: Content, t: Translator) => AskedWords;
  /**
   * Whether the press of this option alone answers it, with nothing left to ask; where absent,
   * never.
   */
  readonly isOnePress?: (content: Content, option: string) => boolean;
  /**
   * True when nobody's answer is ever shown, only sums over all; the form says so before the
   * submission.
   */
  readonly showsSumsOnly: (content: Content) => boolean;
  /**
   * Share (0–1) of the responses that chose the pack's recommendation; undefined where there is
   * none, or nobody responded.
   */
  readonly shareOnRecommendation: (content: Content, answers: readonly Answer[]) => number | undefined;
  /**
   * How far people agree, where there is no recommendation to go by; absent where nothing is chosen
   * that they could agree on.
   */
  readonly agreement?: (content: Content, answers: readonly Answer[]) => Agreement;
  /** How many of those who voted put an option first; absent where nothing is voted on. */
  readonly backing?: (content: Content, option: string, answers: readonly Answer[]) => Backing;
  /**
   * The figure that matters where the same is asked again and again; absent where the number of
   * responses is all there is to say.
   */
  readonly figure?: (content: Content, answers: readonly Answer[], t: Translator) => Figure | undefined;
  /** The reveal. Lists are cut, with the number left out. */
  readonly reveal: (content: Content, collected: Collected<Answer>, t: Translator, linked: Linked) => readonly Block[];
  /** Every reason of the last round, grouped, for the person who asks to see all. */
  readonly allReasons: (content: Content, collected: Collected<Answer>, t: Translator) => readonly Block[];
};
