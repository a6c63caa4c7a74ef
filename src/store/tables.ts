/**
 * The core's tables, as Kysely sees them; each adapter has its own beside them. What each holds is
 * said in migrations/0001.
 */
import type { Language } from "../i18n/languages.ts";
import type { CardSlotName } from "../session/card-slot.ts";
import type { DueKind } from "./port/due.ts";

export type Tables = {
  readonly sessions: {
    readonly id: string;
    readonly workspace: string;
    readonly channel: string;
    /** JSON: the activity as it was at the start. */
    readonly activity: string;
    /** JSON: settings, facilitators, decision and the rest of what a session is. */
    readonly detail: string;
    readonly state: string;
    readonly round: number;
    readonly deadline: number | null;
    readonly started_at: number;
    readonly revision: number;
  };
  readonly session_events: {
    readonly session: string;
    readonly sequence: number;
    readonly event: string;
    readonly at: number;
  };
  readonly responses: {
    readonly session: string;
    readonly round: number;
    readonly participant: string;
    readonly revision: number;
    readonly answer: string;
    readonly at: number;
  };
  readonly intents: {
    readonly workspace: string;
    readonly intent: string;
    /** Whose it is, as they are stored; empty for the clock's, and where nobody knows any more. */
    readonly person: string;
    /**
     * Of the response, or of the session after the first event, that it led to; 0 where nobody
     * knows any more.
     */
    readonly revision: number;
    /** The response's; null where it led to none. */
    readonly round: number | null;
    readonly session: string;
  };
  /** Answers that are being given; see migrations/0024. */
  readonly drafts: {
    readonly session: string;
    readonly participant: string;
    readonly round: number;
    readonly step: string;
    /** JSON: what was filled in, by field. */
    readonly draft: string;
  };
  readonly participant_keys: { readonly session: string; readonly key: Uint8Array };
  readonly cards: {
    readonly session: string;
    readonly slot: CardSlotName;
    readonly workspace: string;
    readonly channel: string;
    readonly place: "channel" | "thread";
    readonly person: string | null;
    readonly sequence: number;
    readonly wanted: number;
    readonly drawn: number;
    /**
     * `sending`: its creation is in hand, or was when a process died; `interrupted`: it was, and is
     * in hand again.
     */
    readonly state: "waiting" | "sending" | "interrupted" | "posted" | "uncertain" | "gone";
    readonly message: string | null;
    readonly why: string | null;
    readonly next_at: number;
    /**
     * Since when it is wanted otherwise than it stands, in UTC milliseconds; 0 when that isn't
     * kept.
     */
    readonly wanted_at: number;
    /**
     * Until then it is in some process's hand; 0 when in nobody's. An instant that is past: that
     * process died with it.
     */
    readonly claimed_until: number;
    /**
     * Tries at drawing it that came to nothing since one went well; the first may have been the
     * fault of another card.
     */
    readonly tries: number;
  };
  /** What sessions are found by, once it is known; see migrations/0021. */
  readonly session_texts: {
    readonly place: number;
    readonly session: string;
    readonly workspace: string;
    readonly channel: string;
    readonly owner: string | null;
    readonly decided: number;
    /** The session whose decision this one's replaces. */
    readonly replaces: string | null;
    readonly text: string;
  };
  readonly person_settings: { readonly workspace: string; readonly person: string; readonly language: Language };
  readonly settings: {
    readonly workspace: string;
    /** Empty for what the workspace has preset. */
    readonly channel: string;
    /** JSON: what somebody chose. */
    readonly detail: string;
    readonly revision: number;
  };
  readonly calibrations: {
    readonly workspace: string;
    readonly person: string;
    /** JSON: sums by probability. */
    readonly bins: string;
  };
  readonly schedules: {
    readonly id: string;
    readonly workspace: string;
    readonly channel: string;
    readonly state: string;
    /** JSON: the plan, the rotation, and the next due time. */
    readonly detail: string;
    /** The version of the time-zone data with which the next due time was computed. */
    readonly zones: string;
    readonly revision: number;
  };
  readonly occurrences: {
    readonly schedule: string;
    readonly at: number;
    readonly wall: string;
    readonly outcome: string;
    /** JSON: the ids of the sessions it started. */
    readonly sessions: string;
    readonly decided_at: number;
  };
  readonly due_work: {
    readonly kind: DueKind;
    /** The schedule or the session that it concerns. */
    readonly subject: string;
    /** Who is reminded; empty for all other work, of which round and number are 0. */
    readonly person: string;
    readonly round: number;
    /** For which time in that round, from 1; of news the edition that they tell of. */
    readonly number: number;
    /** The person's, by which it is night; empty for all other work. */
    readonly zone: string;
    readonly workspace: string;
    readonly at: number;
    readonly claimed_until: number;
  };
};
