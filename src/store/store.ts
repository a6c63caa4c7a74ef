/**
 * The port to what is kept. Every verb says what it promises; `sql-store.ts` keeps the promises on
 * SQLite and PostgreSQL.
 */

import type { Language } from "../i18n/languages.ts";
import type { KeptOccurrence, Occurrence, Schedule } from "../schedule/schedule.ts";
import type { CardSlotName, Note, Undelivered } from "../session/card-slot.ts";
import type { SessionEvent } from "../session/event.ts";
import type { Response, Session, SessionState } from "../session/session.ts";

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
  /**
   * What the session is found by from now on, kept in the same transaction; absent where that stays
   * as it was. Nothing that people may not see yet stands in it.
   */
  readonly text?: string;
};

/** What is asked of the sessions that are kept. */
export type SessionQuery = {
  /** Those whose text holds each of these, three letters or more; empty for all. */
  readonly terms: readonly string[];
  readonly channels: readonly string[];
  readonly states: readonly SessionState[];
  /** Started in this span: from the first instant to before the second, in UTC milliseconds. */
  readonly started?: { readonly from: number; readonly to: number };
  /** Who sees to its decision. */
  readonly owner?: string;
  /** With a decision, or without one. */
  readonly decided?: boolean;
  /** Only what stands behind this place. */
  readonly behind?: number;
  readonly limit: number;
};

/**
 * A session, where it stands among all that can be found, and the reference of its root message;
 * null as long as that doesn't stand.
 */
export type FoundSession = { readonly place: number; readonly session: Session; readonly message: string | null };

/** Who is reminded, of which round, and for which time in it, from 1. */
type Reminded = { readonly person: string; readonly round: number; readonly number: number };

/** A reminder to one person. `zone` is theirs, an IANA name; `at` in UTC milliseconds. */
export type Nudge = Reminded & { readonly zone: string; readonly at: number };

/**
 * What may be due: an occurrence of a schedule, the end of a round, a round's reminder, the
 * reminder to one person, the news of a change to those who had responded, the erasure of what a
 * session deleted, and the texts of sessions that have none yet, behind the one that is its
 * subject.
 */
export type DueKind = "occurrence" | "deadline" | "reminder" | "nudge" | "news" | "erasure" | "finding";

/** Which piece of work; `subject` is the id of its schedule or session. */
export type DueKey =
  | { readonly kind: Exclude<DueKind, "nudge" | "news">; readonly subject: string }
  | { readonly kind: "news"; readonly subject: string; readonly edition: number }
  | ({ readonly kind: "nudge"; readonly subject: string } & Reminded);

export type DueNudge = Extract<Due, { kind: "nudge" }>;
export type DueNews = Extract<Due, { kind: "news" }>;
export type Due = { readonly workspace: string; readonly at: number } & (
  | Exclude<DueKey, { kind: "nudge" }>
  | (Extract<DueKey, { kind: "nudge" }> & Pick<Nudge, "zone">)
);

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

export type SessionFilter = {
  readonly channel?: string;
  /** Only sessions neither closed nor cancelled, or only those. */
  readonly over: boolean;
  readonly limit: number;
};

/**
 * One workspace's data. Ids of another workspace are simply not found.
 *
 * @example
 * const session = await store.in(workspace).loadSession("s1"); // undefined from another workspace
 */
export type WorkspaceStore = {
  readonly loadSession: (session: string) => Promise<Session | undefined>;
  /** As it was seen last, which may be a little old: only for what `commit` checks again. */
  readonly recallSession: (session: string) => Promise<Session | undefined>;
  /** Newest first. */
  readonly listSessions: (filter: SessionFilter) => Promise<readonly Session[]>;
  /** Newest first. Only sessions that have a text are found. */
  readonly findSessions: (query: SessionQuery) => Promise<readonly FoundSession[]>;
  /** The newest session whose decision replaces that of each of these, by the replaced one's id. */
  readonly findReplacing: (sessions: readonly string[]) => Promise<ReadonlyMap<string, Session>>;
  /** The channels that have sessions to be found. */
  readonly listChannels: () => Promise<readonly string[]>;
  /**
   * The responses that count: the last revision of each participant and round, ordered by
   * participant.
   */
  readonly loadResponses: (session: string) => Promise<readonly Response[]>;
  /**
   * The card that is this message, sent in the channel or on its behalf; undefined when there is
   * none.
   */
  readonly findCardOfMessage: (
    channel: string,
    message: string,
  ) => Promise<{ readonly session: string; readonly slot: CardSlotName } | undefined>;
  /** The reference of a session's root message; null as long as that doesn't stand. */
  readonly findMessageOf: (session: string) => Promise<string | null>;
  readonly loadResponse: (session: string, round: number, participant: string) => Promise<Response | undefined>;
  /** What the intent has led to; undefined when it is new. */
  readonly findMade: (intent: Intent) => Promise<Made | undefined>;
  /**
   * The key that turns a person of an anonymous session into its participant, made (32 random
   * bytes) with the session when `settings.anonymous`, deleted in the commit that reveals, closes
   * or cancels it; undefined from then on. That commit makes its erasure due.
   */
  readonly loadParticipantKey: (session: string) => Promise<Uint8Array | undefined>;
  /** The language a person has chosen; undefined when they have not. */
  readonly loadLanguage: (person: string) => Promise<Language | undefined>;
  readonly saveLanguage: (person: string, language: Language) => Promise<void>;
  /** A schedule that isn't deleted. */
  readonly loadSchedule: (schedule: string) => Promise<Schedule | undefined>;
  readonly listSchedules: (channel: string) => Promise<readonly Schedule[]>;
  /** Newest first. */
  readonly listOccurrences: (schedule: string, limit: number) => Promise<readonly KeptOccurrence[]>;
  /**
   * Writes events, the session's row, the intent and the notes in one transaction, or nothing.
   * Resolves after the bytes are synced.
   */
  readonly commit: (change: Change) => Promise<Committed>;
  /**
   * Writes new sessions in one transaction, or none of them: `repeated` where one of their intents
   * has led to something before.
   */
  readonly commitStarts: (starts: readonly Change[]) => Promise<StartsCommitted>;
};

/** What a session is found by, from it and the responses that count. */
export type TextOf = (session: Session, responses: readonly Response[]) => string | undefined;

/** A card that waits to be drawn, as the outbox claims it. */
export type Delivery = {
  readonly workspace: string;
  readonly session: string;
  readonly channel: string;
  readonly slot: CardSlotName;
  readonly place: "channel" | "thread";
  readonly person: string | null;
  /** The reference of the session's root message; null until it stands. */
  readonly thread: string | null;
  /** The reference of this slot's message; null until it stands. */
  readonly message: string | null;
  /** Which drawing was wanted when it was claimed; what is settled. */
  readonly wanted: number;
  /** True when an earlier try to create the message was cut off, so that its outcome is unknown. */
  readonly interrupted: boolean;
  /**
   * Tries at drawing it that came to nothing since one went well; a process that died with it in
   * hand counts as one.
   */
  readonly tries: number;
};

/** A workspace of which that many cards could be claimed. */
export type Backlog = { readonly workspace: string; readonly cards: number };

/** Up to how many cards of a workspace are claimed. */
export type Share = { readonly workspace: string; readonly limit: number };

/**
 * How a claimed delivery ended. A `drawn` one waits until `nextAt` before its next redraw. With
 * `mayLackParts`, one of the several messages that it takes may stay out.
 */
export type Settlement =
  | { readonly type: "drawn"; readonly message: string; readonly nextAt: number; readonly mayLackParts: boolean }
  | { readonly type: "retry"; readonly nextAt: number }
  /** Some of its messages stand under `message`; the rest is drawn at `nextAt`. */
  | {
      readonly type: "posted-in-part";
      readonly message: string;
      readonly nextAt: number;
      readonly mayLackParts: boolean;
    }
  /**
   * It could not be drawn, for the `tries`th time, and nothing was sent; it is tried again at
   * `nextAt`.
   */
  | { readonly type: "undrawn"; readonly tries: number; readonly nextAt: number }
  | { readonly type: "uncertain" }
  | { readonly type: "gone"; readonly why: string };

export type Store = {
  readonly in: (workspace: string) => WorkspaceStore;
  /**
   * Claims what is due by `now`, oldest first, in one statement, so that several processes share
   * it. A claim comes free after a minute; what was done by then is no longer due, since the commit
   * that did it moved or dropped it.
   */
  readonly claimDue: (now: number, limit: number) => Promise<readonly Due[]>;
  /** Takes a piece of work away; false when it was gone already. */
  readonly dropDue: (due: DueKey) => Promise<boolean>;
  /**
   * Makes what was deleted until now unreadable in the database's files, as far as the database
   * can, and takes the work away. False when another process reads them: then nobody waited for it,
   * and the work can be claimed again from `againAt` on.
   */
  readonly erase: (due: DueKey, againAt: number) => Promise<boolean>;
  /**
   * Writes a schedule, its occurrence and the sessions it starts in one transaction, or nothing:
   * each due time is dealt with exactly once.
   */
  readonly commitSchedule: (change: ScheduleChange) => Promise<ScheduleCommitted>;
  /** Schedules whose next due time was computed with other time-zone data than this program's. */
  readonly listOutdatedSchedules: (limit: number) => Promise<readonly Schedule[]>;
  /**
   * Of which workspaces cards could be claimed by `now`; the one whose card has been due longest
   * comes first.
   */
  readonly listBacklogs: (now: number) => Promise<readonly Backlog[]>;
  /**
   * Claims cards that wait to be drawn, of each workspace up to its share in the order they were
   * first wanted, and marks creations as being sent before it resolves. A claim comes free when it
   * is settled, and otherwise after the time said in `deliveries.ts`, for a process that has died.
   * A session's cards in its thread are claimed only once its `case` stands; a creation only once
   * the session's earlier creations are settled.
   */
  readonly claimDeliveries: (now: number, shares: readonly Share[]) => Promise<readonly Delivery[]>;
  /** Where this fails, a creation is given out again as interrupted when its claim comes free. */
  readonly settleDelivery: (delivery: Delivery, settlement: Settlement) => Promise<void>;
  /**
   * Keeps how often drawing a claimed card came to nothing, before it is tried again; resolves
   * after the bytes are synced.
   */
  readonly noteTries: (delivery: Delivery, tries: number) => Promise<void>;
  /** When a card becomes due that isn't by `now`, in UTC milliseconds; undefined when none does. */
  readonly nextDeliveryAt: (now: number) => Promise<number | undefined>;
  /**
   * Keeps the texts of up to `limit` sessions that were there before texts were kept, and makes the
   * rest due; `textOf` answers undefined for what is never found.
   */
  readonly keepTexts: (due: DueKey, textOf: TextOf, limit: number) => Promise<void>;
  readonly listUndelivered: (workspace: string, session: string) => Promise<readonly Undelivered[]>;
  /**
   * Deletes up to `limit` sessions that were closed or cancelled before that instant, with their
   * responses, events, cards and intents, and old occurrences of deleted schedules; answers whether
   * more may be left.
   */
  readonly deleteOld: (before: number, limit: number) => Promise<boolean>;
  /** Throws when the database can't be reached, or takes no writes. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};
