/**
 * The key of an anonymous session goes from every byte of the SQLite file, whoever reads the file
 * meanwhile, and the reveal waits for nobody.
 */
import { existsSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { readBacklog } from "../../src/operating/backlog.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, type World } from "../../testkit/world.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const holds = (file: string, key: Uint8Array): boolean =>
  [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(Buffer.from(key)));

/** An anonymous session whose round has ended, and its key. */
const openEnded = async (): Promise<{ world: World; session: Session; key: Uint8Array }> => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot --anonymous");
  for (const person of ["ann", "bob", "cho"]) await world.respond(person, session, { choice: "rag", reason: "r" });
  const key = await world.opened.store.in("w1").loadParticipantKey(session.id);
  if (key === undefined) throw new Error("An anonymous session has a key while it collects");
  await world.press("fay", session, "end-round");
  return { world, session, key };
};

const erasuresOf = async ({ opened, clock }: World): Promise<number | undefined> =>
  (await readBacklog(opened.database, clock.now())).due.erasure;

test("while another process reads, the reveal is answered, the operator told once, and the key erased when that ends", async () => {
  const { world, session, key } = await openEnded();
  const reader = new Sqlite(world.file, { readonly: true });
  closing.push(world.opened.store.close, () => reader.close());
  reader.exec("begin");
  reader.prepare("select count(*) from participant_keys").get();

  expect(await world.press("fay", session, "reveal")).toEqual({ type: "done" });
  for (let tries = 0; tries < 3; tries += 1) {
    await world.workshop.runDue();
    world.clock.advance(10_000);
  }
  expect(holds(world.file, key)).toBe(true);
  expect(await erasuresOf(world)).toBe(1);
  expect(world.faults.map(String)).toEqual([expect.stringContaining("another process reads the database")]);

  reader.exec("commit");
  await world.workshop.runDue();
  expect(holds(world.file, key)).toBe(false);
  expect(await erasuresOf(world)).toBeUndefined();
});

test("a process that ends before the key is erased leaves that to the next", async () => {
  const { world, session, key } = await openEnded();
  // Whoever closes the file last cuts its log by itself.
  const reader = new Sqlite(world.file, { readonly: true });
  closing.push(() => reader.close());
  reader.exec("begin");
  reader.prepare("select count(*) from participant_keys").get();
  await world.press("fay", session, "reveal");
  await world.opened.store.close();
  reader.exec("commit");
  expect(holds(world.file, key)).toBe(true);
  const next = await openWorld(world.file);
  closing.push(next.opened.store.close);
  await next.workshop.runDue();
  expect(holds(world.file, key)).toBe(false);
});
