/**
 * A round that ends with the last response, on each database and from two processes' stores at
 * once: it ends exactly once, with every response that was confirmed.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callPerson } from "../../src/text/called.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { openWorld } from "../../testkit/world.ts";

const people = Array.from({ length: 12 }, (_, index) => `p${index}`);
const asked = people.map(callPerson).join(" ");

describe.each(everyDatabase)("on $name", ({ start, name }) => {
  let databases: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases.stop());

  test.each(["--reveal", "--reveal --anonymous", ""])("however they race, with %s", async (flags) => {
    const file = await databases.fresh();
    const one = await openWorld(file);
    const worlds = name === "SQLite" ? [one] : [one, await openWorld(file, true)];
    for (let run = 0; run < 3; run += 1) {
      const words = `start startup-support-chatbot --ask ${asked} --when-all ${flags}`;
      const session = await one.start("fay", words);
      const replies = await Promise.all(
        people.map((person, index) =>
          (worlds[(index + run) % worlds.length] ?? one).respond(person, session, {
            ...{ choice: "rag", reason: `because ${index}`, confidence: "", chance: "60" },
          }),
        ),
      );
      expect(replies.map(({ type }) => type)).toEqual(people.map(() => "card"));
      const after = await one.session(session.id);
      expect(after.state).toBe(flags === "" ? "ended" : "revealed");
      expect(await one.opened.store.in("w1").loadResponses(session.id)).toHaveLength(people.length);
      const query = one.opened.database.selectFrom("session_events").select("event").where("session", "=", session.id);
      const types = (await query.orderBy("sequence").execute()).map(({ event }) => JSON.parse(event).type);
      expect(types.filter((type) => type === "round-ended")).toHaveLength(1);
      const key = await one.opened.store.in("w1").loadParticipantKey(session.id);
      expect(key).toBeUndefined();
    }
    expect(worlds.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { opened } of worlds) await opened.store.close();
  });
});
