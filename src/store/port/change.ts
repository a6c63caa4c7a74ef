/** What a commit is asked to write, what it rests on, and what it answers. */
import type { Occurrence, Schedule } from "../../schedule/schedule.ts";
import type { Note } from "../../session/card-slot.ts";
import type { SessionEvent } from "../../session/event.ts";
import type { Response, Session } from "../../session/session.ts";
import type { Nudge } from "./due.ts";

/**
 * Thrown by a verb that writes, where the database fell silent or its line broke while it
 * committed: whether what was asked is kept can't be known before it answers again. The cause is
 * what was heard last.
 */
export class UncertainCommit extends Error {
  constructor(cause: unknown) {
    super("The database gave no answer to a commit", { cause });
  }
}

/** What a decision rested on, checked again inside the transaction that writes. */
export type Guard =
  /** The session does not exist yet. */
  | { readonly type: "new" }
  /**
   * The session is at `revision`, its round open at `now`, and the participant's response stands at
   * `seen`.
   */
  | {
      readonly type: "round-open";
      readonly session: string;
      readonly revision: number;
      readonly round: number;
      readonly participant: string;
      readonly seen: number;
      readonly now: number;
    }
  /** The session is at `revision`; with `unanswered`, nobody has responded in it. */
  | {
      readonly type: "revision";
      readonly session: string;
      readonly revision: number;
      readonly unanswered?: boolean;
    };

/**
 * Names what was meant, whatever delivery it came in. It is its person's alone: another's of the
 * same name is another.
 */
export type Intent = {
  readonly name: string;
  /** As they are stored: the participant where it is a response, and empty where the clock acts. */
  readonly person: string;
};

/**
 * `corrects`: the last revision that the same intent has led to, which the change corrects; null
 * for the first.
 */
export type Meant = Intent & { readonly corrects: number | null };

/** What an intent has led to. */
export type Made = {
  /** The session, or the schedule. */
  readonly session: string;
  /** Of the last change that it led to. */
  readonly revision: number;
  /** What is still known of each of them, the first one first. */
  readonly changes: readonly MadeChange[];
};

export type MadeChange = {
  /** Of the response; otherwise of the session after the first event. */
  readonly revision: number;
  readonly at: number;
  /** The answer of the response; otherwise that event. */
  readonly said: unknown;
};

/**
 * What follows a response in the same transaction, should it be the last of all these participants
 * to come in its round.
 */
export type OnceAll = {
  readonly everyone: readonly string[];
  readonly events: readonly SessionEvent[];
  readonly after: Session;
  readonly notes: readonly Note[];
  /** What the session is found by then, with the responses that count. */
  readonly textOf: TextOf;
};

/** What a session is found by, from it and the responses that count. */
export type TextOf = (session: Session, responses: readonly Response[]) => string | undefined;

/** What somebody thought likely, in percent, and how far it came true (0–1). */
export type ForecastChange = { readonly person: string; readonly percent: number; readonly outcome: number };

/**
 * What one commit writes.
 *
 * @example
 * const guard = { type: "revision", session: before.id, revision: before.revision } as const;
 * await commit({ session, events, after, guard, notes, intent, at }); // { type: "stale" }
 */
export type Change = {
  readonly session: string;
  readonly events: readonly SessionEvent[];
  /** The session after the events; what the tables will say. */
  readonly after: Session;
  readonly guard: Guard;
  readonly notes: readonly Note[];
  /** Kept in the same transaction. */
  readonly intent: Meant;
  /** When it was decided, in UTC milliseconds. */
  readonly at: number;
  /** Reminders that become due with it, each to one person. */
  readonly nudges?: readonly Nudge[];
  /** Counted for their people in the same transaction. */
  readonly forecasts?: readonly ForecastChange[];
  /**
   * What the session is found by from now on, kept in the same transaction; absent where that stays
   * as it was. Nothing that people may not see yet stands in it.
   */
  readonly text?: string;
  /** Of a response alone. */
  readonly onceAll?: OnceAll;
};

/**
 * `committed`: it is on disk. `stale`: the guard no longer holds and nothing was written; load and
 * decide again. `repeated`: this intent has led to something before, in that session, that the
 * change does not correct, and nothing was written; `findMade` says to what.
 */
export type Committed =
  | { readonly type: "committed" }
  | { readonly type: "stale" }
  | { readonly type: "repeated"; readonly session: string };

/** As for `Committed`; a session that doesn't exist yet can't be stale. */
export type StartsCommitted = Exclude<Committed, { type: "stale" }>;

export type ScheduleChange = {
  /** The schedule after the change. */
  readonly schedule: Schedule;
  /** The revision it rested on; null for a new one. */
  readonly expects: number | null;
  readonly occurrence: Occurrence | null;
  /** The sessions it starts. */
  readonly starts: readonly Change[];
  /** What a person meant; null when the clock acts. */
  readonly intent: Meant | null;
};

/** As for `Committed`. */
export type ScheduleCommitted = Committed["type"];
