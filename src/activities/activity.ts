/**
 * The contract an activity kind fulfils. Adapters and the workshop know no kinds: they see an
 * `OpenActivity`.
 */
import type { z } from "zod";
import type { Block } from "../cards/card.ts";
import type { Field, FieldOption, FormSection, FormStep } from "../cards/form.ts";
import type { AskedWords } from "../i18n/messages/asked.ts";
import type { KindMessages } from "../i18n/messages/kind.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SetupName } from "../i18n/typed-words.ts";
import type { Response, Rewording } from "../session/session.ts";
import { type StandingResponse, standingIn } from "../session/standing.ts";
import { type Seen, seenOf } from "../session/told-apart.ts";
import type { Text } from "../text/text.ts";
import type { Model } from "./model.ts";

/**
 * What a participant's form holds before it is checked: field id to value as the platform sent it.
 */
export type Draft = Readonly<Record<string, unknown>>;

/**
 * Why a form is asked: `pressed` is the step that was pressed, if one was; `earlier` what the
 * participant stands by.
 */
export type FormContext<Answer> = { readonly pressed?: string | undefined; readonly earlier?: Answer | undefined };

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

/** A checked answer, or what is wrong with which field, in the participant's language. */
export type Checked<Answer> =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "mistakes"; readonly mistakes: Mistakes };

/** What a summary is made from. */
export type Collected<Answer> = {
  readonly session: string;
  readonly anonymous: boolean;
  /** The responses that stand in each round, the first round first. */
  readonly rounds: readonly (readonly CollectedResponse<Answer>[])[];
  /** What may be shown of reasons and of groups. */
  readonly seen: Seen;
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
};

/**
 * The activities that links lead to, by id; their contents are frozen with the session like its
 * own.
 */
export type Linked = Readonly<Record<string, OpenActivity>>;

/**
 * How the facilitator states a content when a session starts, where no pack does.
 *
 * @example
 * const draft = setup.read('"Which database?" "Postgres" "SQLite"', t);
 * setup.check(draft, t); // { type: "answer", answer: { title: { typed: "Which database?" }, … } }
 */
export type Setup<Content> = {
  readonly name: SetupName;
  /** What stands above the form. */
  readonly title: (t: Translator) => string;
  /** What is asked, filled with the draft; what can be left as it is stands behind the fold. */
  readonly form: (draft: Draft, t: Translator) => Questions;
  /** The fields that the words behind the command fill; what can't be read is left out. */
  readonly read: (words: string, t: Translator) => Draft;
  /** `source` is the address of the message that it is about, where it is about one. */
  readonly check: (draft: Draft, t: Translator, source?: string) => Checked<Content>;
  /** The fields that show a content again. Throws when it is none of the kind's. */
  readonly draftOf: (content: unknown) => Draft;
  /** What the form holds where it is asked about a message: its words, as far as there is room. */
  readonly about: (words: string) => Draft;
};

/**
 * How a proposal that wasn't carried is asked again in other words. `draft` fills the form of its
 * setup; `follow` makes what was stated there the next version of it.
 */
export type Amending<Content> = { readonly draft: Draft; readonly follow: (after: Content) => Content };

/** A button of the ballot; without an option it asks for the whole answer. */
export type BallotButton = { readonly label: string; readonly option?: string };

/**
 * `share`: 0–1. `tellFrom`: from how many responses on a band of it may be told before the reveal.
 */
export type Agreement = { readonly share: number; readonly tellFrom: number };

/**
 * How a content that was stated in chat gets other words while people respond. `answered`: somebody
 * has responded, so that what they may have chosen stays.
 *
 * @example
 * mending.addOption(content, " MySQL ", t); // { type: "answer", answer: { …, added: ["MySQL"] } }
 */
export type Mending<Content> = {
  /** Asks for the whole of it. */
  readonly form: (content: Content, draft: Draft, answered: boolean, t: Translator) => Questions;
  readonly check: (content: Content, draft: Draft, answered: boolean, t: Translator) => Checked<Mended<Content>>;
  /** Whether the content is what the draft asks for. */
  readonly says: (content: Content, draft: Draft, t: Translator) => boolean;
  /** The content with one option more; what is wrong with it stands at `option`. */
  readonly addOption: (content: Content, label: string, t: Translator) => Checked<Mended<Content>>;
  readonly hasOption: (content: Content, label: string) => boolean;
  /** Of an option. */
  readonly optionLengthMax: number;
  /** How many options may still come to it. */
  readonly optionsLeft: (content: Content) => number;
};

/** What became of a content: which words took the place of others, and which options came to it. */
export type Mended<Content> = {
  readonly content: Content;
  readonly rewordings: readonly Rewording[];
  readonly added: readonly string[];
};

/** A sentence at each field that is wrong, in the person's language. */
export type Mistakes = Readonly<Record<string, string>>;

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
  /** The response form, filled with the draft; asked again as the draft changes. */
  readonly form: (content: Content, draft: Draft, t: Translator, asked: FormContext<Answer>) => Questions;
  /**
   * Checks a draft; unknown and missing values become mistakes at their fields. `earlier` is what
   * the participant stands by.
   */
  readonly check: (content: Content, draft: Draft, t: Translator, earlier?: Answer) => Checked<Answer>;
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
  /** The reveal. Lists are cut, with the number left out. */
  readonly reveal: (content: Content, collected: Collected<Answer>, t: Translator, linked: Linked) => readonly Block[];
  /** Every reason of the last round, grouped, for the person who asks to see all. */
  readonly allReasons: (content: Content, collected: Collected<Answer>, t: Translator) => readonly Block[];
};

/**
 * An activity with its content, ready to use; answers are checked again when they come from the
 * store.
 */
export type OpenActivity = {
  readonly kind: string;
  readonly names: (t: Translator) => KindMessages;
  readonly takesResponses: boolean;
  readonly isOfferedWeekly: boolean;
  readonly title: (t: Translator) => Text;
  readonly opening: (t: Translator) => readonly Block[];
  readonly options: (t: Translator) => readonly FieldOption[];
  readonly buttons: (t: Translator) => readonly BallotButton[];
  readonly pressed: (option: string, before: Draft, t: Translator) => Draft;
  readonly form: (draft: Draft, t: Translator, asked?: FormContext<unknown>) => Questions;
  readonly check: (draft: Draft, t: Translator, earlier?: unknown) => Checked<unknown>;
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
  readonly reveal: (session: CollectedSession, t: Translator) => readonly Block[];
  readonly allReasons: (session: CollectedSession, t: Translator) => readonly Block[];
  /**
   * What follows from facts that another activity states; nothing where the kind computes nothing.
   */
  readonly computed: (facts: unknown, t: Translator) => readonly Block[];
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

const openMending = <Content>(content: Content, mending: Mending<Content>): OpenMending => ({
  form: (draft, answered, t) => mending.form(content, draft, answered, t),
  check: (draft, answered, t) => mending.check(content, draft, answered, t),
  says: (draft, t) => mending.says(content, draft, t),
  addOption: (label, t) => mending.addOption(content, label, t),
  hasOption: (label) => mending.hasOption(content, label),
  optionLengthMax: mending.optionLengthMax,
  optionsLeft: mending.optionsLeft(content),
});

/** `withheld`: how many may not be shown, since too few people could have written them. */
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
 * Joins a kind with content from a pack or the store. Both verbs throw a `ZodError` when the
 * content isn't of the kind.
 */
export type OpenKind = {
  readonly kind: string;
  readonly names: (t: Translator) => KindMessages;
  readonly takesResponses: boolean;
  readonly content: z.ZodType;
  /** Whether a content that was kept is of this kind; of every content one kind alone says so. */
  readonly accepts: (content: unknown) => boolean;
  /**
   * What facts must be that another activity states for a content; undefined where the kind
   * computes nothing.
   */
  readonly facts: ((content: unknown) => z.ZodType) | undefined;
  readonly links: (content: unknown) => readonly Link[];
  readonly setup: Setup<unknown> | undefined;
  readonly open: (content: unknown, linked: Linked) => OpenActivity;
};

const buttonsFor = (options: readonly FieldOption[], t: Translator): readonly BallotButton[] =>
  options.length === 0
    ? [{ label: t.messages.session.respond }]
    : options.map(({ id, label }) => ({ label, option: id }));

/**
 * Hides a kind's types behind the contract; the types are checked here once, where unknown content
 * and answers enter.
 */
export const defineKind = <Content, Answer>(activity: Activity<Content, Answer>): OpenKind => {
  const collect = (content: Content, { session, anonymous, discussion, round, responses }: CollectedSession) => {
    const rounds = Array.from({ length: round }, (_, index) =>
      standingIn(responses, index + 1).map(({ participant, kept, answer }) => ({
        participant,
        kept,
        answer: activity.answer.parse(answer),
      })),
    );
    const reasoned = rounds.map((standing) =>
      standing.map((one) => ({ ...one, reasons: activity.reasons(content, one.answer) })),
    );
    return { session, anonymous, rounds, reasoned, seen: seenOf(reasoned, { anonymous, discussion }) };
  };
  const bareReasons = (content: Content, session: CollectedSession): BareReasons => {
    const { reasoned, seen } = collect(content, session);
    const all = (reasoned.at(-1) ?? []).flatMap(({ participant, reasons }) =>
      reasons.map((reason) => ({ participant, reason })),
    );
    const shown = all.filter(({ participant, reason }) => seen.mayShowReason(participant, reason));
    return { shown: shown.map(({ reason }) => reason), withheld: all.length - shown.length };
  };
  const kept = activity.kept ?? activity.content;
  const answersOf = (responses: readonly Response[]): readonly Answer[] =>
    responses.map((response) => activity.answer.parse(response.answer));
  const answerOf = (answer: unknown): Answer | undefined =>
    answer === undefined ? undefined : activity.answer.parse(answer);
  const { kind, names, takesResponses, isOfferedWeekly = false, model } = activity;
  return {
    kind,
    names,
    takesResponses,
    content: activity.content,
    accepts: (unchecked) => kept.safeParse(unchecked).success,
    facts: model && ((unchecked) => model.facts(activity.content.parse(unchecked))),
    links: (unchecked) => activity.links(activity.content.parse(unchecked)),
    setup: activity.setup,
    open: (unchecked, linked) => {
      const content = kept.parse(unchecked);
      const mending = activity.mending?.(content);
      const amending = activity.amending?.(content);
      return {
        kind,
        names,
        takesResponses,
        isOfferedWeekly,
        title: (t) => activity.title(content, t),
        opening: (t) => activity.opening(content, t),
        options: (t) => activity.options(content, t),
        buttons: (t) => activity.buttons?.(content, t) ?? buttonsFor(activity.options(content, t), t),
        pressed: (option, before, t) => activity.pressed?.(content, option, before, t) ?? { ...before, choice: option },
        form: (draft, t, { pressed, earlier } = {}) =>
          activity.form(content, draft, t, { pressed, earlier: answerOf(earlier) }),
        check: (draft, t, earlier) => activity.check(content, draft, t, answerOf(earlier)),
        inShort: (answer, t) => activity.inShort(content, activity.answer.parse(answer), t),
        draftOf: (answer) => activity.draftOf(content, activity.answer.parse(answer)),
        confirmation: (answer, t) => activity.confirmation(content, activity.answer.parse(answer), t),
        bareReasons: (session) => bareReasons(content, session),
        reasonsOf: (answer) => activity.reasons(content, activity.answer.parse(answer)),
        withoutWords: (answer) => activity.withoutWords(content, activity.answer.parse(answer)),
        mending: mending && openMending(content, mending),
        amending: amending && { ...amending, follow: (after) => amending.follow(kept.parse(after)) },
        asked: (t) => activity.asked(content, t),
        isOnePress: (option) => activity.isOnePress?.(content, option) === true,
        showsSumsOnly: activity.showsSumsOnly(content),
        shareOnRecommendation: (responses) => activity.shareOnRecommendation(content, answersOf(responses)),
        agreement: (responses) => activity.agreement?.(content, answersOf(responses)),
        reveal: (session, t) => activity.reveal(content, collect(content, session), t, linked),
        allReasons: (session, t) => activity.allReasons(content, collect(content, session), t),
        computed: (facts, t) => model?.blocks(content, facts, t) ?? [],
      };
    },
  };
};
