/** A workshop of which one call fails, with people who try again as people do. */
import { join } from "node:path";
import { kinds } from "../src/activities/kinds.ts";
import { randomIds } from "../src/clock.ts";
import { makeOutbox } from "../src/delivery/outbox.ts";
import { translatorFor } from "../src/i18n/translator.ts";
import { loadPacks } from "../src/packs/folder.ts";
import { makeLibrary } from "../src/packs/library.ts";
import type { Origin, Reply } from "../src/requests/request.ts";
import { leaseMs } from "../src/store/deliveries.ts";
import { migrate } from "../src/store/migrate.ts";
import { makeSqlStore } from "../src/store/sql-store.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { makeWorkshop, type Workshop } from "../src/workshop.ts";
import { fakePlatform } from "../test/support/fake-platform.ts";
import { manualClock } from "../test/support/manual-clock.ts";
import { sentenceOf } from "../test/support/people.ts";
import { temporaryFolder } from "../test/support/process.ts";
import { type Fuse, faultyClock, faultyPlatform, faultyQueries, waitMs } from "./fault-plans.ts";

export type FaultOffice = Awaited<ReturnType<typeof openFaultOffice>>;

const triesMax = 4;
const loaded = loadPacks(["packs"], kinds);

export const openFaultOffice = async (fuse: Fuse, kind: string) => {
  const sqlite = openSqlite(join(temporaryFolder(), "workshop.db"));
  await migrate(sqlite);
  const opened = { store: makeSqlStore(sqlite), database: sqlite.database };
  const packs = await loaded;
  if (packs.type === "mistakes") throw new Error(JSON.stringify(packs.mistakes));
  const clock = manualClock();
  const platform = fakePlatform();
  const wrong: string[] = [];
  const notBefore = new Map<string, number>();
  const store = makeSqlStore({ ...sqlite, database: sqlite.database.withPlugin(faultyQueries(fuse, kind)) });
  const watched = {
    ...platform,
    post: (...[destination, card, key]: Parameters<typeof platform.post>) => {
      if (platform.shown.has(key)) wrong.push(`${key} was posted twice`);
      return platform.post(destination, card, key);
    },
  };
  const faulty = faultyPlatform(watched, fuse, kind, (message) => notBefore.set(message, clock.now() + waitMs));
  const early = (message: string): void => {
    if (clock.now() < (notBefore.get(message) ?? 0)) wrong.push(`${message} was sent again too early`);
  };
  const guarded = {
    ...faulty,
    post: (...[destination, card, key]: Parameters<typeof platform.post>) => {
      early(key);
      return faulty.post(destination, card, key);
    },
    update: (...[destination, message, card]: Parameters<typeof platform.update>) => {
      early(message);
      return faulty.update(destination, message, card);
    },
  };
  const faults: unknown[] = [];
  const time = faultyClock(clock, fuse);
  const reportFault = (fault: unknown): number => faults.push(fault);
  const outbox = makeOutbox({
    store,
    clock: time,
    platformOf: () => guarded,
    draw: (delivery) => workshop.draw(delivery),
    drawTrouble: (delivery, settlement) => workshop.drawTrouble(delivery, settlement),
    reportFault,
    timer: () => () => undefined,
  });
  const workshop: Workshop = makeWorkshop({
    store,
    library: makeLibrary(packs.packs),
    clock: time,
    ids: randomIds,
    platformOf: () => guarded,
    zone: "UTC",
    wake: () => undefined,
    reportFault,
  });
  /** Draws what waits; several times, since what failed is tried again after a while, and what was in hand only once its lease has run out. */
  const drawAll = async (): Promise<void> => {
    for (let times = 0; times < 4; times += 1) {
      outbox.wake();
      await outbox.settled();
      clock.advance(times < 2 ? 6_000 : leaseMs.create);
    }
  };
  return { opened, workshop, platform, drawAll, faults, wrong, ask: asker(wrong) };
};

const faultSentence = translatorFor("en").messages.commands.refusals.fault;

/** Asks until there is another answer than that of a fault, always with the same intent; whatever comes must be a sentence. */
const asker =
  (wrong: string[]) =>
  async (about: string, send: () => Promise<Reply>): Promise<Reply> => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const reply = await send().catch((fault: unknown): Reply => {
        wrong.push(`${about}: thrown at the person: ${String(fault)}`);
        return { type: "done" };
      });
      if (reply.type !== "refused") return reply;
      if (sentenceOf(reply) !== faultSentence) {
        wrong.push(`${about}: refused: ${sentenceOf(reply)}`);
        return reply;
      }
    }
    throw new Error(`${about} fails again and again`);
  };

export const faultOrigin = (person: string, intent: string): Origin => ({
  workspace: "w1",
  channel: "c1",
  person,
  language: "en",
  zone: "UTC",
  intent,
});
