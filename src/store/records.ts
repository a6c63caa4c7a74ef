/**
 * What an adapter keeps beside the core's tables in the same database, and how it goes with what it
 * belongs to.
 */
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Who is to be forgotten, and the sessions in which they stood. */
export type ForgottenPerson = {
  readonly workspace: string;
  readonly person: string;
  readonly sessions: readonly string[];
};

/**
 * Both are called within the transaction that does the rest, whether or not the platform is
 * configured now: what was kept when it was must go as well.
 */
export type Records = {
  /** Takes a person out; answers by what other ids the platform's intents may name them. */
  readonly forget: (database: Kysely<Tables>, who: ForgottenPerson) => Promise<readonly string[]>;
  /** Deletes what was kept of sessions, before their cards go. */
  readonly deleteSessions: (database: Kysely<Tables>, sessions: readonly string[]) => Promise<void>;
};

/** Of a platform that keeps nothing about people or sessions. */
export const noRecords: Records = {
  forget: async () => [],
  deleteSessions: async () => undefined,
};
