/** The words of commands, menus and refusals. */
import type { AnyOptionName, CommandName, OptionName, ScheduleOptionName } from "../typed-words.ts";
import type { ControlName, StateName } from "./session.ts";

export type CommandsMessages = {
  readonly menuTitle: string;
  readonly menuIntro: string;
  readonly ask: string;
  readonly start: string;
  readonly list: string;
  readonly learn: string;
  readonly read: string;
  readonly share: string;
  readonly nothingToLearn: string;
  /** What an exercise is, above its entry: several activities one after another. */
  readonly exercise: (args: { parts: number }) => string;
  readonly history: string;
  readonly help: string;
  readonly openSessions: string;
  readonly listTitle: string;
  readonly historyTitle: string;
  readonly noHistory: string;
  readonly noDecision: string;
  /** What figures and times mean that stand elsewhere without a definition. */
  readonly termsTitle: string;
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
  readonly details: Readonly<
    Record<
      | "ask"
      | "assess"
      | "start"
      | "schedule"
      | "schedules"
      | "list"
      | "learn"
      | "find"
      | "history"
      | "export"
      | "settings"
      | "stats"
      | "me"
      | "help",
      string
    >
  >;
  readonly optionDetails: Readonly<Record<OptionName | ScheduleOptionName, string>>;
  readonly startForm: {
    readonly title: string;
    readonly activity: string;
    readonly anonymous: string;
    readonly anonymousHint: string;
    readonly discussion: string;
    readonly discussionHint: string;
    /** Members may add options. */
    readonly open: string;
    readonly openHint: string;
    /** Revealed in the same moment as a deadline ends the round. */
    readonly reveal: string;
    readonly revealHint: string;
    /** How many responses a round wants. */
    readonly quorum: string;
    readonly quorumHint: string;
    readonly badQuorum: string;
    readonly end: string;
    readonly endHint: string;
    readonly ends: {
      readonly none: string;
      readonly spans: Readonly<Record<"1h" | "2d", string>>;
      readonly today: (args: { at: string }) => string;
      readonly tomorrow: (args: { at: string }) => string;
      readonly other: string;
    };
    readonly endOther: string;
    readonly endOtherHint: string;
    /** Where both a choice and a time of one's own are given. */
    readonly endTwice: string;
    /** Opens what can be left as it is. */
    readonly fold: string;
    readonly language: string;
    readonly submit: string;
    readonly cancel: string;
  };
  readonly home: Readonly<
    Record<"waiting" | "nothingWaiting" | "facilitated" | "decided" | "nothingDecided" | "language", string>
  >;
  /** Closes a dialog that only shows something. */
  readonly close: string;
  readonly badEnd: string;
  /** Printed when there is a page to open. */
  readonly listening: (args: { address: string }) => string;
  /** Printed when it serves chat platforms alone. */
  readonly serving: (args: { address: string }) => string;
  readonly refusals: {
    readonly notFacilitator: (args: { command: ControlName | "respond" }) => string;
    readonly wrongState: (args: { command: ControlName | "respond"; state: StateName }) => string;
    readonly roundOver: (args: { round: number; open: number | null }) => string;
    /** `stands`: the response that counts, in a few words; null where it can't be said. */
    readonly changeTooLate: (args: { open: number | null; stands: string | null }) => string;
    /** `stands` is undefined where no response is known. */
    readonly roundEnded: (args: { round: number; open: number | null; stands: string | null | undefined }) => string;
    readonly noDiscussionPlanned: string;
    readonly responseChanged: string;
    /** What is asked has changed since a form was opened. */
    readonly contentChanged: string;
    readonly notMendable: string;
    readonly noOptionsTaken: string;
    readonly optionsSettled: string;
    readonly unchanged: string;
    readonly nothingToStayWith: string;
    readonly alreadyAnswered: string;
    readonly sentAgain: string;
    readonly sentBefore: string;
    readonly alreadyStarted: string;
    readonly noSetup: string;
    readonly nothingToRepeat: (args: { given: string; nearest: readonly string[] }) => string;
    readonly deadlinePast: string;
    readonly alreadyFacilitator: string;
    readonly unknownOption: (args: {
      command: CommandName;
      given: string;
      nearest: readonly string[];
      taken: readonly AnyOptionName[];
    }) => string;
    readonly surplusWord: (args: { command: CommandName; given: string }) => string;
    readonly badValue: (args: { option: string; given: string; examples: readonly string[] }) => string;
    readonly deadlineTwice: string;
    readonly remindersUsedUp: (args: { most: number }) => string;
    readonly reminderAfterEnd: string;
    readonly missingSource: string;
    readonly unknownZone: (args: { given: string; nearest: readonly string[] }) => string;
    readonly badRule: (args: { part: "how-often" | "weekday" | "time" | "cron"; given: string }) => string;
    readonly noDateLeft: string;
    readonly notScheduleOwner: string;
    readonly nothingToStart: string;
    readonly tooManySchedules: (args: { most: number }) => string;
    readonly channelClosed: string;
    readonly directMessage: string;
    readonly badRequest: string;
    readonly fault: string;
    /** Where the database fell silent while it was saving. */
    readonly uncertain: string;
  };
};
