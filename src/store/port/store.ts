/**
 * The port to what is kept. Every verb says what it promises; `sql-store.ts` keeps the promises on
 * SQLite and PostgreSQL.
 */
import type { Bins } from "../../analysis/calibration.ts";
import type { Language } from "../../i18n/languages.ts";
import type { KeptOccurrence, Schedule } from "../../schedule/schedule.ts";
import type { CardSlotName, Undelivered } from "../../session/card-slot.ts";
import type { Response, Session, SessionState } from "../../session/session.ts";
import type { Chosen } from "../../settings/settings.ts";
import type {
  Change,
  Committed,
  Intent,
  Made,
  ScheduleChange,
  ScheduleCommitted,
  StartsCommitted,
  TextOf,
} from "./change.ts";
import type { Backlog, Delivery, Settlement, Share } from "./delivery.ts";
import type { KeptDraft } from "./draft.ts";
import type { Due, DueKey } from "./due.ts";

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

/** What somebody chose, and how often it was changed. */
export type KeptSettings = { readonly chosen: Chosen; readonly revision: number };
export type SettingsOf = { readonly channel: KeptSettings; readonly workspace: KeptSettings };

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
  /** The channel's sessions whose decision is to be looked back on, now or some day. */
  readonly listReviews: (channel: string) => Promise<readonly Session[]>;
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
  /** What this one has filled in of an answer; undefined where there is nothing unsent. */
  readonly loadDraft: (session: string, participant: string) => Promise<KeptDraft | undefined>;
  /**
   * Keeps it in place of what was kept before, until it is dropped or no response can come any
   * more. False where that is so already: then nothing is kept. `now` in UTC milliseconds.
   */
  readonly saveDraft: (draft: KeptDraft & { readonly now: number }) => Promise<boolean>;
  readonly dropDraft: (session: string, participant: string) => Promise<void>;
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
  /** The sums of a person's probabilities; undefined where none was counted. */
  readonly loadCalibration: (person: string) => Promise<Bins | undefined>;
  readonly forgetCalibration: (person: string) => Promise<void>;
  readonly loadSettings: (channel: string) => Promise<SettingsOf>;
  /**
   * Writes a channel's settings, or the workspace's where that is null, if they are still at that
   * revision; false where they aren't, and nothing is written.
   */
  readonly saveSettings: (channel: string | null, chosen: Chosen, expects: number) => Promise<boolean>;
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
