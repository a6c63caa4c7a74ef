/** A disk that is full and a database that can't be written: the person is told that nothing was saved, nothing is acknowledged, and all goes on by itself afterwards. */
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { atMostEvery } from "../../src/operating/at-most-every.ts";
import { startServer } from "../../src/operating/server.ts";
import { type Office, openOffice, sentenceOf } from "../../testkit/people.ts";

const nothingSaved = translatorFor("en").messages.commands.refusals.fault;

const pragma = async ({ opened }: Office, words: string): Promise<unknown> =>
  Object.values((await sql.raw<object>(`pragma ${words}`).execute(opened.database)).rows[0] ?? {})[0];

const troubles = {
  "a full disk": {
    begin: async (office: Office) => pragma(office, `max_page_count = ${await pragma(office, "page_count")}`),
    end: (office: Office) => pragma(office, "max_page_count = 1000000"),
    says: "database or disk is full",
  },
  "a database that can't be written": {
    begin: (office: Office) => pragma(office, "query_only = on"),
    end: (office: Office) => pragma(office, "query_only = off"),
    says: "readonly database",
  },
};

const values = (person: string) => ({ choice: "rag", reason: `${person}: ${"long ".repeat(380)}` });

describe.each(Object.entries(troubles))("%s", (_, trouble) => {
  test("what is acknowledged is kept, what isn't is refused aloud, and the same submission succeeds afterwards", async () => {
    const office = await openOffice();
    const session = await office.start("fay", "start startup-support-chatbot");
    const people = Array.from({ length: 60 }, (_unused, index) => `p${index}`);
    const purposes = new Map<string, unknown>();
    for (const person of people) purposes.set(person, await office.askToRespond(person, session));
    const submit = (person: string) =>
      office.workshop.submit(office.origin(person), purposes.get(person), values(person));
    const participants = async (): Promise<readonly string[]> =>
      (await office.opened.store.in("w1").loadResponses(session.id)).map(({ participant }) => participant);

    await submit("p0");
    await trouble.begin(office);
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
    expect(String(office.faults[0])).toContain(trouble.says);

    await trouble.end(office);
    for (const person of refused) expect(await submit(person)).toMatchObject({ type: "card" });
    expect([...(await participants())].sort()).toEqual([...people].sort());
    expect(await office.press("fay", session, "end-round")).toEqual({ type: "done" });
  });

  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  test("/readyz says so while it lasts, and leaves nothing behind", async () => {
    const office = await openOffice();
    const { address, stop } = await startServer({
      port: 0,
      host: "127.0.0.1",
      routes: [],
      checkReady: office.opened.store.ping,
      reportFault: () => undefined,
    });
    stops.push(stop);
    const status = async (): Promise<number> => (await fetch(`${address}/readyz`)).status;
    expect(await status()).toBe(200);
    // What the probe freed may be taken once more.
    await pragma(office, "incremental_vacuum");
    await sql`vacuum`.execute(office.opened.database);
    await trouble.begin(office);
    expect(await status()).toBe(503);
    await trouble.end(office);
    expect(await status()).toBe(200);
    expect(await office.opened.database.selectFrom("intents").selectAll().execute()).toEqual([]);
  });
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
