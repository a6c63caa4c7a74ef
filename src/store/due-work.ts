/**
 * The one table of everything that is due at an instant: occurrences of schedules, ends of rounds,
 * reminders. Claimed in one statement, which passes over what another process is claiming.
 */
import type { Kysely } from "kysely";
import type { Due, DueKind } from "./store.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

/** So long a claim holds, in milliseconds: the work of a process that has died comes free then. */
const leaseMs = 60_000;

/**
 * By less than this, in milliseconds, the clocks of processes that share a database differ, and the
 * moments at which they read them before a claim. A claim that holds for longer than a lease and
 * this was made by a clock that has since been set back; one that only seems a little long is
 * another's and must not be taken.
 */
export const clockLeewayMs = 60_000;

export const claimDue = async (database: Database, now: number, limit: number): Promise<readonly Due[]> => {
  const rows = await database
    .with("due", (query) =>
      query
        .selectFrom("due_work")
        .select(["kind", "subject"])
        .where("at", "<=", now)
        .where(({ eb, or }) =>
          or([eb("claimed_until", "<=", now), eb("claimed_until", ">", now + leaseMs + clockLeewayMs)]),
        )
        .orderBy("at")
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("due_work")
    .set({ claimed_until: now + leaseMs })
    .where(({ eb, refTuple, selectFrom }) =>
      eb(refTuple("kind", "subject"), "in", selectFrom("due").select(["kind", "subject"]).$asTuple("kind", "subject")),
    )
    .returning(["kind", "subject", "workspace", "at"])
    .execute();
  return rows.toSorted((a, b) => a.at - b.at);
};

type Key = { readonly kind: DueKind; readonly subject: string };

/** Puts a piece of work at an instant, wherever it was before; null takes it away. */
export const setDue = async (
  database: Database,
  { kind, subject, workspace }: Key & { readonly workspace: string },
  at: number | null,
): Promise<void> => {
  if (at === null) {
    await dropDue(database, { kind, subject });
    return;
  }
  await database
    .insertInto("due_work")
    .values({ kind, subject, workspace, at, claimed_until: 0 })
    .onConflict((conflict) => conflict.columns(["kind", "subject"]).doUpdateSet({ at, claimed_until: 0 }))
    .execute();
};

/** Lets nobody claim it before that instant. */
export const putOffDue = async (database: Database, { kind, subject }: Key, until: number): Promise<void> => {
  const query = database.updateTable("due_work").set({ claimed_until: until });
  await query.where("kind", "=", kind).where("subject", "=", subject).execute();
};

/** Whether it was still there. */
export const dropDue = async (database: Database, { kind, subject }: Key): Promise<boolean> => {
  const query = database.deleteFrom("due_work").where("kind", "=", kind).where("subject", "=", subject);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
};
