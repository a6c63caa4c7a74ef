/** How much waits to be done, over all workspaces: sums for whoever watches over the program. */
import type { Kysely } from "kysely";
import type { DueKind } from "../store/port/due.ts";
import type { Tables } from "../store/tables.ts";

/** What is wanted and not done, in sums. */
export type BacklogSums = {
  /** Cards that are wanted otherwise than they stand. */
  readonly cards: number;
  /**
   * How long the oldest of them has waited, in milliseconds; 0 when none does. Cards that an
   * anonymous response changed aren't asked, since nothing keeps when it came.
   */
  readonly oldestMs: number;
  /** Messages whose creation is uncertain. */
  readonly uncertain: number;
  /** What was due by `now` and is not done. */
  readonly due: Readonly<Partial<Record<DueKind, number>>>;
};

export const readBacklog = async (database: Kysely<Tables>, now: number): Promise<BacklogSums> => {
  const undrawn = database
    .selectFrom("cards")
    .whereRef("wanted", ">", "drawn")
    .where("state", "not in", ["uncertain", "gone"]);
  const { cards } = await undrawn.select(({ fn }) => fn.countAll().as("cards")).executeTakeFirstOrThrow();
  const oldest = await undrawn
    .where("wanted_at", ">", 0)
    .select(({ fn }) => fn.min("wanted_at").as("at"))
    .executeTakeFirst();
  const { uncertain } = await database
    .selectFrom("cards")
    .where("state", "=", "uncertain")
    .select(({ fn }) => fn.countAll().as("uncertain"))
    .executeTakeFirstOrThrow();
  const due = await database
    .selectFrom("due_work")
    .where("at", "<=", now)
    .select(({ fn }) => ["kind", fn.countAll().as("count")] as const)
    .groupBy("kind")
    .execute();
  return {
    cards: Number(cards),
    oldestMs: oldest?.at == null ? 0 : Math.max(0, now - oldest.at),
    uncertain: Number(uncertain),
    due: Object.fromEntries(due.map(({ kind, count }) => [kind, Number(count)])),
  };
};
