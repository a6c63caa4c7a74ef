/**
 * What is SQLite's alone: its settings, and what the one process that serves a file does with what
 * its predecessor left.
 */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { claimCards } from "../../testkit/claim-cards.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { openWorld } from "../../testkit/world.ts";

const freshFile = (): string => join(temporaryFolder(), "deep", "workshop.db");

test.each(["fresh", "existing", "existing, written by another program at NORMAL"])(
  "a %s database is opened with every pragma in force",
  async (how) => {
    const file = freshFile();
    if (how !== "fresh") await (await openStore(`file:${file}`)).store.close();
    if (how.includes("another")) {
      const other = new Sqlite(file);
      other.pragma("synchronous = NORMAL");
      other.close();
    }
    const { store, database } = await openStore(`file:${file}`);
    const read = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(database)).rows[0] ?? {})[0];
    expect(await read("journal_mode")).toBe("wal");
    expect(await read("synchronous")).toBe(2);
    expect(await read("foreign_keys")).toBe(1);
    expect(await read("secure_delete")).toBe(1);
    await store.close();
  },
);

test("what a crash left in hand is free for the next process at once, and an unfinished creation told as interrupted", async () => {
  const world = await openWorld();
  await world.start("fay", "start startup-support-chatbot --for 1h");
  const { store } = world.opened;
  expect(await claimCards(store, 1, 9)).toMatchObject([{ slot: "case", interrupted: false }]);
  const later = world.clock.now() + 3_600_000;
  expect(await store.claimDue(later, 9)).toHaveLength(1);
  await store.close();
  const next = (await openWorld(world.file)).opened.store;
  expect(await claimCards(next, 1, 9)).toMatchObject([{ slot: "case", interrupted: true }]);
  expect(await next.claimDue(later, 9)).toHaveLength(1);
  await next.close();
});
