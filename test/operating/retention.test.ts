/** What is deleted when it was over long ago, and what is not. */
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { Session } from "../../src/session/session.ts";
import type { Tables } from "../../src/store/tables.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { openOffices } from "../../testkit/offices.ts";
import { type Office, openOffice } from "../../testkit/people.ts";
import { startProgram } from "../../testkit/process.ts";

const dayMs = 86_400_000;

const rowsOf = async ({ opened }: Office, table: keyof Tables): Promise<string> =>
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

const tablesThatName = async (office: Office, id: string): Promise<readonly string[]> => {
  const found = await Promise.all(
    tables.map(async (table) => ((await rowsOf(office, table)).includes(id) ? table : "")),
  );
  return found.filter((name) => name !== "");
};

describe.each(everyDatabase)("sessions on $name", (databases) => {
  const open = openOffices(databases);
  test("what was closed or cancelled longer ago is deleted with all that hangs on it; what is open, or was closed since, stays whole", async () => {
    const office = await open();
    const start = (options: string): Promise<Session> => {
      office.clock.advance(1);
      return office.start("fay", `start startup-support-chatbot ${options}`);
    };
    const [closed, cancelled, late, running] = [
      await start(""),
      await start("--anonymous"),
      await start(""),
      await start("--discuss"),
    ];
    for (const session of [closed, cancelled, late, running])
      await office.respond("ann", session, { choice: "rag", reason: "a reason" });
    for (const verb of ["end-round", "reveal", "close"]) await office.press("fay", closed, verb);
    await office.press("fay", cancelled, "cancel");
    office.clock.advance(30 * dayMs);
    await office.press("fay", late, "cancel");
    const [wholeLate, wholeRunning] = [await tablesThatName(office, late.id), await tablesThatName(office, running.id)];

    await office.workshop.deleteOld(30);
    expect(await tablesThatName(office, closed.id)).not.toEqual([]);
    office.clock.advance(1);
    await office.workshop.deleteOld(30);
    expect(await tablesThatName(office, closed.id)).toEqual([]);
    expect(await tablesThatName(office, cancelled.id)).toEqual([]);
    expect(await tablesThatName(office, late.id)).toEqual(wholeLate);
    expect(await tablesThatName(office, running.id)).toEqual(wholeRunning);
    expect(office.faults).toEqual([]);
  });

  test("more than one batch goes in one run", async () => {
    const office = await open();
    for (let count = 0; count < 23; count += 1)
      await office.press("fay", await office.start("fay", "start startup-support-chatbot"), "cancel");
    office.clock.advance(2 * dayMs);
    await office.workshop.deleteOld(1);
    expect(await rowsOf(office, "sessions")).toBe("[]");
    expect(await rowsOf(office, "intents")).toBe("[]");
  });
});

describe.each(everyDatabase)("schedules on $name", (databases) => {
  const open = openOffices(databases);
  const makeOne = async (office: Office): Promise<string> => {
    await office.workshop.run(office.origin("fay"), "schedule weekly mon 10:00 --from startup-support-chatbot");
    const [made] = await office.opened.store.in("w1").listSchedules("c1");
    if (made === undefined) throw new Error("No schedule was made");
    return made.id;
  };

  test("an occurrence keeps its dates and loses the session that is deleted", async () => {
    const office = await open();
    const schedule = await makeOne(office);
    office.clock.advance(7 * dayMs);
    await office.workshop.runDue();
    const own = office.opened.store.in("w1");
    const [before] = await own.listOccurrences(schedule, 9);
    const [session] = await own.listSessions({ channel: "c1", over: false, limit: 1 });
    if (session === undefined) throw new Error("None was started");
    await office.press("fay", session, "cancel");
    office.clock.advance(2 * dayMs);
    await office.workshop.deleteOld(1);
    expect(before?.sessions).toEqual([session.id]);
    expect(await own.listOccurrences(schedule, 9)).toEqual([{ ...before, sessions: [] }]);
    expect(await own.loadSchedule(schedule)).toMatchObject({ state: "active" });
  });

  test("what is left of a deleted one goes when it is old", async () => {
    const office = await open();
    const schedule = await makeOne(office);
    office.clock.advance(7 * dayMs);
    await office.workshop.runDue();
    const [session] = await office.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
    if (session === undefined) throw new Error("None was started");
    await office.press("fay", session, "cancel");
    await office.workshop.press(office.origin("fay"), `schedule:${schedule}:delete:1`);
    expect(await office.opened.store.in("w1").loadSchedule(schedule)).toBeUndefined();
    await office.workshop.deleteOld(1);
    expect(await rowsOf(office, "occurrences")).toContain(schedule);
    office.clock.advance(2 * dayMs);
    await office.workshop.deleteOld(1);
    for (const table of ["occurrences", "schedules", "intents"] as const)
      expect(await rowsOf(office, table)).not.toContain(schedule);
  });
});

test("the program does it by itself where the operator asks for it, and refuses what is no number of days", async () => {
  const office = await openOffice();
  office.clock.advance(-40 * dayMs);
  const session = await office.start("fay", "start startup-support-chatbot");
  await office.press("fay", session, "cancel");
  await office.opened.store.close();
  const count = (): unknown => {
    const connection = new Sqlite(office.file, { readonly: true });
    const found = connection.prepare("select count(*) from sessions").pluck().get();
    connection.close();
    return found;
  };
  const start = (days: string) => startProgram({ database: office.file, env: { WORKSHOP_RETENTION_DAYS: days } });
  await expect(start("0")).rejects.toThrow("WORKSHOP_RETENTION_DAYS: expected a whole number of days");
  const patient = await start("3650");
  await patient.stop();
  expect(count()).toBe(1);
  const program = await start("30");
  await expect.poll(count).toBe(0);
  expect(await program.stop()).toBe(0);
});
