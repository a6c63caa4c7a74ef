/**
 * A card that can't be drawn, or with which processes die, is set aside after three tries;
 * everything else goes on.
 */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { makeOutbox, type Outbox, type OutboxParts } from "../../src/delivery/outbox.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Session } from "../../src/session/session.ts";
import { type FakePlatform, fakePlatform } from "../../testkit/fake-platform.ts";
import { openWorld, type World } from "../../testkit/world.ts";

const faultWaitMs = 5_000;
const told = translatorFor("en").messages.session.undelivered["not-drawable"];

const outboxOf = (world: World, platform: FakePlatform, parts: Partial<OutboxParts> = {}): Outbox =>
  makeOutbox({
    store: world.opened.store,
    clock: world.clock,
    platformOf: () => platform,
    draw: world.workshop.draw,
    drawUndelivered: world.workshop.drawUndelivered,
    reportFault: (fault) => world.faults.push(fault),
    timer: () => () => undefined,
    ...parts,
  });

const startTwo = async (world: World): Promise<readonly [Session, Session]> => [
  await world.start("fay", "start startup-support-chatbot"),
  await world.start("gus", "start legal-contract-analysis"),
];

const drawFor = async ({ clock }: World, outbox: Outbox, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    outbox.wake();
    await outbox.settled();
    clock.advance(faultWaitMs);
  }
};

const standing = ({ shown }: FakePlatform, { id }: Session): number =>
  [...shown.keys()].filter((key) => key.startsWith(id)).length;

test("a card that fails each time is tried three times and told to its facilitator; the rest goes on", async () => {
  const world = await openWorld();
  const [broken, right] = await startTwo(world);
  await sql`update sessions set activity = json_set(activity, '$.kind', 'gone') where id = ${broken.id}`.execute(
    world.opened.database,
  );
  const { platform } = world;
  await drawFor(world, outboxOf(world, platform), 9);
  expect(standing(platform, right)).toBe(3);
  expect(world.faults).toHaveLength(3);
  expect(await world.opened.store.listUndelivered("w1", broken.id)).toEqual([
    { slot: "case", type: "gone", why: "not-drawable" },
  ]);
  expect(platform.told).toEqual([expect.stringMatching(new RegExp(`^fay: .*\n${told}$`))]);
});

test("a card that takes too long is broken off three times, then set aside", async () => {
  const world = await openWorld();
  const [endless, right] = await startTwo(world);
  let tries = 0;
  const outbox = outboxOf(world, world.platform, {
    drawMsMax: 20,
    draw: async (delivery) => {
      if (delivery.session !== endless.id || delivery.slot !== "ballot/1") return world.workshop.draw(delivery);
      return () => {
        tries += 1;
        for (;;);
      };
    },
  });
  await drawFor(world, outbox, 9);
  expect(tries).toBe(3);
  // Its case and its controls stand.
  expect(standing(world.platform, endless)).toBe(2);
  expect(standing(world.platform, right)).toBe(3);
  expect(world.platform.told).toEqual([expect.stringContaining(told)]);
});

test("a card that its platform's form can't be drawn of is set aside too", async () => {
  const world = await openWorld();
  const [first] = await startTwo(world);
  const platform = fakePlatform();
  const { drawInTime } = await import("../../src/delivery/draw-in-time.ts");
  const outbox = outboxOf(world, {
    ...platform,
    post: async (destination, card, key) => {
      if (key === `${first.id}/case`)
        drawInTime(() => {
          throw new Error("a block too many");
        });
      return platform.post(destination, card, key);
    },
  });
  await drawFor(world, outbox, 9);
  expect(await world.opened.store.listUndelivered("w1", first.id)).toEqual([
    { slot: "case", type: "gone", why: "not-drawable" },
  ]);
  expect(world.faults).toEqual([1, 2, 3].map(() => new Error("a block too many")));
});

/**
 * An outbox whose process dies while it draws what `kills`: nothing of it reaches the database any
 * more.
 */
const mortal = (world: World, platform: FakePlatform, kills: (slot: string) => boolean) => {
  let die = (): void => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const never = new Promise<never>(() => undefined);
  let dead = false;
  const outbox = outboxOf(world, platform, {
    store: {
      ...world.opened.store,
      noteTries: (delivery, tries) => (dead ? never : world.opened.store.noteTries(delivery, tries)),
      settleDelivery: (delivery, settlement) =>
        dead ? never : world.opened.store.settleDelivery(delivery, settlement),
    },
    reportFault: () => undefined,
    draw: async (delivery) => {
      if (dead) return never;
      if (!kills(`${delivery.session}/${delivery.slot}`)) return world.workshop.draw(delivery);
      return () => {
        dead = true;
        die();
        throw new Error("Killed");
      };
    },
  });
  return { outbox, died };
};

test("a card with which processes die is set aside after three deaths of its own, and the others stand", async () => {
  let world = await openWorld();
  const [deadly, right] = await startTwo(world);
  const platform = fakePlatform({ repeatablePosts: true });
  let deaths = 0;
  for (let starts = 0; starts < 9; starts += 1) {
    const { outbox, died } = mortal(world, platform, (card) => card === `${deadly.id}/case`);
    outbox.wake();
    const ended = await Promise.race([died.then(() => true), outbox.settled().then(() => false)]);
    if (!ended) break;
    deaths += 1;
    const { clock, file } = world;
    await world.opened.store.close();
    world = await openWorld(file);
    world.clock.advance(clock.now() - world.clock.now());
  }
  // With the first of them others were in hand, too.
  expect(deaths).toBe(4);
  expect(standing(platform, right)).toBe(3);
  expect(await world.opened.store.listUndelivered("w1", deadly.id)).toEqual([
    { slot: "case", type: "gone", why: "not-drawable" },
  ]);
  expect(platform.told).toEqual([expect.stringContaining(told)]);
});

test("cards that were merely in hand when processes died are drawn all the same", async () => {
  let world = await openWorld();
  const [one, other] = await startTwo(world);
  const silent: FakePlatform = { ...fakePlatform({ repeatablePosts: true }), post: () => new Promise(() => undefined) };
  for (let deaths = 0; deaths < 9; deaths += 1) {
    outboxOf(world, silent).wake();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await world.opened.store.close();
    world = await openWorld(world.file);
  }
  const platform = fakePlatform({ repeatablePosts: true });
  await drawFor(world, outboxOf(world, platform), 3);
  expect([standing(platform, one), standing(platform, other)]).toEqual([3, 3]);
});
