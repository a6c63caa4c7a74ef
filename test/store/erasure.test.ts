/** The key of an anonymous session goes from every byte of the SQLite file, whoever reads the file meanwhile, and the reveal waits for nobody. */
import { existsSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { readWaiting } from "../../src/operating/backlog.ts";
import type { Session } from "../../src/session/session.ts";
import { type Office, openOffice } from "../../testkit/people.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const holds = (file: string, key: Uint8Array): boolean =>
  [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(Buffer.from(key)));

/** An anonymous session whose round has ended, and its key. */
const openEnded = async (): Promise<{ office: Office; session: Session; key: Uint8Array }> => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot --anonymous");
  for (const person of ["ann", "bob", "cho"]) await office.respond(person, session, { choice: "rag", reason: "r" });
  const key = await office.opened.store.in("w1").loadParticipantKey(session.id);
  if (key === undefined) throw new Error("An anonymous session has a key while it collects");
  await office.press("fay", session, "end-round");
  return { office, session, key };
};

const erasuresOf = async ({ opened, clock }: Office): Promise<number | undefined> =>
  (await readWaiting(opened.database, clock.now())).due.erasure;

test("while another process reads, the reveal is answered, the operator told once, and the key erased when that ends", async () => {
  const { office, session, key } = await openEnded();
  const reader = new Sqlite(office.file, { readonly: true });
  closing.push(office.opened.store.close, () => reader.close());
  reader.exec("begin");
  reader.prepare("select count(*) from participant_keys").get();

  expect(await office.press("fay", session, "reveal")).toEqual({ type: "done" });
  for (let tries = 0; tries < 3; tries += 1) {
    await office.workshop.runDue();
    office.clock.advance(10_000);
  }
  expect(holds(office.file, key)).toBe(true);
  expect(await erasuresOf(office)).toBe(1);
  expect(office.faults.map(String)).toEqual([expect.stringContaining("another process reads the database")]);

  reader.exec("commit");
  await office.workshop.runDue();
  expect(holds(office.file, key)).toBe(false);
  expect(await erasuresOf(office)).toBeUndefined();
});

test("a process that ends before the key is erased leaves that to the next", async () => {
  const { office, session, key } = await openEnded();
  // Whoever closes the file last cuts its log by itself.
  const reader = new Sqlite(office.file, { readonly: true });
  closing.push(() => reader.close());
  reader.exec("begin");
  reader.prepare("select count(*) from participant_keys").get();
  await office.press("fay", session, "reveal");
  await office.opened.store.close();
  reader.exec("commit");
  expect(holds(office.file, key)).toBe(true);
  const next = await openOffice(office.file);
  closing.push(next.opened.store.close);
  await next.workshop.runDue();
  expect(holds(office.file, key)).toBe(false);
});
