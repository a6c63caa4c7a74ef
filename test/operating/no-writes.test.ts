/**
 * A disk that is full and a database that can't be written: the person is told that nothing was
 * saved, nothing is acknowledged, and all goes on by itself afterwards.
 */
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { atMostEvery } from "../../src/operating/at-most-every.ts";
import { startServer } from "../../src/operating/server.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const nothingSaved = translatorFor("en").messages.commands.refusals.fault;

const pragma = async ({ opened }: World, words: string): Promise<unknown> =>
  Object.values((await sql.raw<object>(`pragma ${words}`).execute(opened.database)).rows[0] ?? {})[0];

const troubles = {
  "a full disk": {
    begin: async (world: World) => pragma(world, `max_page_count = ${await pragma(world, "page_count")}`),
    end: (world: World) => pragma(world, "max_page_count = 1000000"),
    says: "database or disk is full",
  },
  "a database that can't be written": {
    begin: (world: World) => pragma(world, "query_only = on"),
    end: (world: World) => pragma(world, "query_only = off"),
    says: "readonly database",
  },
};

const values = (person: string) => ({ choice: "rag", reason: `${person}: ${"long ".repeat(380)}` });

describe.each(Object.entries(troubles))("%s", (_, trouble) => {
  test("what is acknowledged is kept, what isn't is refused aloud, and the same submission succeeds afterwards", async () => {
    const world = await openWorld();
    const session = await world.start("fay", "start startup-support-chatbot");
    const people = Array.from({ length: 60 }, (_unused, index) => `p${index}`);
    const tokens = new Map<string, unknown>();
    for (const person of people) tokens.set(person, await world.askToRespond(person, session));
    const submit = (person: string) => world.workshop.submit(world.origin(person), tokens.get(person), values(person));
    const participants = async (): Promise<readonly string[]> =>
      (await world.opened.store.in("w1").loadResponses(session.id)).map(({ participant }) => participant);

    await submit("p0");
    await trouble.begin(world);
    // One by one, then together: some may still fit into pages that are there.
    const replies = new Map([["p0", true]]);
    for (const person of people.slice(1, 30)) replies.set(person, (await submit(person)).type === "card");
    const together = await Promise.all(people.slice(30).map(async (person) => [person, await submit(person)] as const));
    for (const [person, reply] of together) {
      replies.set(person, reply.type === "card");
      if (reply.type !== "card") expect(sentenceOf(reply)).toBe(nothingSaved);
    }
    const acknowledged = people.filter((person) => replies.get(person));
    const refused = people.filter((person) => !replies.get(person));
    expect(refused.length).toBeGreaterThan(0);
    expect([...(await participants())].sort()).toEqual([...acknowledged].sort());
    expect(String(world.faults[0])).toContain(trouble.says);

    await trouble.end(world);
    for (const person of refused) expect(await submit(person)).toMatchObject({ type: "card" });
    expect([...(await participants())].sort()).toEqual([...people].sort());
    expect(await world.press("fay", session, "end-round")).toEqual({ type: "done" });
  });

  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  test("/readyz says so while it lasts, and leaves nothing behind", async () => {
    const world = await openWorld();
    const { address, stop } = await startServer({
      port: 0,
      host: "127.0.0.1",
      routes: [],
      checkReady: world.opened.store.ping,
      reportFault: () => undefined,
    });
    stops.push(stop);
    const status = async (): Promise<number> => (await fetch(`${address}/readyz`)).status;
    expect(await status()).toBe(200);
    // What the check freed may be taken once more.
    await pragma(world, "incremental_vacuum");
    await sql`vacuum`.execute(world.opened.database);
    await trouble.begin(world);
    expect(await status()).toBe(503);
    await trouble.end(world);
    expect(await status()).toBe(200);
    expect(await world.opened.database.selectFrom("intents").selectAll().execute()).toEqual([]);
  });
});

test("whoever asks while the database is away fills no log", async () => {
  const faults: unknown[] = [];
  const { address, stop } = await startServer({
    port: 0,
    host: "127.0.0.1",
    routes: [],
    checkReady: async () => {
      throw new Error("away");
    },
    reportFault: (fault) => faults.push(fault),
  });
  for (const _ of [1, 2, 3]) expect((await fetch(`${address}/readyz`)).status).toBe(503);
  expect(faults).toHaveLength(1);
  await stop();
});

test("whoever asks soon again shares the outcome, and asks anew later", async () => {
  let [now, asked] = [0, 0];
  const check = atMostEvery(
    1_000,
    () => now,
    async () => {
      asked += 1;
    },
  );
  await Promise.all([check(), check()]);
  now = 999;
  await check();
  expect(asked).toBe(1);
  now = 1_000;
  await check();
  expect(asked).toBe(2);
});
