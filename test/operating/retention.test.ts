/** What is deleted when it was over long ago, and what is not. */
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Session } from "../../src/session/session.ts";
import type { Tables } from "../../src/store/tables.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { startProgram } from "../../testkit/process.ts";
import { openWorld, type World } from "../../testkit/world.ts";
import { openWorlds } from "../../testkit/worlds.ts";

const dayMs = 86_400_000;

const rowsOf = async ({ opened }: World, table: keyof Tables): Promise<string> =>
  JSON.stringify(await opened.database.selectFrom(table).selectAll().execute());

const tables = [
  "sessions",
  "session_events",
  "responses",
  "intents",
  "participant_keys",
  "cards",
  "due_work",
  "occurrences",
] as const;

const tablesThatName = async (world: World, id: string): Promise<readonly string[]> => {
  const found = await Promise.all(
    tables.map(async (table) => ((await rowsOf(world, table)).includes(id) ? table : "")),
  );
  return found.filter((name) => name !== "");
};

describe.each(everyDatabase)("sessions on $name", (databases) => {
  const open = openWorlds(databases);
  test("what was closed or cancelled longer ago is deleted with all that hangs on it; what is open, or was closed since, stays whole", async () => {
    const world = await open();
    const start = (options: string): Promise<Session> => {
      world.clock.advance(1);
      return world.start("fay", `start startup-support-chatbot ${options}`);
    };
    const [closed, cancelled, late, running] = [
      await start(""),
      await start("--anonymous"),
      await start(""),
      await start("--discuss"),
    ];
    for (const session of [closed, cancelled, late, running])
      await world.respond("ann", session, { choice: "rag", reason: "a reason" });
    for (const verb of ["end-round", "reveal", "close"]) await world.press("fay", closed, verb);
    await world.press("fay", cancelled, "cancel");
    // The key of an anonymous session is erased as due work.
    await world.workshop.runDue();
    world.clock.advance(30 * dayMs);
    await world.press("fay", late, "cancel");
    const [wholeLate, wholeRunning] = [await tablesThatName(world, late.id), await tablesThatName(world, running.id)];

    await world.workshop.deleteOld(30);
    expect(await tablesThatName(world, closed.id)).not.toEqual([]);
    world.clock.advance(1);
    await world.workshop.deleteOld(30);
    expect(await tablesThatName(world, closed.id)).toEqual([]);
    expect(await tablesThatName(world, cancelled.id)).toEqual([]);
    expect(await tablesThatName(world, late.id)).toEqual(wholeLate);
    expect(await tablesThatName(world, running.id)).toEqual(wholeRunning);
    expect(world.faults).toEqual([]);
  });

  test("nobody is left to be reminded of what was deleted", async () => {
    const world = await open();
    world.platform.members = [{ person: "lea", zone: "America/New_York" }];
    const session = await world.start("fay", "start startup-support-chatbot");
    const asked = await world.press("fay", session, "ask-reminder");
    if (asked.type !== "form") throw new Error("A form was asked for");
    await world.workshop.submit(world.origin("fay"), asked.form.token, { at: "4h" });
    world.clock.advance(4 * 3_600_000);
    await world.workshop.runDue();
    await world.press("fay", session, "cancel");
    expect(await rowsOf(world, "due_work")).toContain(session.id);
    world.clock.advance(1);
    await world.workshop.deleteOld(0);
    expect(await rowsOf(world, "due_work")).toBe("[]");
  });

  test("more than one batch goes in one run", async () => {
    const world = await open();
    for (let count = 0; count < 23; count += 1)
      await world.press("fay", await world.start("fay", "start startup-support-chatbot"), "cancel");
    world.clock.advance(2 * dayMs);
    await world.workshop.deleteOld(1);
    expect(await rowsOf(world, "sessions")).toBe("[]");
    expect(await rowsOf(world, "intents")).toBe("[]");
  });
});

describe.each(everyDatabase)("schedules on $name", (databases) => {
  const open = openWorlds(databases);
  const makeOne = async (world: World): Promise<string> => {
    await world.workshop.run(world.origin("fay"), "schedule weekly mon 10:00 --from startup-support-chatbot");
    const [made] = await world.opened.store.in("w1").listSchedules("c1");
    if (made === undefined) throw new Error("No schedule was made");
    return made.id;
  };

  test("an occurrence keeps its dates and loses the session that is deleted", async () => {
    const world = await open();
    const schedule = await makeOne(world);
    world.clock.advance(7 * dayMs);
    await world.workshop.runDue();
    const store = world.opened.store.in("w1");
    const [before] = await store.listOccurrences(schedule, 9);
    const [session] = await store.listSessions({ channel: "c1", over: false, limit: 1 });
    if (session === undefined) throw new Error("None was started");
    await world.press("fay", session, "cancel");
    world.clock.advance(2 * dayMs);
    await world.workshop.deleteOld(1);
    expect(before?.sessions).toEqual([session.id]);
    expect(await store.listOccurrences(schedule, 9)).toEqual([{ ...before, sessions: [] }]);
    expect(await store.loadSchedule(schedule)).toMatchObject({ state: "active" });
  });

  test("what is left of a deleted one goes when it is old", async () => {
    const world = await open();
    const schedule = await makeOne(world);
    world.clock.advance(7 * dayMs);
    await world.workshop.runDue();
    const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
    if (session === undefined) throw new Error("None was started");
    await world.press("fay", session, "cancel");
    await world.workshop.press(world.origin("fay"), `schedule:${schedule}:delete:1`);
    expect(await world.opened.store.in("w1").loadSchedule(schedule)).toBeUndefined();
    await world.workshop.deleteOld(1);
    expect(await rowsOf(world, "occurrences")).toContain(schedule);
    world.clock.advance(2 * dayMs);
    await world.workshop.deleteOld(1);
    for (const table of ["occurrences", "schedules", "intents"] as const)
      expect(await rowsOf(world, table)).not.toContain(schedule);
  });
});

test("the program does it by itself where the operator asks for it, and refuses what is no number of days", async () => {
  const world = await openWorld();
  world.clock.advance(-40 * dayMs);
  const session = await world.start("fay", "start startup-support-chatbot");
  await world.press("fay", session, "cancel");
  await world.opened.store.close();
  const count = (): unknown => {
    const connection = new Sqlite(world.file, { readonly: true });
    const found = connection.prepare("select count(*) from sessions").pluck().get();
    connection.close();
    return found;
  };
  const start = (days: string) => startProgram({ database: world.file, env: { WORKSHOP_RETENTION_DAYS: days } });
  await expect(start("0")).rejects.toThrow("WORKSHOP_RETENTION_DAYS: expected a whole number of days");
  const patient = await start("3650");
  await patient.stop();
  expect(count()).toBe(1);
  const program = await start("30");
  await expect.poll(count).toBe(0);
  expect(await program.stop()).toBe(0);
});
