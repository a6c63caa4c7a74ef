/**
 * What every database must promise as the store: guards, claims, and what is kept and what is
 * forgotten.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { leaseMs } from "../../src/store/deliveries.ts";
import { openStore, openStoreBeside } from "../../src/store/open.ts";
import type { Delivery } from "../../src/store/port/delivery.ts";
import type { Store } from "../../src/store/port/store.ts";
import { forgetInSettings } from "../../src/store/settings.ts";
import { claimCards } from "../../testkit/claim-cards.ts";
import { addressOf } from "../../testkit/databases.ts";
import type { Open } from "../../testkit/worlds.ts";

const scenario = "startup-support-chatbot";

const drawAll = async (store: Store, nextAt: number): Promise<void> => {
  for (let claimed = await claimCards(store, 1, 9); claimed.length > 0; claimed = await claimCards(store, 1, 9))
    for (const delivery of claimed)
      await store.settleDelivery(delivery, { type: "drawn", message: delivery.slot, nextAt, mayLackParts: false });
};

const slotsOf = (claimed: readonly Delivery[]): readonly string[] => claimed.map(({ slot }) => slot);

export const testOpening = (open: Open): void => {
  test("a database from a newer version is refused, by name, and left as it is", async () => {
    const { file, opened } = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', 'x')`.execute(opened.database);
    await expect(openStoreBeside(addressOf(file))).rejects.toThrow(/newer version.*9999-future/s);
    const { rows } = await sql`select name from kysely_migration where name > '9'`.execute(opened.database);
    expect(rows).toHaveLength(1);
  });

  test("several processes that open an empty database at once bring it up to date once", async () => {
    const address = addressOf(await open.fresh());
    const opening = promisify(execFile);
    await Promise.all([1, 2, 3].map(() => opening(process.execPath, ["testkit/open-database.ts", address])));
    const { database, store } = await openStore(address);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database);
    await store.close();
    const names = rows.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["0001-first", "0002-slack"]);
    expect(new Set(names).size).toBe(names.length);
  });
};

const meant = (name: string) => ({ name, person: "fay", corrects: null });

export const testGuards = (open: Open): void => {
  test("a change decided on an old revision is stale and writes nothing; a repeated intent is told apart", async () => {
    const world = await open();
    const session = await world.start("fay", `start ${scenario}`);
    const store = world.opened.store.in("w1");
    const change = {
      session: session.id,
      events: [{ type: "session-cancelled" }],
      after: { ...session, state: "cancelled", revision: 1 },
      notes: [],
      at: 1,
    } as const;
    const guard = { type: "revision", session: session.id, revision: 0 } as const;
    expect(await store.commit({ ...change, guard: { ...guard, revision: 5 }, intent: meant("a") })).toEqual({
      type: "stale",
    });
    expect(await store.findMade(meant("a"))).toBeUndefined();
    expect(await world.opened.store.in("w2").commit({ ...change, guard, intent: meant("b") })).toEqual({
      type: "stale",
    });
    expect(await store.commit({ ...change, guard, intent: meant("c") })).toEqual({ type: "committed" });
    expect(await store.commit({ ...change, guard, intent: meant("c") })).toEqual({
      type: "repeated",
      session: session.id,
    });
    expect(await world.opened.store.in("w2").loadSession(session.id)).toBeUndefined();
    expect(await store.loadSession(session.id)).toMatchObject({ state: "cancelled" });
  });

  test("sessions that start together all start, or none where one of them was started before", async () => {
    const world = await open();
    const store = world.opened.store.in("w1");
    const session = await world.start("fay", `start ${scenario}`);
    const startOf = (id: string, intent: string) => {
      const after = { ...session, id };
      const events = [{ type: "session-started", session: after }] as const;
      return { session: id, events, after, guard: { type: "new" }, notes: [], intent: meant(intent), at: 1 } as const;
    };
    expect(await store.commitStarts([startOf("s1", "x"), startOf("s2", "x/2")])).toEqual({ type: "committed" });
    const again = await store.commitStarts([startOf("s3", "y"), startOf("s4", "x/2")]);
    expect(again).toEqual({ type: "repeated", session: "s2" });
    const loaded = await Promise.all(["s1", "s2", "s3", "s4"].map((id) => store.loadSession(id)));
    expect(loaded.map((found) => found?.id)).toEqual(["s1", "s2", undefined, undefined]);
  });
};

export const testKeeping = (open: Open): void => {
  test("what people say, when, and in what language comes back as it went in", async () => {
    const world = await open();
    const session = await world.start("fay", `start ${scenario} --until 23:59`);
    const reason = "‘x’ \\u0000 '; drop table responses; -- 👩‍👩‍👧 한글 \u2028 %_?$1 {}";
    await world.respond("ann", session, { choice: "rag", reason });
    await world.respond("bob", session, { choice: "rag", reason: "a\u0000b\ud800c" });
    await world.respond("ann", session, { choice: "fine-tuning", reason });
    const store = world.opened.store.in("w1");
    await store.saveLanguage("ann", "en");
    await store.saveLanguage("ann", "ko");
    expect(await store.loadResponses(session.id)).toEqual([
      {
        round: 1,
        participant: "ann",
        revision: 2,
        answer: expect.objectContaining({ reason }),
        at: world.clock.now(),
      },
      expect.objectContaining({ participant: "bob", answer: expect.objectContaining({ reason: "ab\ufffdc" }) }),
    ]);
    expect(await store.loadSession(session.id)).toEqual(session);
    expect(session.deadline).toBeGreaterThan(2 ** 32);
    expect(await store.loadLanguage("ann")).toBe("ko");
    expect(await store.listSessions({ channel: "c1", over: false, limit: 9 })).toEqual([session]);
    expect(await store.listSessions({ channel: "c1", over: true, limit: 9 })).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  test("an anonymous session's key is there while it is open, of 32 bytes, and in no table once it is cancelled", async () => {
    const world = await open();
    const session = await world.start("fay", `start ${scenario} --anonymous`);
    for (const person of ["zoe", "bob", "ann", "cho"])
      await world.respond(person, session, { choice: "rag", reason: person });
    const store = world.opened.store.in("w1");
    const key = await store.loadParticipantKey(session.id);
    expect(key).toHaveLength(32);
    expect(await world.opened.store.in("w2").loadParticipantKey(session.id)).toBeUndefined();
    await world.press("fay", session, "cancel");
    expect(await store.loadParticipantKey(session.id)).toBeUndefined();
    const { database } = world.opened;
    expect(await database.selectFrom("participant_keys").selectAll().execute()).toEqual([]);
    const kept = await store.loadResponses(session.id);
    expect(kept).toHaveLength(4);
    // Read without asking for an order they lie in that of their participants, which tells nothing
    // of who came first.
    const lying = await database.selectFrom("responses").select("participant").execute();
    expect(lying).toEqual(kept.map(({ participant }) => ({ participant })));
  });
};

export const testSettings = (open: Open): void => {
  test("settings are a channel's or its workspace's, changed only at the revision that was seen", async () => {
    const world = await open();
    const own = world.opened.store.in("w1");
    expect(await own.saveSettings("c1", { anonymous: true }, 0)).toBe(true);
    expect(await own.saveSettings("c1", { anonymous: false }, 0)).toBe(false);
    expect(await own.saveSettings(null, { quiet: { from: "20:00", to: "09:00" } }, 0)).toBe(true);
    expect(await own.saveSettings("c1", { facilitators: ["ann", "a_n"] }, 1)).toBe(true);
    expect(await own.saveSettings("c1", { anonymous: true }, 1)).toBe(false);
    const kept = { chosen: { quiet: { from: "20:00", to: "09:00" } }, revision: 1 };
    expect(await own.loadSettings("c1")).toEqual({
      channel: { chosen: { facilitators: ["ann", "a_n"] }, revision: 2 },
      workspace: kept,
    });
    expect(await own.loadSettings("c2")).toEqual({ channel: { chosen: {}, revision: 0 }, workspace: kept });
    const other = await world.opened.store.in("w2").loadSettings("c1");
    expect([other.channel.revision, other.workspace.revision]).toEqual([0, 0]);
    await forgetInSettings(world.opened.database, "w1", "ann");
    expect((await own.loadSettings("c1")).channel).toEqual({ chosen: { facilitators: ["a_n"] }, revision: 3 });
  });
};

export const testCards = (open: Open): void => {
  describe("cards that wait", () => {
    test("the case comes first, its thread after it in order, and each is claimed once", async () => {
      const { opened, start } = await open();
      await start("fay", `start ${scenario}`);
      const { store } = opened;
      const claimSlots = async () => {
        const claimed = await claimCards(store, 1, 10);
        expect(await claimCards(store, 1, 10)).toEqual([]);
        for (const delivery of claimed)
          await store.settleDelivery(delivery, {
            type: "drawn",
            message: `m-${delivery.slot}`,
            nextAt: 1,
            mayLackParts: false,
          });
        return claimed.map(({ slot, thread }) => [slot, thread]);
      };
      expect(await claimSlots()).toEqual([["case", null]]);
      expect(await claimSlots()).toEqual([["ballot/1", "m-case"]]);
      expect(await claimSlots()).toEqual([["controls/fay", "m-case"]]);
      expect(await claimSlots()).toEqual([]);
    });

    test("redraws of one card that come while it waits are one", async () => {
      const world = await open();
      const session = await world.start("fay", `start ${scenario}`);
      const { store } = world.opened;
      await drawAll(store, 100);
      for (const person of ["ann", "bob", "cho"]) await world.respond(person, session, { choice: "rag", reason: "r" });
      expect(await claimCards(store, 99, 9)).toEqual([]);
      expect(await store.nextDeliveryAt(99)).toBe(100);
      expect((await claimCards(store, 100, 9)).map(({ slot, message }) => [slot, message])).toEqual([
        ["case", "case"],
        ["ballot/1", "ballot/1"],
      ]);
    });

    test("an update in the hand of a process that died comes back freely, and soon", async () => {
      const world = await open();
      const session = await world.start("fay", `start ${scenario}`);
      const { store } = world.opened;
      await drawAll(store, 1);
      await world.respond("ann", session, { choice: "rag", reason: "r" });
      expect(slotsOf(await claimCards(store, 1, 9))).toEqual(["case", "ballot/1"]);
      expect(await store.nextDeliveryAt(1)).toBe(1 + leaseMs.update);
      expect(await claimCards(store, leaseMs.update, 9)).toEqual([]);
      expect(await claimCards(store, 1 + leaseMs.update, 9)).toMatchObject([
        { slot: "case", interrupted: false },
        { slot: "ballot/1", interrupted: false },
      ]);
    });

    test("a message whose sending was cut off is told as interrupted once its lease is over, and not before", async () => {
      const world = await open();
      const session = await world.start("fay", `start ${scenario}`);
      const { store } = world.opened;
      const [before] = await claimCards(store, 1, 9);
      expect(before).toMatchObject({ slot: "case", interrupted: false });
      const over = 1 + leaseMs.create;
      expect(await claimCards(store, over - 1, 9)).toEqual([]);
      expect(await store.nextDeliveryAt(1)).toBe(over);
      const [after] = await claimCards(store, over, 9);
      expect(after).toMatchObject({ slot: "case", interrupted: true });
      // The process that tells of it dies too.
      const [again] = await claimCards(store, over + leaseMs.create, 9);
      expect(again).toMatchObject({ slot: "case", interrupted: true });
      if (again === undefined) throw new Error("It was asserted");
      await store.settleDelivery(again, { type: "uncertain" });
      expect(await store.listUndelivered("w1", session.id)).toEqual([{ slot: "case", type: "uncertain", why: null }]);
      expect(await claimCards(store, over + 9 * leaseMs.create, 9)).toEqual([]);
    });

    test("a creation that is to be tried again is not taken for an interrupted one", async () => {
      const { opened, start } = await open();
      await start("fay", `start ${scenario}`);
      const { store } = opened;
      const [first] = await claimCards(store, 1, 9);
      if (first === undefined) throw new Error("A card was expected");
      await store.settleDelivery(first, { type: "retry", nextAt: 5 });
      expect(await store.nextDeliveryAt(1)).toBe(5);
      expect(await claimCards(store, 5, 9)).toMatchObject([{ slot: "case", interrupted: false }]);
    });
  });
};
