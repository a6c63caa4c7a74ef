/**
 * What must hold when a question gets other words, or an option, in one process while people
 * respond and a round ends in another.
 */
import { describe, expect, test } from "vitest";
import type { FormToken } from "../../src/cards/form.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { sentenceOf, type World } from "../../testkit/world.ts";
import type { Open } from "../../testkit/worlds.ts";

const openTwo = async (open: Open): Promise<readonly [World, World]> => {
  const one = await open();
  return [one, await open(one.file)];
};

/** Lets everything that waits go on, so that what follows meets it further along. */
const yieldTimes = async (times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const ask = (worlds: readonly [World, World]): Promise<Session> => {
  for (const { clock } of worlds) clock.advance(1);
  return worlds[0].start("fay", 'ask "Which?" "Postgres" "SQLite" --open');
};

const tokenIn = (reply: Reply): FormToken => {
  if (reply.type !== "form") throw new Error(sentenceOf(reply));
  return reply.form.token;
};

const turns = 24;

const testMending = (open: Open): void => {
  test("an edit beside the first response: the one that comes first binds the other", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    const seen = new Set<string>();
    for (let turn = 0; turn < turns; turn += 1) {
      const session = await ask(worlds);
      const form = tokenIn(await one.press("fay", session, "ask-mend"));
      const token = await two.askToRespond("ann", session);
      const options = turn % 2 === 0 ? "Postgres\nSQLite" : "SQLite\nDuckDB";
      const edit = () =>
        one.workshop.submit(one.origin("fay"), form, { question: "Which store?", options, background: "" });
      const respond = async () => {
        await yieldTimes(turn % 7);
        return two.workshop.submit(two.origin("ann"), token, { choice: "option-1", reason: "r", chance: "" });
      };
      const [edited, responded] = await Promise.all([edit(), respond()]);
      const { changes } = await one.session(session.id);
      const kept = await one.opened.store.in("w1").loadResponses(session.id);
      const outcome = `${edited.type} ${responded.type}`;
      seen.add(outcome);
      // Taken out freely, it was nobody's choice; chosen, it stays, and the old words are kept.
      if (outcome === "done form") expect([changes.edition, changes.traces, kept]).toEqual([1, [], []]);
      else if (outcome === "done card") {
        expect(options).toBe("Postgres\nSQLite");
        expect(changes.traces).toMatchObject([{ type: "reworded", was: "Which?" }]);
        expect(kept).toHaveLength(1);
      } else {
        expect(outcome).toBe("mistakes card");
        expect([options, changes.edition, kept.length]).toEqual(["SQLite\nDuckDB", 0, 1]);
      }
    }
    expect(seen.size).toBeGreaterThan(1);
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  test("options added beside the end of the round: those acknowledged are there, no other, each once", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    for (let turn = 0; turn < turns; turn += 1) {
      const session = await ask(worlds);
      const add = async (world: World, person: string, option: string): Promise<readonly [string, boolean]> => {
        const token = { type: "add-option", nonce: `${person}-${session.id}`, session: session.id, round: 1 };
        const reply = await world.workshop.submit(world.origin(person), token, { option });
        return [option, reply.type === "card"];
      };
      const end = async () => {
        await yieldTimes(turn % 9);
        return one.press("fay", session, "end-round");
      };
      const added = Promise.all([
        add(one, "ann", "DuckDB"),
        add(two, "bob", "MySQL"),
        add(two, "cho", "duckdb"),
        add(one, "dan", "Redis"),
      ]);
      const [outcomes] = await Promise.all([added, end()]);
      const acknowledged = outcomes.flatMap(([option, ok]) => (ok ? [option] : []));
      const after = await one.session(session.id);
      const labels = after.changes.traces.flatMap((trace) => (trace.type === "added" ? [trace.label] : []));
      expect(labels.toSorted()).toEqual(acknowledged.toSorted());
      expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(labels.length);
      const events = await one.opened.database
        .selectFrom("session_events")
        .select("event")
        .where("session", "=", session.id)
        .orderBy("sequence")
        .execute();
      const types = events.map(({ event }) => JSON.parse(event).type);
      expect(types).toEqual(["session-started", ...labels.map(() => "option-added"), "round-ended"]);
    }
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  test("news of a change goes once to whoever had responded, when two processes see it come due", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    const session = await ask(worlds);
    await one.respond("ann", session, { choice: "option-1", reason: "r" });
    const token = { type: "add-option", nonce: "nonce-of-bob", session: session.id, round: 1 };
    await two.workshop.submit(two.origin("bob"), token, { option: "DuckDB" });
    await Promise.all(worlds.map((world) => world.workshop.runDue()));
    const told = worlds.flatMap(({ platform }) => platform.told);
    expect(told.map((sentence) => sentence.split(":")[0])).toEqual(["ann"]);
  });
};

export const testMendRaces = (open: Open): void => {
  describe("a question that changes beside what people do", () => {
    testMending(open);
  });
};
