/**
 * What the outbox does with each answer of a platform: exactly once in the database, at most once
 * on the wire.
 */
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import { waitMsMax } from "../../src/clock.ts";
import { makeOutbox } from "../../src/delivery/outbox.ts";
import { hungMs, pauseMs, placesMax } from "../../src/delivery/places.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Capabilities, Sent } from "../../src/platform.ts";
import { leaseMs } from "../../src/store/deliveries.ts";
import { type FakePlatform, fakePlatform } from "../../testkit/fake-platform.ts";
import { openWorld, type World } from "../../testkit/world.ts";

type Delivering = {
  readonly world: World;
  readonly platform: FakePlatform;
  readonly draw: () => Promise<void>;
  readonly waits: number[];
};

const openDelivering = async (capabilities: Partial<Capabilities> = {}): Promise<Delivering> => {
  const world = await openWorld();
  const platform = fakePlatform(capabilities);
  const waits: number[] = [];
  const outbox = makeOutbox({
    store: world.opened.store,
    clock: world.clock,
    platformOf: () => platform,
    draw: world.workshop.draw,
    drawUndelivered: world.workshop.drawUndelivered,
    reportFault: () => undefined,
    timer: (waitMs) => {
      waits.push(waitMs);
      return () => undefined;
    },
  });
  const draw = async (): Promise<void> => {
    outbox.wake();
    await outbox.settled();
  };
  return { world, platform, draw, waits };
};

const startIn = ({ world }: Delivering) => world.start("fay", "start startup-support-chatbot");
const respondAs = ({ world }: Delivering, session: Awaited<ReturnType<typeof startIn>>, person: string) =>
  world.respond(person, session, { choice: "rag", reason: "r" });

test("a session's cards are posted in order, and redrawn once for all that came in", async () => {
  const delivering = await openDelivering();
  const session = await startIn(delivering);
  await delivering.draw();
  expect(delivering.platform.calls).toEqual([
    `post ${session.id}/case`,
    `post ${session.id}/ballot/1`,
    `post ${session.id}/controls/fay`,
  ]);
  for (const person of ["ann", "bob", "cho"]) await respondAs(delivering, session, person);
  await delivering.draw();
  expect(delivering.platform.calls).toHaveLength(3);
  expect(delivering.waits.at(-1)).toBe(2000);
  delivering.world.clock.advance(2000);
  await delivering.draw();
  expect(delivering.platform.calls.slice(3)).toEqual([`update ${session.id}/case`, `update ${session.id}/ballot/1`]);
});

test.each<[string, () => Sent]>([
  ["says so", () => ({ type: "uncertain" })],
  [
    "breaks off",
    () => {
      throw new Error("socket hang up");
    },
  ],
])("a post is never repeated by itself when the platform %s, and the facilitator is told", async (_, outcome) => {
  const delivering = await openDelivering();
  const session = await startIn(delivering);
  delivering.platform.next.push(outcome);
  await delivering.draw();
  delivering.world.clock.advance(600_000);
  await delivering.draw();
  expect(delivering.platform.calls).toEqual([`post ${session.id}/case`]);
  expect(await delivering.world.opened.store.listUndelivered("w1", session.id)).toMatchObject([
    { slot: "case", type: "uncertain" },
  ]);
});

test("a further message of a card that may stay out is told to the facilitator, once", async () => {
  const delivering = await openDelivering();
  const session = await startIn(delivering);
  await delivering.draw();
  delivering.platform.next.push(() => ({ type: "posted", message: `${session.id}/case`, mayLackParts: true }));
  for (const person of ["ann", "bob"]) {
    await respondAs(delivering, session, person);
    delivering.world.clock.advance(2000);
    await delivering.draw();
  }
  expect(delivering.platform.told).toEqual([
    expect.stringContaining(translatorFor("en").messages.session.undelivered.uncertain),
  ]);
});

test("where posting again is harmless, an uncertain post is repeated under the same key", async () => {
  const delivering = await openDelivering({ repeatablePosts: true });
  const session = await startIn(delivering);
  delivering.platform.next.push(() => ({ type: "uncertain" }));
  await delivering.draw();
  delivering.world.clock.advance(5_000);
  await delivering.draw();
  expect(delivering.platform.calls.slice(0, 2)).toEqual([`post ${session.id}/case`, `post ${session.id}/case`]);
  expect(delivering.platform.shown.size).toBe(3);
});

test("a platform that asks to wait is not called before, and nothing is lost", async () => {
  const delivering = await openDelivering();
  await startIn(delivering);
  delivering.platform.next.push(() => ({ type: "later", waitMs: 30_000 }));
  await delivering.draw();
  expect(delivering.waits.at(-1)).toBe(30_000);
  delivering.world.clock.advance(29_999);
  await delivering.draw();
  expect(delivering.platform.calls).toHaveLength(1);
  delivering.world.clock.advance(1);
  await delivering.draw();
  expect(delivering.platform.shown.size).toBe(3);
});

test("a channel that is gone ends in one call, not in a loop", async () => {
  const delivering = await openDelivering();
  const session = await startIn(delivering);
  delivering.platform.next.push(() => ({ type: "gone", why: "channel-gone" }));
  for (let hours = 0; hours < 3; hours += 1) {
    await delivering.draw();
    delivering.world.clock.advance(3_600_000);
  }
  expect(delivering.platform.calls).toHaveLength(1);
  expect(delivering.platform.told).toHaveLength(1);
  expect(await delivering.world.opened.store.listUndelivered("w1", session.id)).toEqual([
    { slot: "case", type: "gone", why: "channel-gone" },
  ]);
});

test("a post whose settling could not be written is not posted again", async () => {
  const delivering = await openDelivering();
  const session = await startIn(delivering);
  const { database, store } = delivering.world.opened;
  await sql`create trigger full before update of message on cards begin select raise(abort, 'disk full'); end`.execute(
    database,
  );
  await delivering.draw();
  await sql`drop trigger full`.execute(database);
  delivering.world.clock.advance(leaseMs.create);
  await delivering.draw();
  expect(delivering.platform.calls).toEqual([`post ${session.id}/case`]);
  expect(await store.listUndelivered("w1", session.id)).toMatchObject([{ slot: "case", type: "uncertain" }]);
});

/** A platform of which every call hangs until it is let go. */
const hangingPlatform = () => {
  const inner = fakePlatform({ group: "hanging" });
  const held: (() => void)[] = [];
  const hold = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.push(resolve);
    await promise;
  };
  let hangs = true;
  const platform: FakePlatform = {
    ...inner,
    post: async (...given) => {
      if (hangs) await hold();
      return inner.post(...given);
    },
    sendPrivately: async (...given) => {
      if (hangs) await hold();
      return inner.sendPrivately(...given);
    },
  };
  return {
    platform,
    held,
    heal: (): void => {
      hangs = false;
    },
    letGo: (): void => {
      for (const resolve of held.splice(0)) resolve();
    },
  };
};

/** Two workspaces on two platforms, of which the first hangs. */
const openTwoPlatforms = async () => {
  const world = await openWorld();
  const bad = hangingPlatform();
  const good = fakePlatform({ group: "good" });
  const waits: number[] = [];
  const faults: string[] = [];
  const outbox = makeOutbox({
    store: world.opened.store,
    clock: world.clock,
    platformOf: (workspace) => (workspace === "w2" ? good : bad.platform),
    draw: world.workshop.draw,
    drawUndelivered: world.workshop.drawUndelivered,
    reportFault: (fault) => faults.push(String(fault)),
    timer: (waitMs) => {
      waits.push(waitMs);
      return () => undefined;
    },
  });
  const startIn = async (workspace: string, intent: string): Promise<void> => {
    await world.workshop.run(world.origin("fay", { workspace, intent }), "start startup-support-chatbot");
    outbox.wake();
  };
  return { world, bad, good, outbox, waits, faults, startIn };
};

test("a workspace whose platform hangs holds up no card of any other", async () => {
  const { bad, good, outbox, startIn } = await openTwoPlatforms();
  for (let count = 0; count < 16; count += 1) await startIn("w1", `hanging-${count}`);
  await vi.waitFor(() => expect(bad.held).toHaveLength(placesMax.workspace));
  await startIn("w2", "elsewhere");
  await vi.waitFor(() => expect(good.shown.size).toBe(3));
  expect(bad.held).toHaveLength(placesMax.workspace);
  bad.heal();
  bad.letGo();
  await outbox.settled();
  expect(bad.platform.shown.size).toBe(48);
});

test("what facilitators are told takes no place, however long it takes", async () => {
  const { bad, outbox, startIn } = await openTwoPlatforms();
  for (let count = 0; count < placesMax.workspace; count += 1) {
    bad.platform.next.push(() => ({ type: "gone", why: "channel-gone" }));
    await startIn("w1", `gone-${count}`);
  }
  await vi.waitFor(() => expect(bad.held).toHaveLength(placesMax.workspace));
  bad.letGo();
  await vi.waitFor(() => expect(bad.held).toHaveLength(1));
  await startIn("w1", "after");
  // One is being told; the new card hangs beside it.
  await vi.waitFor(() => expect(bad.held).toHaveLength(2));
  bad.heal();
  bad.letGo();
  await outbox.settled();
  expect(bad.platform.told).toHaveLength(placesMax.workspace);
});

test("a workspace that hangs twice waits, is tried with one card, and draws the rest when that one stands", async () => {
  const { world, bad, outbox, waits, faults, startIn } = await openTwoPlatforms();
  for (let count = 0; count < 16; count += 1) await startIn("w1", `hanging-${count}`);
  await vi.waitFor(() => expect(bad.held).toHaveLength(placesMax.workspace));
  world.clock.advance(hungMs);
  for (const _ of bad.held) bad.platform.next.push(() => ({ type: "later", waitMs: 1 }));
  bad.letGo();
  await outbox.settled();
  expect(bad.held).toEqual([]);
  world.clock.advance(pauseMs.first - 1);
  outbox.wake();
  await outbox.settled();
  expect(waits.at(-1)).toBe(1);
  world.clock.advance(1);
  outbox.wake();
  await vi.waitFor(() => expect(bad.held).toHaveLength(1));
  expect(faults).toEqual([expect.stringContaining("w1")]);
  bad.heal();
  bad.letGo();
  await outbox.settled();
  expect(bad.platform.shown.size).toBe(48);
});

test("cards drawn by a clock that is then set back by a day are redrawn at once, also where the platform asked to wait", async () => {
  const delivering = await openDelivering();
  const session = await startIn(delivering);
  await delivering.draw();
  await respondAs(delivering, session, "ann");
  delivering.platform.next.push(() => ({ type: "later", waitMs: 60_000 }));
  delivering.world.clock.advance(2_000);
  await delivering.draw();
  const before = delivering.platform.calls.length;
  await respondAs(delivering, session, "bob");
  delivering.world.clock.advance(-86_400_000);
  await delivering.draw();
  expect(delivering.platform.calls.slice(before).sort()).toEqual([
    `update ${session.id}/ballot/1`,
    `update ${session.id}/case`,
  ]);
});

test("what a platform asks to wait for beyond all measure is tried again in half an hour", async () => {
  const delivering = await openDelivering();
  await startIn(delivering);
  delivering.platform.next.push(() => ({ type: "later", waitMs: 7 * 86_400_000 }));
  await delivering.draw();
  expect(delivering.waits.at(-1)).toBe(waitMsMax);
});
