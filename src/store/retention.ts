/**
 * Deletes what is kept no longer: sessions that were over long ago with all that hangs on them, and
 * what is left of deleted schedules.
 */
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Records } from "./records.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

export type DeleteOld = {
  /** UTC milliseconds. */
  readonly before: number;
  readonly limit: number;
  readonly records: readonly Records[];
};

/**
 * Deletes at most `limit` sessions, and as many old occurrences; answers whether more may be left.
 */
export const deleteOld = async (database: Database, { before, limit, records }: DeleteOld): Promise<boolean> => {
  const sessions = await findOver(database, before, limit);
  if (sessions.length > 0) await deleteSessions(database, sessions, records);
  const occurrences = await deleteOccurrences(database, before, limit);
  await deleteEmptySchedules(database);
  return sessions.length === limit || occurrences === limit;
};

/**
 * Sessions whose last event, by which they were closed or cancelled or their decision was
 * corrected, came before that instant.
 */
const findOver = async (database: Database, before: number, limit: number): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom("sessions")
    .select("id")
    // As the index says it, so that it serves.
    .where("state", "in", sql<string>`('closed', 'cancelled')`)
    .where("started_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("session_events")
            .select("session_events.session")
            .whereRef("session_events.session", "=", "sessions.id")
            .where("session_events.at", ">=", before),
        ),
      ),
    )
    // What is to be looked back on is kept until then.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("due_work")
            .select("due_work.subject")
            .whereRef("due_work.subject", "=", "sessions.id")
            .where("due_work.kind", "=", "review"),
        ),
      ),
    )
    .orderBy("started_at")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};

const deleteSessions = async (
  database: Database,
  sessions: readonly string[],
  records: readonly Records[],
): Promise<void> => {
  for (const { deleteSessions: deleteRecords } of records) await deleteRecords(database, sessions);
  for (const table of [
    "responses",
    "drafts",
    "session_events",
    "participant_keys",
    "cards",
    "intents",
    "session_texts",
  ] as const)
    await database.deleteFrom(table).where("session", "in", sessions).execute();
  await database.deleteFrom("due_work").where("subject", "in", sessions).where("kind", "!=", "erasure").execute();
  await takeOutOfOccurrences(database, sessions);
  await database.deleteFrom("sessions").where("id", "in", sessions).execute();
};

const sessionIds = z.array(z.string());

/** An occurrence keeps its dates, and says no more what it started. */
const takeOutOfOccurrences = async (database: Database, sessions: readonly string[]): Promise<void> => {
  const rows = await database
    .selectFrom("occurrences")
    .select(["schedule", "at", "sessions"])
    // An underscore of an id stands for any letter here; what is found too much stays as it is.
    .where(({ or, eb }) => or(sessions.map((id) => eb("sessions", "like", `%"${id}"%`))))
    .execute();
  for (const { schedule, at, sessions: kept } of rows) {
    const left = sessionIds.parse(JSON.parse(kept)).filter((id) => !sessions.includes(id));
    const query = database.updateTable("occurrences").set({ sessions: JSON.stringify(left) });
    await query.where("schedule", "=", schedule).where("at", "=", at).execute();
  }
};

const deleteOccurrences = async (database: Database, before: number, limit: number): Promise<number> => {
  const old = await database
    .selectFrom("occurrences")
    .innerJoin("schedules", "schedules.id", "occurrences.schedule")
    .select(["occurrences.schedule", "occurrences.at"])
    .where("schedules.state", "=", "deleted")
    .where("occurrences.at", "<", before)
    .limit(limit)
    .execute();
  for (const { schedule, at } of old)
    await database.deleteFrom("occurrences").where("schedule", "=", schedule).where("at", "=", at).execute();
  return old.length;
};

const deleteEmptySchedules = async (database: Database): Promise<void> => {
  const empty = await database
    .selectFrom("schedules")
    .select("id")
    .where("state", "=", "deleted")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("occurrences")
            .select("occurrences.schedule")
            .whereRef("occurrences.schedule", "=", "schedules.id"),
        ),
      ),
    )
    .execute();
  if (empty.length === 0) return;
  const ids = empty.map(({ id }) => id);
  await database.deleteFrom("intents").where("session", "in", ids).execute();
  await database.deleteFrom("schedules").where("id", "in", ids).execute();
};
