/**
 * What must hold when two processes act on one database at once: each of two worlds has connections
 * of its own.
 */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Session } from "../../src/session/session.ts";
import type { Delivery } from "../../src/store/port/delivery.ts";
import type { Due } from "../../src/store/port/due.ts";
import { claimCards } from "../../testkit/claim-cards.ts";
import type { World } from "../../testkit/world.ts";
import type { Open } from "../../testkit/worlds.ts";

const scenario = "startup-support-chatbot";
const values = { choice: "rag", reason: "r" };

const openTwo = async (open: Open): Promise<readonly [World, World]> => {
  const one = await open();
  return [one, await open(one.file)];
};

/**
 * Lets everything that waits in the event loop go on, `times` times, so that what follows meets it
 * further along.
 */
const yieldTimes = async (times: number): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Starts a session a moment after the last one, so that it is the newest. */
const startNext = (worlds: readonly [World, World], options: string): Promise<Session> => {
  for (const { clock } of worlds) clock.advance(1);
  return worlds[0].start("fay", `start ${scenario} ${options}`);
};

const teamSize = 10;

/**
 * The facilitator's press arrives after some of the responses, in each turn a little later; answers
 * what was accepted and what is kept.
 */
const raceOnce = async (worlds: readonly [World, World], turn: number, verb: string, options: string) => {
  const [one, two] = worlds;
  const session = await startNext(worlds, options);
  const people = Array.from({ length: teamSize }, (_, index) => `p${index}`);
  const tokens = await Promise.all(people.map((person) => two.askToRespond(person, session)));
  const store = one.opened.store.in("w1");
  const submit = (person: string, index: number) => two.workshop.submit(two.origin(person), tokens[index], values);
  const early = people.slice(0, turn % teamSize).map(submit);
  await yieldTimes(turn % 7);
  const over = one.press("fay", session, verb).then(() => store.loadResponses(session.id));
  await yieldTimes(turn % 3);
  const late = people.slice(turn % teamSize).map((person, index) => submit(person, index + (turn % teamSize)));
  const replies = await Promise.all([...early, ...late]);
  const atTheEnd = await over;
  return {
    accepted: replies.filter(({ type }) => type === "card").length,
    atTheEnd: atTheEnd.length,
    kept: (await store.loadResponses(session.id)).length,
    state: (await one.session(session.id)).state,
  };
};

const testResponses = (open: Open): void => {
  test.each([
    ["the end of their round", "end-round", "", "ended"],
    ["the cancelling of an anonymous session", "cancel", "--anonymous", "cancelled"],
  ])("responses beside %s: none is counted after it, none before it is lost", async (_, verb, options, state) => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    for (let turn = 0; turn < 20; turn += 1) {
      const seen = await raceOnce(worlds, turn, verb, options);
      expect(seen).toEqual({ accepted: seen.kept, atTheEnd: seen.kept, kept: seen.kept, state });
    }
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  test("two submissions of one person at once: the same one is one, of two different ones one is refused", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    for (let turn = 0; turn < 10; turn += 1) {
      const session = await startNext(worlds, "");
      const token = await one.askToRespond("ann", session);
      const other = await two.askToRespond("ann", session);
      const same = await Promise.all(worlds.map((world) => world.workshop.submit(world.origin("ann"), token, values)));
      expect(same.map(({ type }) => type)).toEqual(["card", "card"]);
      expect((await two.workshop.submit(two.origin("ann"), other, values)).type).toBe("refused");
      const tokens = await Promise.all([one.askToRespond("bob", session), two.askToRespond("bob", session)]);
      const different = await Promise.all(
        worlds.map((world, index) => world.workshop.submit(world.origin("bob"), tokens[index], values)),
      );
      expect(different.map(({ type }) => type).sort()).toEqual(["card", "refused"]);
      const kept = await one.opened.store.in("w1").loadResponses(session.id);
      expect(kept.map(({ participant, revision }) => [participant, revision])).toEqual([
        ["ann", 1],
        ["bob", 1],
      ]);
    }
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  test("one form sent with two answers at once, by two processes: one corrects the other", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    const sent = [values, { choice: "hybrid", reason: "r" }];
    for (let turn = 0; turn < 10; turn += 1) {
      const session = await startNext(worlds, turn % 2 === 0 ? "" : "--anonymous");
      const token = await one.askToRespond("ann", session);
      const replies = await Promise.all(
        worlds.map(({ workshop, origin }, index) => workshop.submit(origin("ann"), token, sent[index])),
      );
      const store = one.opened.store.in("w1");
      const [response, ...others] = await store.loadResponses(session.id);
      expect(others).toEqual([]);
      const last = sent.findIndex(
        ({ choice }) => choice === z.object({ choice: z.string() }).parse(response?.answer).choice,
      );
      expect(response?.revision).toBe(2);
      expect(replies.map(({ type }) => type)).toEqual(["card", "card"]);
      for (const [index, { workshop, origin }] of worlds.entries()) {
        const again = await workshop.submit(origin("ann"), token, sent[index]);
        if (index === last) expect(again).toEqual(replies[last]);
        else expect(again).toMatchObject({ type: "refused", code: "sent-again" });
      }
    }
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  test("a start that is delivered twice at once starts one session", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    for (let turn = 1; turn <= 5; turn += 1) {
      const intent = `delivered-${turn}`;
      const replies = await Promise.all(
        worlds.map((world) => world.workshop.run(world.origin("fay", { intent }), `start ${scenario}`)),
      );
      expect(replies.map(({ type }) => type)).not.toContain("refused");
      const started = await one.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 99 });
      expect(started).toHaveLength(turn);
    }
    expect([...one.faults, ...two.faults]).toEqual([]);
  });
};

const testWork = (open: Open): void => {
  test("of the cards that wait each goes to one of two, and none is left", async () => {
    const [one, two] = await openTwo(open);
    const sessions = 8;
    for (let count = 0; count < sessions; count += 1) await one.start("fay", `start ${scenario}`);
    const claimed: string[] = [];
    const drawAll = async ({ opened: { store } }: World): Promise<void> => {
      let found: readonly Delivery[] = await claimCards(store, 1, 3);
      while (found.length > 0) {
        for (const delivery of found) {
          claimed.push(`${delivery.session} ${delivery.slot}`);
          expect(delivery.interrupted).toBe(false);
          await store.settleDelivery(delivery, {
            type: "drawn",
            message: delivery.slot,
            nextAt: 1,
            mayLackParts: false,
          });
        }
        found = await claimCards(store, 1, 3);
      }
    };
    await Promise.all([drawAll(one), drawAll(two)]);
    await drawAll(one);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed).toHaveLength(3 * sessions);
  });

  test("what one has just claimed is not taken by another whose clock is a little behind", async () => {
    const [one, two] = await openTwo(open);
    await one.start("fay", `start ${scenario} --for 1h`);
    const later = one.clock.now() + 2 * 3_600_000;
    expect(await claimCards(one.opened.store, later, 9)).toHaveLength(1);
    expect(await one.opened.store.claimDue(later, 9)).toHaveLength(1);
    for (const behindMs of [1, 5_000]) {
      expect(await claimCards(two.opened.store, later - behindMs, 9)).toEqual([]);
      expect(await two.opened.store.claimDue(later - behindMs, 9)).toEqual([]);
    }
    const dayBefore = later - 24 * 3_600_000;
    // Set back by a day, the clock must not make the card wait for a day.
    expect(await claimCards(two.opened.store, dayBefore, 9)).toHaveLength(1);
  });

  test("of what is due each piece goes to one of two", async () => {
    const [one, two] = await openTwo(open);
    for (let count = 0; count < 12; count += 1) await one.start("fay", `start ${scenario} --for 1h`);
    one.clock.advance(2 * 3_600_000);
    const claims = Array.from({ length: 8 }, (_, index) =>
      (index % 2 === 0 ? one : two).opened.store.claimDue(one.clock.now(), 2),
    );
    const claimed: readonly Due[] = (await Promise.all(claims)).flat();
    expect(claimed).toHaveLength(12);
    expect(new Set(claimed.map(({ subject }) => subject)).size).toBe(12);
  });

  test("an occurrence and the end of a round have their effect once when two processes see them come due", async () => {
    const worlds = await openTwo(open);
    const [one, two] = worlds;
    await one.start("fay", `start ${scenario} --for 1h`);
    for (let count = 0; count < 3; count += 1)
      await one.workshop.run(one.origin("fay"), "schedule weekly mon 11:00 --zone Asia/Seoul --from discussion");
    for (const { clock } of worlds) clock.advance(2 * 3_600_000);
    await Promise.all(worlds.map((world) => world.workshop.runDue()));
    const started = await one.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 99 });
    expect(started.map(({ state }) => state).sort()).toEqual(["collecting", "collecting", "collecting", "ended"]);
    expect([...one.faults, ...two.faults]).toEqual([]);
  });
};

export const testRaces = (open: Open): void => {
  describe("two processes at once", () => {
    testResponses(open);
    testWork(open);
  });
};
