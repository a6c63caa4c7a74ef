/** What the cards and forms say that every activity shares. */
import type { AskedWords } from "./asked.ts";

/** Where a session can stand. */
export type StateName = "collecting" | "ended" | "discussing" | "revealed" | "closed" | "cancelled";

/** What a facilitator can do with a session. */
export type ControlName =
  | "end-round"
  | "discuss"
  | "vote-again"
  | "extend"
  | "set-reminder"
  | "remind"
  | "add-facilitator"
  | "reveal"
  | "record-decision"
  | "close"
  | "mend"
  | "reopen"
  | "add-option"
  | "review"
  | "cancel";

type StandingCounts = {
  readonly round: number;
  readonly total: number;
  readonly answered: number;
  readonly kept: number;
};

/** What a band advises; `thinkAgain` is to discuss where no discussion is planned. */
export type BandWords = Readonly<Record<"clarify" | "discuss" | "reveal" | "thinkAgain", string>>;

export type SessionMessages = {
  readonly round: (args: { round: number }) => string;
  readonly state: Readonly<Record<StateName, string>>;
  readonly progress: string;
  readonly endsAt: string;
  readonly modes: string;
  readonly anonymous: string;
  readonly named: string;
  readonly sumsOnly: string;
  readonly withDiscussion: string;
  /** Before who leads the session. */
  readonly facilitator: string;
  /** In place of the name of someone whose data was removed. */
  readonly forgottenPerson: string;
  readonly sharedBy: string;
  readonly responded: (args: { count: number }) => string;
  readonly nobodyYet: string;
  /** In place of the one above, once the round is over. */
  readonly nobody: string;
  readonly respond: string;
  readonly ballotTitle: (args: { round: number }) => string;
  /** In place of the one above, where there is nothing to choose on the ballot itself. */
  readonly responsesTitle: (args: { round: number }) => string;
  readonly ballotOver: string;
  /** `asked`: how many were asked, where somebody in particular was. */
  readonly roundEnded: (args: { round: number; count: number; asked?: number }) => string;
  /**
   * Responses that stand from an earlier round, since their participants have said nothing since.
   */
  readonly standing: {
    /** Beside what one participant said. */
    readonly kept: string;
    readonly keptCount: (args: { kept: number }) => string;
    /** Before the names of those who stand by an earlier round. */
    readonly keptNames: string;
    /**
     * `total` stand in the round, of whom `answered` said so in it and `kept`, at least one, did
     * not.
     */
    readonly counts: (args: StandingCounts) => string;
    readonly roundEnded: (args: StandingCounts) => string;
    /** To the participant alone; `inShort` is what they said, where it fits a line. */
    readonly own: (args: { round: number; inShort: string | undefined }) => string;
    /** Heads a reminder to one who stands by an earlier round. */
    readonly openTitle: (args: { round: number }) => string;
    readonly stay: string;
    readonly stayed: string;
    readonly reasonsWithheld: string;
  };
  readonly discussionTitle: string;
  /** Where there are no reasons to discuss. */
  readonly discussionBare: string;
  readonly discussionTooFew: string;
  /** In which order the reasons of a discussion stand, and why. */
  readonly rareFirst: string;
  readonly reasonsLeftOut: (args: { count: number }) => string;
  readonly revealTitle: string;
  readonly cancelledTitle: string;
  readonly cancelledText: string;
  readonly controls: {
    readonly title: string;
    readonly onlyYou: string;
    readonly verbs: Readonly<Record<ControlName, string>>;
    readonly amendDecision: string;
    readonly cancelQuestion: string;
    readonly closeQuestion: string;
    /** Moves the deadline where there is none yet. */
    readonly setDeadline: string;
    /** Leaves a question unanswered; `keep` where the question is whether to cancel. */
    readonly cancel: string;
    readonly keep: string;
    readonly advice: Readonly<Record<"clarify" | "discuss" | "reveal", string>>;
    /** The advice to discuss, where no discussion is planned. */
    readonly thinkAgain: string;
    /** By how far people agree, where there is no recommended option. */
    readonly agreementAdvice: BandWords;
    readonly noAdvice: (args: { discussion: boolean }) => string;
    readonly tooFewToAdvise: string;
    readonly undelivered: (args: { count: number }) => string;
    readonly over: string;
  };
  readonly decision: {
    readonly title: string;
    readonly text: string;
    readonly owner: string;
    readonly date: string;
    readonly textHint: string;
    readonly formTitle: string;
    readonly save: string;
    readonly tooLong: (args: { over: number; max: number }) => string;
    readonly badDate: string;
  };
  readonly responseForm: {
    readonly title: (args: { round: number }) => string;
    readonly submit: string;
    readonly change: string;
    readonly cancel: string;
    readonly untilEnd: string;
    /** Of an answer that is given step by step. */
    readonly stage: (args: { step: number; of: number }) => string;
    readonly next: string;
    readonly back: string;
  };
  /** Of what is asked again and again in a channel. */
  readonly trend: {
    readonly title: (args: { what: string; times: number }) => string;
    /** Where there is no other figure. */
    readonly responses: string;
    /** From the first to the last time. */
    readonly course: (args: { first: string; last: string }) => string;
  };
  /** Where another choice is made than the one a reason was given for. */
  readonly earlierReason: {
    readonly keep: string;
    readonly was: (args: { reason: string }) => string;
    readonly missing: string;
  };
  /** Where fewer responded than the session wants. */
  readonly quorum: {
    readonly missing: (args: { standing: number; quorum: number }) => string;
    readonly reveal: string;
    /** On the reveal and beside the decision. */
    readonly without: (args: { standing: number; quorum: number }) => string;
  };
  readonly reopened: (args: { round: number }) => string;
  /** Other words for what is asked. */
  readonly mending: {
    readonly title: string;
    readonly submit: string;
    /** What becomes of the old words, before and after the first response. */
    readonly unanswered: string;
    readonly answered: string;
    /** Above a form that was opened for what has changed since. */
    readonly stale: string;
    /** On the card, before the instant at which it was changed. */
    readonly reworded: (args: { was: string; now: string }) => string;
    /** On the card; `named`: who added it stands behind. */
    readonly added: (args: { option: string; named: boolean }) => string;
    readonly earlier: (args: { count: number }) => string;
    /** Told to one who has responded. */
    readonly newsTitle: string;
    readonly news: string;
  };
  /** An option that somebody adds. */
  readonly optionForm: {
    readonly button: string;
    readonly title: string;
    readonly field: string;
    readonly submit: string;
    readonly named: string;
    readonly anonymous: string;
    readonly added: (args: { option: string }) => string;
  };
  /** Said to one person on a card that all see. */
  readonly ownResponse: (args: { round: number }) => string;
  readonly recorded: { readonly first: string; readonly changed: string; readonly change: string };
  readonly extendForm: {
    /** Where there is no deadline yet. */
    readonly first: { readonly title: string; readonly submit: string };
    readonly title: string;
    readonly field: string;
    readonly hint: string;
    readonly submit: string;
  };
  readonly reminder: {
    readonly formTitle: string;
    readonly field: string;
    readonly hint: string;
    readonly submit: string;
    /** Before the instant at which people are reminded. */
    readonly planned: string;
    readonly sent: (args: { count: number }) => string;
    readonly title: string;
    /** Where to respond, said to one person alone. */
    readonly where: string;
  };
  readonly facilitatorForm: { readonly title: string; readonly field: string; readonly submit: string };
  readonly undelivered: Readonly<
    Record<"title" | "uncertain" | "channel-gone" | "message-gone" | "not-a-member" | "not-drawable", string>
  >;
  readonly required: string;
  readonly asked: AskedWords;
};
