/**
 * The one table of everything that is due at an instant: occurrences of schedules, ends of rounds,
 * reminders. Claimed in one statement, which passes over what another process is claiming.
 */
import type { Kysely } from "kysely";
import type { Due, DueKey } from "./port/due.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

const key = ["kind", "subject", "person", "round", "number"] as const;

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
        .select(key)
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
      eb(
        refTuple(...key),
        "in",
        selectFrom("due")
          .select(key)
          .$asTuple(...key),
      ),
    )
    .returning([...key, "workspace", "at", "zone"])
    .execute();
  return rows.toSorted((a, b) => a.at - b.at).map(dueOf);
};

const dueOf = ({ kind, subject, workspace, at, ...nudge }: Omit<Tables["due_work"], "claimed_until">): Due => {
  switch (kind) {
    case "nudge":
      return { kind, subject, workspace, at, ...nudge };
    case "news":
      return { kind, subject, workspace, at, edition: nudge.number };
    default:
      return { kind, subject, workspace, at };
  }
};

/** What tells it from all other work; see `Tables`. */
const rowKeyOf = (due: DueKey): Pick<Tables["due_work"], (typeof key)[number]> => {
  const { kind, subject } = due;
  if (due.kind === "news") return { kind, subject, person: "", round: 0, number: due.edition };
  if (due.kind !== "nudge") return { kind, subject, person: "", round: 0, number: 0 };
  const { person, round, number } = due;
  return { kind, subject, person, round, number };
};

/** Puts a piece of work at an instant, wherever it was before; null takes it away. */
export const setDue = async (
  database: Database,
  due: DueKey & { readonly workspace: string; readonly zone?: string },
  at: number | null,
): Promise<void> => {
  if (at === null) {
    await dropDue(database, due);
    return;
  }
  const { workspace, zone = "" } = due;
  await database
    .insertInto("due_work")
    .values({ ...rowKeyOf(due), zone, workspace, at, claimed_until: 0 })
    .onConflict((conflict) => conflict.columns([...key]).doUpdateSet({ at, zone, claimed_until: 0 }))
    .execute();
};

/** Lets nobody claim it before that instant. */
export const putOffDue = async (database: Database, due: DueKey, until: number): Promise<void> => {
  await database
    .updateTable("due_work")
    .set({ claimed_until: until })
    .where(({ and }) => and(rowKeyOf(due)))
    .execute();
};

/** Whether it was still there. */
export const dropDue = async (database: Database, due: DueKey): Promise<boolean> => {
  const query = database.deleteFrom("due_work").where(({ and }) => and(rowKeyOf(due)));
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
};
