/**
 * Another process that holds a lock on the SQLite file: nobody but those who must write waits for
 * it, and not for long.
 */
import { setImmediate } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const values = { choice: "rag", reason: "r" };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Locked = { readonly world: World; readonly session: Session; readonly other: Sqlite.Database };

/** An open session, and a shell that can lock its file. */
const openBesideShell = async (): Promise<Locked> => {
  const world = await openWorld();
  const other = new Sqlite(world.file, { timeout: 0 });
  closing.push(world.opened.store.close, () => other.close());
  return { world, session: await world.start("fay", "start startup-support-chatbot"), other };
};

const participantsOf = async ({ opened }: World, { id }: Session): Promise<readonly string[]> =>
  (await opened.store.in("w1").loadResponses(id)).map(({ participant }) => participant);

/**
 * Answers the menu to somebody else, again and again, until the request is answered; and how often
 * that went.
 */
const readBeside = async ({ workshop, origin }: World, request: Promise<unknown>, enough: number): Promise<number> => {
  let answered = false;
  const done = (): void => {
    answered = true;
  };
  request.then(done, done);
  let reads = 0;
  while (!answered && reads < enough) {
    expect(await workshop.run(origin("zoe"), "")).toMatchObject({ type: "card" });
    reads += 1;
    await setImmediate();
  }
  return reads;
};

test("while it lasts, others are answered; who wanted to write is told that nothing was saved", async () => {
  const { world, session, other } = await openBesideShell();
  const people = ["ann", "bob", "cho"];
  const tokens = await Promise.all(people.map((person) => world.askToRespond(person, session)));
  other.exec("begin immediate");
  const submit = (person: string, index: number): Promise<Reply> =>
    world.workshop.submit(world.origin(person), tokens[index], values);
  const submitted = Promise.all(people.map(submit));
  expect(await readBeside(world, submitted, 50)).toBe(50);
  const { fault } = translatorFor("en").messages.commands.refusals;
  for (const reply of await submitted) expect(sentenceOf(reply)).toBe(fault);
  other.exec("rollback");
  expect(await participantsOf(world, session)).toEqual([]);
  expect((await Promise.all(people.map(submit))).map(({ type }) => type)).toEqual(["card", "card", "card"]);
  expect(await participantsOf(world, session)).toEqual(people);
});

test("when it is let go in time, the response is kept as if nothing had been", async () => {
  const { world, session, other } = await openBesideShell();
  const token = await world.askToRespond("ann", session);
  other.exec("begin immediate");
  const submitted = world.workshop.submit(world.origin("ann"), token, values);
  await readBeside(world, submitted, 20);
  other.exec("rollback");
  expect(await submitted).toMatchObject({ type: "card" });
  expect(await participantsOf(world, session)).toEqual(["ann"]);
  expect(world.faults).toEqual([]);
});
