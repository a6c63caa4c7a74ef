/** A database that an earlier version wrote is brought up to date, and everything in it goes on. */
import { describe, expect, test } from "vitest";
import { respondAnyhow } from "../../audit/fill-form.ts";
import { makeOutbox } from "../../src/delivery/outbox.ts";
import type { Session } from "../../src/session/session.ts";
import { chanceFrom } from "../../testkit/chance.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { sentenceOf, type World } from "../../testkit/world.ts";
import { type Open, openWorlds } from "../../testkit/worlds.ts";
import { restoreWritten, writtenBefore } from "../../testkit/written-before.ts";

/** A world on the restored database, a minute after the last thing that was written there. */
const openWritten = async (open: Open, name: string): Promise<World> => {
  const database = await open.fresh();
  await restoreWritten(name, database);
  const world = await open(database);
  const last = await world.opened.database
    .selectFrom("session_events")
    .select(({ fn }) => fn.max("at").as("at"))
    .executeTakeFirstOrThrow();
  world.clock.advance(last.at - world.clock.now() + 60_000);
  return world;
};

const allSessions = async ({ opened }: World): Promise<readonly Session[]> => {
  const list = (over: boolean) => opened.store.in("w1").listSessions({ channel: "c1", over, limit: 1000 });
  return [...(await list(false)), ...(await list(true))];
};

/**
 * Two people respond, one of them perhaps again; the round is ended, revealed, and a decision
 * recorded.
 */
const goOn = async (world: World, { id }: Session): Promise<void> => {
  const { workshop, origin } = world;
  const now = () => world.session(id);
  const say = chanceFrom(3);
  if ((await now()).state === "collecting") {
    for (const person of ["ann", "eve"]) {
      const replied = await respondAnyhow(workshop, () => origin(person), await now(), say, "said later");
      expect(replied.type, sentenceOf(replied)).toBe("card");
    }
    await world.press("fay", await now(), "end-round");
  }
  if (["ended", "discussing"].includes((await now()).state)) await world.press("fay", await now(), "reveal");
  if ((await now()).state === "cancelled") return;
  const asked = await world.press("fay", await now(), "ask-decision");
  const { token } = asked.type === "form" ? asked.form : { token: undefined };
  await workshop.submit(origin("fay"), token, { text: "So we do it" });
  expect(await now()).toMatchObject({ state: "closed", decision: { text: "So we do it" } });
};

/** Forms of which the values are other than those that were sent. */
const sentBefore: readonly (readonly [type: string, values: Readonly<Record<string, string>>])[] = [
  ["respond", { choice: "rag", reason: "sent again", confidence: "" }],
  ["record-decision", { text: "Sent again" }],
  ["extend", { end: "5d" }],
  ["set-reminder", { at: "5m" }],
  ["add-facilitator", { person: "zoe" }],
];

const drawAll = async ({ opened: { store, database }, workshop, clock, platform }: World): Promise<void> => {
  const faults: unknown[] = [];
  const shown = await database.selectFrom("cards").select(["message", "channel"]).execute();
  for (const { message, channel } of shown)
    if (message !== null)
      platform.shown.set(message, { destination: { workspace: "w1", channel }, card: { title: [], blocks: [] } });
  const outbox = makeOutbox({
    store,
    clock,
    platformOf: () => platform,
    draw: workshop.draw,
    drawUndelivered: workshop.drawUndelivered,
    reportFault: (fault) => faults.push(fault),
    timer: () => () => undefined,
  });
  for (let times = 0; times < 3; times += 1) {
    outbox.wake();
    await outbox.settled();
    clock.advance(100_000);
  }
  expect(faults).toEqual([]);
};

describe.each(everyDatabase)("on $name", (databases) => {
  const open = openWorlds(databases);

  test.each(writtenBefore)("%s: every session goes on to its decision, and every card is drawn", async (name) => {
    const world = await openWritten(open, name);
    const sessions = await allSessions(world);
    const kinds = new Set(sessions.map(({ activity }) => activity.kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(["checklist", "decision-flow", "discussion", "reference", "roi", "scenario", "worksheet"]),
    );
    for (const session of sessions) await goOn(world, session);
    await drawAll(world);
    const { database } = world.opened;
    const cards = await database.selectFrom("cards").select(["session", "slot", "state", "wanted", "drawn"]).execute();
    // A thread hangs under its case; where that doesn't stand, its cards wait.
    const standing = cards.filter(({ slot, state }) => slot === "case" && state === "posted");
    const ids = new Set(standing.map(({ session }) => session));
    expect(ids.size).toBe(sessions.length - 3);
    expect(cards.filter(({ session, wanted, drawn }) => ids.has(session) && wanted !== drawn)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  test.each(writtenBefore)("%s: who responded anonymously changes their response, and adds none", async (name) => {
    const world = await openWritten(open, name);
    const store = world.opened.store.in("w1");
    const found = (await allSessions(world)).find(
      ({ settings, state }) => settings.anonymous && state === "collecting",
    );
    if (found === undefined) throw new Error("No anonymous session is open");
    const before = await store.loadResponses(found.id);
    await respondAnyhow(world.workshop, () => world.origin("ann"), found, chanceFrom(1), "changed");
    const after = await store.loadResponses(found.id);
    expect(after.map(({ participant }) => participant)).toEqual(before.map(({ participant }) => participant));
    expect(after.map(({ revision }) => revision).sort()).toEqual([1, 1, 2]);
  });

  test.each(writtenBefore)("%s: what was sent before the upgrade has no second effect after it", async (name) => {
    const world = await openWritten(open, name);
    const { database } = world.opened;
    const effects = async () => ({
      sessions: await database.selectFrom("sessions").selectAll().orderBy("id").execute(),
      responses: await database.selectFrom("responses").selectAll().orderBy("session").orderBy("participant").execute(),
      events: await database.selectFrom("session_events").selectAll().orderBy("session").orderBy("sequence").execute(),
      schedules: await database.selectFrom("schedules").selectAll().orderBy("id").execute(),
    });
    const before = await effects();
    const kept = await database.selectFrom("intents").selectAll().execute();
    expect(kept.length).toBeGreaterThan(20);
    const told = new Set<string>();
    for (const { intent, session } of kept)
      for (const person of ["fay", "ann"])
        for (const [type, values] of sentBefore) {
          const token = { type, nonce: intent, session, round: 1, seen: 0 };
          const reply = await world.workshop.submit(world.origin(person), token, values);
          told.add(reply.type === "refused" ? (reply.code ?? "") : reply.type);
        }
    expect(await effects()).toEqual(before);
    expect(told).not.toContain("done");
    expect(told).toContain("sent-before");
    expect(world.faults).toEqual([]);
  });

  test.each(writtenBefore)(
    "%s: what was due comes due: rounds end, people are reminded, schedules start",
    async (name) => {
      const world = await openWritten(open, name);
      world.platform.members = ["ann", "bob", "cho"].map((person) => ({ person, zone: "Asia/Seoul" }));
      const reminded = world.opened.database.selectFrom("due_work").selectAll().where("kind", "=", "nudge");
      const before = await allSessions(world);
      const running = before.filter(({ state }) => state === "collecting").map(({ id }) => id);
      const nudges = await reminded.orderBy("person").execute();
      expect(nudges.map(({ person }) => person)).toEqual(["ann", "bob", "cho", "dan", "fay"]);
      for (const { subject, ...nudge } of nudges) {
        expect(nudge).toMatchObject({ round: 1, number: 1, zone: "Asia/Seoul" });
        expect(running).toContain(subject);
      }
      const schedules = await world.opened.store.in("w1").listSchedules("c1");
      const ends = schedules.flatMap(({ end }) => end ?? []);
      expect(ends).toEqual([{ type: "after", spanMs: 2 * 3_600_000 }]);
      const timed = before.filter(({ deadline, reminder }) => deadline !== null && reminder.at !== null);
      expect(timed).toHaveLength(1);
      world.clock.advance(12 * 3_600_000);
      await world.workshop.runDue();
      const told = world.platform.told.map((line) => line.split(":")[0]);
      expect(told.sort()).toEqual(["ann", "bob", "dan", "fay"]);
      for (const { id } of timed) expect(await world.session(id)).toMatchObject({ state: "ended" });
      const next = (await world.opened.store.in("w1").listSchedules("c1")).flatMap((one) => one.next?.at ?? []);
      world.clock.advance(Math.min(...next) - world.clock.now());
      await world.workshop.runDue();
      expect((await allSessions(world)).length).toBe(before.length + 1);
      expect(world.faults).toEqual([]);
    },
  );
});
