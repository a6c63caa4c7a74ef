/**
 * The backup of a database that a running program writes to, and the program that goes on from it.
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { backUp as copyTo } from "../../src/operating/backup.ts";
import { type PlaygroundPeople, peopleOf } from "../../testkit/playground/people.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

const programs: Program[] = [];
afterEach(async () => {
  for (const program of programs.splice(0)) await program.stop();
});

const start = async (database: string): Promise<PlaygroundPeople> => {
  const program = await startProgram({ database });
  programs.push(program);
  return peopleOf(program.address);
};

type Ran = { readonly code: number; readonly said: string };

const backUp = (database: string, file: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const environment = { ...process.env, DATABASE_URL: `file:${database}`, ...env };
    execFile(process.execPath, ["src/main.ts", "backup", file], { env: environment }, (fault, stdout, stderr) =>
      resolve({ code: fault === null ? 0 : 1, said: stdout + stderr }),
    );
  });

test("while responses come in, the backup holds every one acknowledged before it began, is sound, and a program goes on from it", async () => {
  const folder = temporaryFolder();
  const people = await start(join(folder, "workshop.db"));
  const session = await people.start("minji", "startup-support-chatbot");
  const acknowledged: string[] = [];
  let stopped = false;
  const keepResponding = async (person: string): Promise<void> => {
    for (let count = 1; !stopped; count += 1) {
      const reason = `${person} says ${count}`;
      await people.respond(person, session, { choice: "rag", reason });
      acknowledged.push(reason);
    }
  };
  const responding = Promise.all(["minji", "jihoon", "alex", "sora"].map(keepResponding));
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
  const before = [...acknowledged];
  const backup = join(folder, "backup.db");
  expect(await backUp(join(folder, "workshop.db"), backup)).toEqual({ code: 0, said: expect.stringContaining(backup) });
  stopped = true;
  await responding;

  const copy = new Sqlite(backup, { readonly: true });
  expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
  const answers = copy.prepare("select answer from responses").pluck().all();
  copy.close();
  const missing = before.filter((reason) => !answers.some((answer) => String(answer).includes(`"${reason}"`)));
  expect(missing).toEqual([]);

  const restored = await start(backup);
  await restored.respond("priya", session, { choice: "rag", reason: "after the restore" });
  await restored.press("minji", `end-round:${session}:1`);
  await restored.press("minji", `reveal:${session}:1`);
  await expect.poll(() => restored.reads("priya"), { timeout: 60_000 }).toContain("5 (100%)");
});

test("nothing is overwritten, nothing half-written is left, and what can't be backed up is refused in a sentence", async () => {
  const folder = temporaryFolder();
  const database = join(folder, "workshop.db");
  const people = await start(database);
  await people.start("minji", "startup-support-chatbot");
  const backup = join(folder, "backup.db");
  expect((await backUp(database, backup)).code).toBe(0);
  const bytes = readFileSync(backup);
  await people.start("minji", "legal-contract-analysis");
  expect(await backUp(database, backup)).toEqual({ code: 1, said: expect.stringContaining("left as it is") });
  expect(readFileSync(backup).equals(bytes)).toBe(true);
  expect(await backUp(database, join(folder, "none", "b.db"))).toMatchObject({ code: 1 });
  const absent = await backUp(join(folder, "absent.db"), join(folder, "c.db"), { WORKSHOP_LOCALE: "ko" });
  expect(absent).toEqual({ code: 1, said: expect.stringContaining("데이터베이스가 없습니다") });
  expect(readdirSync(folder).filter((name) => name !== "backup.db" && !name.startsWith("workshop.db"))).toEqual([]);
});

test("while it is being made, what was deleted can be erased again and again, and it is done at last", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "workshop.db");
  const database = new Sqlite(file);
  database.pragma("journal_mode = wal");
  database.exec("create table filler (words text); create table written (number integer)");
  for (let row = 0; row < 500; row += 1) database.prepare("insert into filler values (?)").run("x".repeat(10_000));
  const cutLog = (): unknown => database.pragma("wal_checkpoint(truncate)");
  cutLog();
  let isDone = false;
  const copying = copyTo(file, join(folder, "backup.db")).finally(() => {
    isDone = true;
  });
  const erased: unknown[] = [];
  while (!isDone) {
    database.prepare("insert into written values (?)").run(erased.length);
    erased.push(cutLog());
    await setImmediate();
  }
  expect(await copying).toEqual({ type: "backed-up" });
  expect(erased.length).toBeGreaterThan(3);
  expect(new Set(erased.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify([{ busy: 0, log: 0, checkpointed: 0 }])]),
  );
  database.close();
  const copy = new Sqlite(join(folder, "backup.db"), { readonly: true });
  expect(copy.prepare("select count(*) from filler").pluck().get()).toBe(500);
  copy.close();
  expect(readdirSync(folder).sort()).toEqual(["backup.db", "workshop.db"]);
});
