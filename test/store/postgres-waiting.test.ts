/**
 * A PostgreSQL whose row somebody else has locked, or that answers nothing: people get a sentence,
 * nobody's line is handed on while it is busy, and all goes on by itself.
 */
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { startServer } from "../../src/operating/server.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { pausePostgres } from "../../testkit/pause-postgres.ts";
import { type Server, startPostgres } from "../../testkit/postgres.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const nothingSaved = translatorFor("en").messages.commands.refusals.fault;
const values = { choice: "rag", reason: "r" };

const openSession = async (): Promise<{ world: World; session: Session }> => {
  const world = await openWorld(await server.createDatabase());
  closing.push(world.opened.store.close);
  return { world, session: await world.start("fay", "start startup-support-chatbot") };
};

/** Opens the form for each, and answers what submits it. */
const submitters = async (world: World, session: Session, count: number): Promise<() => Promise<readonly Reply[]>> => {
  const people = Array.from({ length: count }, (_, index) => `p${index}`);
  const tokens = await Promise.all(people.map((person) => world.askToRespond(person, session)));
  return () =>
    Promise.all(people.map((person, index) => world.workshop.submit(world.origin(person), tokens[index], values)));
};

const keptIn = async ({ opened }: World, { id }: Session): Promise<number> =>
  (await opened.store.in("w1").loadResponses(id)).length;

/** More than there are lines. */
const many = 24;

test("who needs a locked row is told that nothing was saved, however many wait in its line; others are served", {
  timeout: 60_000,
}, async () => {
  const { world, session } = await openSession();
  const submit = await submitters(world, session, many);
  const other = new Client({ connectionString: world.file });
  await other.connect();
  closing.push(() => other.end());
  await other.query("begin");
  await other.query("select * from sessions where id = $1 for update", [session.id]);
  const waiting = Promise.all([submit(), world.press("fay", session, "end-round")]);
  expect(await world.start("zoe", "start legal-contract-analysis")).toMatchObject({ state: "collecting" });
  const [replies, ended] = await waiting;
  expect(new Set([...replies, ended].map(sentenceOf))).toEqual(new Set([nothingSaved]));
  await other.query("rollback");
  expect(await keptIn(world, session)).toBe(0);
  expect((await submit()).every(({ type }) => type === "card")).toBe(true);
  expect(await keptIn(world, session)).toBe(many);
});

test("while the server answers nothing, people and /readyz are told so; when it goes on, so does everything", {
  timeout: 90_000,
}, async () => {
  const { world, session } = await openSession();
  const submit = await submitters(world, session, many);
  const { address, stop } = await startServer({
    port: 0,
    host: "127.0.0.1",
    routes: [],
    checkReady: world.opened.store.ping,
    reportFault: () => undefined,
  });
  closing.push(stop);
  const isReady = async (): Promise<number> => (await fetch(`${address}/readyz`)).status;
  expect(await isReady()).toBe(200);
  const resume = await pausePostgres(server.address);
  closing.push(resume);
  const [replies, ready] = await Promise.all([submit(), isReady()]);
  expect(replies.map(({ type }) => type)).not.toContain("card");
  expect(ready).toBe(503);
  // On lines of before, and on new ones.
  expect(sentenceOf((await submit())[0] ?? { type: "done" })).toBe(nothingSaved);
  resume();
  expect((await submit()).every(({ type }) => type === "card")).toBe(true);
  expect(await keptIn(world, session)).toBe(many);
  expect(await isReady()).toBe(200);
});
