/**
 * What people type, as names that the program knows it by, and the words that a language gives for
 * each.
 */

/** The commands under which a kind of activity asks for its content. */
export const setupNames = ["ask", "assess"] as const;
export type SetupName = (typeof setupNames)[number];

export const commandNames = [
  ...setupNames,
  "start",
  "schedule",
  "schedules",
  "list",
  "learn",
  "find",
  "history",
  "export",
  "stats",
  "me",
  "settings",
  "help",
] as const;
export type CommandName = (typeof commandNames)[number];

/** What every command takes that starts sessions, at once or in time. */
const sessionOptionNames = ["anonymous", "discuss", "until", "for", "lang"] as const;

/** What `start` takes. */
export const startOptionNames = [
  ...sessionOptionNames,
  "quorum",
  "reveal",
  "ask",
  "when-all",
  "observe",
  "decider",
] as const;
export type StartOptionName = (typeof startOptionNames)[number];

/** What a command takes that asks for its content: also what only such a session has. */
export const optionNames = [...startOptionNames, "open"] as const;
export type OptionName = (typeof optionNames)[number];

/** What `schedule` takes: its own options, and those of the sessions that it starts. */
export const scheduleOptionNames = ["from", "zone", "skip", ...sessionOptionNames, "quorum"] as const;
export type ScheduleOptionName = (typeof scheduleOptionNames)[number];

/** What `learn` takes. */
export const learnOptionNames = ["share", "lang"] as const;
export type LearnOptionName = (typeof learnOptionNames)[number];

/** How answers become a result. */
export const methodNames = ["single", "approval", "ranked", "score", "dots", "consent"] as const;
export type MethodName = (typeof methodNames)[number];

export type AnyOptionName = OptionName | ScheduleOptionName | LearnOptionName;

/**
 * What can be said in a session's thread: every control that needs no form, "show them all", or to
 * change the question.
 */
export type ThreadVerb =
  | "end-round"
  | "discuss"
  | "reopen"
  | "vote-again"
  | "reveal"
  | "close"
  | "cancel"
  | "controls"
  | "ask-mend";

/** How often a schedule comes due. */
export const rhythms = ["weekly", "biweekly", "monthly", "weekdays", "cron"] as const;
export type Rhythm = (typeof rhythms)[number];

/** What spans are counted in. */
export const units = ["minute", "hour", "day", "week"] as const;
export type Unit = (typeof units)[number];

/**
 * In small letters. The first is the one that completion offers and help names; the others are
 * understood as well.
 */
export type Words = readonly [string, ...string[]];

export type TypedWords = {
  /** What the bot is called wherever words are typed freely, without what stands before it. */
  readonly self: Words;
  readonly commands: Readonly<Record<CommandName, Words>>;
  /** Without their dashes. */
  readonly options: Readonly<Record<OptionName | ScheduleOptionName, Words>>;
  /** The option of `schedule` that says how often a question of one's own is asked; no dashes. */
  readonly every: Words;
  /** What stands behind `me` to delete one's own figures. */
  readonly forget: Words;
  /** The option of `learn` that posts the card in the channel. */
  readonly share: Words;
  /** Stands behind a setup's name where it is run again on something. */
  readonly again: Words;
  /** The option of a question that says how it is answered, and what may stand behind it. */
  readonly method: Words;
  readonly methods: Readonly<Record<MethodName, Words>>;
  readonly threadVerbs: Readonly<Record<ThreadVerb, Words>>;
  readonly rhythms: Readonly<Record<Rhythm, Words>>;
  readonly weekdays: {
    /** Monday first. */
    readonly names: readonly [Words, Words, Words, Words, Words, Words, Words];
    /** So many letters of a name are enough; null where it is typed whole. */
    readonly lettersMin: number | null;
  };
  /**
   * May stand before the weekday of a monthly schedule, and says no more than is understood without
   * it.
   */
  readonly first: Words;
  readonly units: Readonly<Record<Unit, Words>>;
  /** Answered like a command without words. */
  readonly greetings: Words;
};
