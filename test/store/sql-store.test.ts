/** The store's promises, on a real SQLite file. */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { openOffice } from "../support/people.ts";
import { temporaryFolder } from "../support/process.ts";

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

test("a database from a newer version is refused, by name, and left as it is", async () => {
  const file = freshFile();
  const opened = await openStore(`file:${file}`);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-future', 'x')`.execute(opened.database);
  await opened.store.close();
  await expect(openStore(`file:${file}`)).rejects.toThrow(/newer version.*9999-future/s);
});

test("an address that isn't a file is refused without repeating its password", async () => {
  await expect(openStore("postgres://me:secret@host/db")).rejects.toThrow(/^(?!.*secret).*DATABASE_URL/s);
});

describe("guards", () => {
  test("a change decided on an old revision is stale and writes nothing; a repeated intent is told apart", async () => {
    const office = await openOffice();
    const session = await office.start("fay", "start startup-support-chatbot");
    const own = office.opened.store.in("w1");
    const change = {
      session: session.id,
      events: [{ type: "session-cancelled" }],
      after: { ...session, state: "cancelled", revision: 1 },
      notes: [],
      at: 1,
    } as const;
    const guard = { type: "revision", session: session.id, revision: 0 } as const;
    expect(await own.commit({ ...change, guard: { ...guard, revision: 5 }, intent: "a" })).toEqual({ type: "stale" });
    expect(await own.findIntent("a")).toBeUndefined();
    expect(await office.opened.store.in("w2").commit({ ...change, guard, intent: "b" })).toEqual({ type: "stale" });
    expect(await own.commit({ ...change, guard, intent: "c" })).toEqual({ type: "committed" });
    expect(await own.commit({ ...change, guard, intent: "c" })).toEqual({ type: "repeated", session: session.id });
    expect(await office.opened.store.in("w2").loadSession(session.id)).toBeUndefined();
    expect(await own.loadSession(session.id)).toMatchObject({ state: "cancelled" });
  });

  test("responses and the end of their round, from two connections at once: none is counted after it, none before it is lost", async () => {
    const office = await openOffice();
    const other = await openOffice(office.file);
    const session = await office.start("fay", "start startup-support-chatbot");
    const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const purposes = await Promise.all(people.map((person) => other.askToRespond(person, session)));
    const values = { choice: "rag", reason: "r" };
    const [, ...replies] = await Promise.all([
      office.press("fay", session, "end-round"),
      ...people.map(async (person, index) => other.workshop.submit(other.origin(person), purposes[index], values)),
    ]);
    const accepted = people.filter((_, index) => replies[index]?.type === "card");
    const kept = await office.opened.store.in("w1").loadResponses(session.id);
    expect(kept.map(({ participant }) => participant)).toEqual([...accepted].sort());
    expect((await office.session(session.id)).state).toBe("ended");
    expect([...office.faults, ...other.faults]).toEqual([]);
  });
});

describe("cards that wait", () => {
  test("the case comes first, its thread after it in order, and each is claimed once", async () => {
    const office = await openOffice();
    await office.start("fay", "start startup-support-chatbot");
    const { store } = office.opened;
    const claimSlots = async () => {
      const claimed = await store.claimDeliveries(1, 10);
      for (const delivery of claimed)
        await store.settleDelivery(delivery, { type: "drawn", message: `m-${delivery.slot}`, nextAt: 1 });
      return claimed.map(({ slot, thread }) => [slot, thread]);
    };
    expect(await claimSlots()).toEqual([["case", null]]);
    expect(await claimSlots()).toEqual([["ballot/1", "m-case"]]);
    expect(await claimSlots()).toEqual([["controls/fay", "m-case"]]);
    expect(await claimSlots()).toEqual([]);
  });

  test("redraws of one card that come while it waits are one", async () => {
    const office = await openOffice();
    const session = await office.start("fay", "start startup-support-chatbot");
    const { store } = office.opened;
    for (
      let claimed = await store.claimDeliveries(1, 9);
      claimed.length > 0;
      claimed = await store.claimDeliveries(1, 9)
    )
      for (const delivery of claimed)
        await store.settleDelivery(delivery, { type: "drawn", message: delivery.slot, nextAt: 100 });
    for (const person of ["ann", "bob", "cho"]) await office.respond(person, session, { choice: "rag", reason: "r" });
    expect(await store.claimDeliveries(99, 9)).toEqual([]);
    expect(await store.nextDeliveryAt(99)).toBe(100);
    expect((await store.claimDeliveries(100, 9)).map(({ slot, message }) => [slot, message])).toEqual([
      ["case", "case"],
      ["ballot/1", "ballot/1"],
    ]);
  });

  test("a message whose sending a crash cut off is told as interrupted by the next process", async () => {
    const office = await openOffice();
    const session = await office.start("fay", "start startup-support-chatbot");
    const [before] = await office.opened.store.claimDeliveries(1, 9);
    expect(before).toMatchObject({ slot: "case", interrupted: false });
    await office.opened.store.close();
    const { opened } = await openOffice(office.file);
    const [after] = await opened.store.claimDeliveries(1, 9);
    expect(after).toMatchObject({ slot: "case", interrupted: true });
    if (after === undefined) throw new Error("It was asserted");
    await opened.store.settleDelivery(after, { type: "uncertain" });
    expect(await opened.store.listTroubles("w1", session.id)).toEqual([{ slot: "case", type: "uncertain", why: null }]);
    expect(await opened.store.claimDeliveries(1, 9)).toEqual([]);
  });
});
