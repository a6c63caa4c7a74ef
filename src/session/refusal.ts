/**
 * Why something was refused, as a value with its data; i18n turns it into a sentence that says what
 * was wrong and what to do.
 */
import type { AnyOptionName, CommandName } from "../i18n/typed-words.ts";
import type { CommandType } from "./command.ts";
import type { SessionState } from "./session.ts";

export type Refusal =
  | { readonly code: "not-found" }
  | { readonly code: "not-facilitator"; readonly command: CommandType }
  /** Others are asked in this session. */
  | { readonly code: "not-asked" }
  /** Somebody else was named to take the decision. */
  | { readonly code: "not-decider" }
  /** The person is there without responding. */
  | { readonly code: "observing" }
  /** People who aren't in the channel, by their names. */
  | { readonly code: "not-here"; readonly names: readonly string[] }
  /** A round that ends with the last response needs to know whose that is. */
  | { readonly code: "nobody-asked" }
  /** So few are asked that no response of them would be anonymous. */
  | { readonly code: "too-few-asked"; readonly least: number }
  | { readonly code: "quorum-beyond-asked"; readonly asked: number }
  | { readonly code: "wrong-state"; readonly command: CommandType; readonly state: SessionState }
  | { readonly code: "round-over"; readonly round: number; readonly open: number | null }
  /**
   * What was submitted came after the end, and an earlier response stands: `stands` says it in a
   * few words, if it can.
   */
  | { readonly code: "change-too-late"; readonly open: number | null; readonly stands: string | null }
  /**
   * A button of a round that has ended; `stands` as above, undefined where no response of the
   * person is known.
   */
  | {
      readonly code: "round-ended";
      readonly round: number;
      readonly open: number | null;
      readonly stands: string | null | undefined;
    }
  | { readonly code: "no-discussion-planned" }
  /** What is asked has changed since the form was opened. */
  | { readonly code: "content-changed" }
  /** The content is a pack's. */
  | { readonly code: "not-mendable" }
  /** The session was started without options of its members. */
  | { readonly code: "no-options-taken" }
  /** Options are added only while the first round is open. */
  | { readonly code: "options-settled" }
  /** There is no decision to look back on. */
  | { readonly code: "no-decision" }
  /** Nothing is different from what stands. */
  | { readonly code: "unchanged" }
  | { readonly code: "response-changed" }
  | { readonly code: "nothing-to-stay-with" }
  | { readonly code: "already-answered" }
  /** The same form was sent again since, with other values. */
  | { readonly code: "sent-again" }
  /** The same form was sent before, and nobody knows any more with which values. */
  | { readonly code: "sent-before" }
  /** The form has started something else. */
  | { readonly code: "already-started" }
  | { readonly code: "deadline-past" }
  | { readonly code: "reminders-used-up"; readonly most: number }
  | { readonly code: "reminder-after-end" }
  | { readonly code: "already-facilitator"; readonly person: string }
  | { readonly code: "unknown-command"; readonly given: string; readonly nearest: readonly string[] }
  | { readonly code: "unknown-activity"; readonly given: string; readonly nearest: readonly string[] }
  | {
      readonly code: "unknown-option";
      readonly command: CommandName;
      readonly given: string;
      readonly nearest: readonly string[];
      /** The options that the command has. */
      readonly taken: readonly AnyOptionName[];
    }
  | { readonly code: "surplus-word"; readonly command: "start" | "learn"; readonly given: string }
  | { readonly code: "unknown-reference"; readonly given: string; readonly nearest: readonly string[] }
  | { readonly code: "missing-reference" }
  | { readonly code: "missing-activity" }
  /** No pack has what the command would complete. */
  | { readonly code: "no-setup" }
  /** Nothing was run before under this name. */
  | { readonly code: "nothing-to-repeat"; readonly given: string; readonly nearest: readonly string[] }
  | {
      readonly code: "bad-value";
      readonly option: string;
      readonly given: string;
      readonly examples: readonly string[];
    }
  | { readonly code: "deadline-twice" }
  | { readonly code: "missing-source" }
  | { readonly code: "unknown-source"; readonly given: string; readonly nearest: readonly string[] }
  | { readonly code: "unknown-zone"; readonly given: string; readonly nearest: readonly string[] }
  | {
      readonly code: "bad-rule";
      readonly part: "how-often" | "weekday" | "time" | "cron";
      readonly given: string;
    }
  | { readonly code: "no-date-left" }
  | { readonly code: "no-such-schedule" }
  | { readonly code: "not-schedule-owner" }
  | { readonly code: "schedule-changed" }
  | { readonly code: "nothing-to-start" }
  | { readonly code: "too-many-schedules"; readonly most: number }
  /** Others change the settings here. */
  | { readonly code: "not-settings" }
  | { readonly code: "settings-changed" }
  /** Others start sessions here. */
  | { readonly code: "not-starter"; readonly starters: "facilitators" | "admins" }
  | { readonly code: "nothing-to-find" }
  | { readonly code: "nothing-to-export" }
  /** Nothing can be posted where it was asked for. */
  | { readonly code: "not-in-channel" }
  | { readonly code: "channel-closed" }
  | { readonly code: "direct-message" }
  | { readonly code: "bad-request" };
