/** The short form of `npm run audit:race`, and what the database notes by itself. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditRace } from "../../audit/race.ts";
import { lateIn, watchOnPostgres, watchOnSqlite } from "../../audit/race-watch.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { openWorld } from "../../testkit/world.ts";

test.each([
  { name: "one file", postgres: 0, requests: 2_000 },
  { name: "one PostgreSQL", postgres: 1, requests: 1_000 },
])(
  "$requests requests from two processes on $name: no response counts after its round, none before it is lost",
  async ({ postgres, requests }) => {
    const ledger = join(temporaryFolder(), "race.jsonl");
    const { counts, wrong } = await auditRace({ seed: 1, requests, postgres, ledger });
    expect(wrong).toEqual([]);
    expect(counts.ok).toBeGreaterThan(50);
    expect(counts.refused).toBeGreaterThan(100);
  },
  300_000,
);

const response = (session: string) => ({ session, round: 1, participant: "ann", revision: 1, answer: "{}", at: 0 });

describe.each(everyDatabase)("on $name", ({ name, start }) => {
  let databases: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases.stop());

  const openWatched = async () => {
    const world = await openWorld(await databases.fresh());
    const { database, store } = world.opened;
    await (name === "SQLite" ? watchOnSqlite : watchOnPostgres)(database);
    const { id } = await world.start("fay", "start startup-support-chatbot");
    const end = (on = database) =>
      on.updateTable("sessions").set({ state: "ended" }).where("id", "=", id).executeTakeFirst();
    const write = (on = database) => on.insertInto("responses").values(response(id)).executeTakeFirst();
    return { database, close: store.close, write, end };
  };

  test("a response that is written in its round is not noted, also where the same transaction ends it after", async () => {
    const { database, close, write, end } = await openWatched();
    await database.transaction().execute(async (own) => {
      await write(own);
      await end(own);
    });
    expect(await lateIn(database)).toEqual([]);
    await close();
  });

  test("one that is written after the end is, also where the same transaction has ended it", async () => {
    const { database, close, write, end } = await openWatched();
    await database.transaction().execute(async (own) => {
      await end(own);
      await write(own);
    });
    expect(await lateIn(database)).toHaveLength(1);
    await close();
  });

  // SQLite writes one transaction at a time.
  if (name === "SQLite") return;
  test("one that is written before the end and committed after it is", async () => {
    const { database, close, write, end } = await openWatched();
    await database.transaction().execute(async (own) => {
      await write(own);
      await end();
    });
    expect(await lateIn(database)).toHaveLength(1);
    await close();
  });
});
