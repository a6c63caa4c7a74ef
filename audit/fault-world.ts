/** A workshop of which one call fails, with people who try again as people do. */
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { translatorFor } from "../src/i18n/translator.ts";
import { openCore } from "../src/operating/open-core.ts";
import type { Origin, Reply } from "../src/requests/request.ts";
import { leaseMs } from "../src/store/deliveries.ts";
import { migrate } from "../src/store/migrate.ts";
import { makeSqlStore } from "../src/store/sql-store.ts";
import { openSqlite } from "../src/store/sqlite.ts";
import { countedIds } from "../testkit/counted-ids.ts";
import { manualClock } from "../testkit/manual-clock.ts";
import { temporaryFolder } from "../testkit/process.ts";
import { shippedLibrary } from "../testkit/shipped-library.ts";
import { sentenceOf } from "../testkit/world.ts";
import { makeFileLock } from "./fault-lock.ts";
import { openNeighbour } from "./fault-neighbour.ts";
import { type Fuse, faultyClock, faultyQueries, isHanging, lockingQueries, type Place } from "./fault-plans.ts";
import { type FaultyPlatform, openMemoryPlatform, type PlatformParts, where } from "./fault-platform.ts";
import { openFaultySlack } from "./fault-slack.ts";
import { openFaultyTeams } from "./fault-teams.ts";

export type FaultWorld = Awaited<ReturnType<typeof openFaultWorld>>;

const triesMax = 4;
/** Between two things that people do, in milliseconds: less than a platform asks to wait. */
const patienceMs = 6_000;
/**
 * What failed is tried again after a while, and what was in hand only once its lease has run out;
 * so often must do.
 */
const drawsMax = 4;

const platforms: Readonly<Record<Place, (parts: PlatformParts) => Promise<FaultyPlatform>>> = {
  database: openMemoryPlatform,
  lock: openMemoryPlatform,
  clock: openMemoryPlatform,
  Slack: openFaultySlack,
  Teams: openFaultyTeams,
};

/** A database whose tables are made, to be copied. */
const makeTemplate = async (): Promise<string> => {
  const path = join(temporaryFolder(), "template.db");
  const sqlite = openSqlite(path);
  await migrate(sqlite);
  await sqlite.close();
  return path;
};

/** What every world has alike, made once. */
export const prepareWorlds = async () => ({
  library: await shippedLibrary(),
  template: await makeTemplate(),
});

export type Prepared = Awaited<ReturnType<typeof prepareWorlds>>;

export const openFaultWorld = async ({ library, template }: Prepared, fuse: Fuse) => {
  const folder = temporaryFolder();
  const file = join(folder, "workshop.db");
  copyFileSync(template, file);
  const sqlite = openSqlite(file);
  const { database } = sqlite;
  const clock = manualClock();
  const wrong: string[] = [];
  const reportFault = (): void => undefined;
  const faulty = await platforms[fuse.place]({ fuse, clock, database, reportFault });
  const lock = makeFileLock(file, fuse);
  const faultyDatabase = database.withPlugin(faultyQueries(fuse)).withPlugin(lockingQueries(fuse, lock.take));
  const store = makeSqlStore({ ...sqlite, database: faultyDatabase });
  const neighbour = openNeighbour();
  const { workshop, outbox } = openCore({
    store,
    library,
    clock: faultyClock(clock, fuse),
    // The same in each world, since reasons are shown in an order that a session's id decides.
    ids: countedIds(),
    platformOf: (workspace) => (neighbour.lives(workspace) ? neighbour.platform : faulty.platform),
    reportFault,
    drawing: "when-woken",
  });
  const hasBacklog = async (): Promise<boolean> => {
    const backlog = database.selectFrom("cards").select("slot").whereRef("wanted", ">", "drawn");
    return (await backlog.where("state", "not in", ["uncertain", "gone"]).executeTakeFirst()) !== undefined;
  };
  /** Draws what can be drawn now, and lets some time pass. */
  const draw = async (passesMs = patienceMs): Promise<void> => {
    outbox.wake();
    drawn = outbox.settled();
    await drawn;
    await visited;
    clock.advance(passesMs);
  };
  /** Resolves when what can be drawn now is drawn. */
  let drawn = Promise.resolve();
  /** Once, while the call that hangs is under way. */
  const visit = async (): Promise<void> => {
    wrong.push(...(await neighbour.visit(workshop, outbox, drawn)));
  };
  let visited: Promise<void> | undefined;
  if (isHanging(fuse.kind))
    void fuse.whenFired.then(() => {
      visited = visit();
    });
  const drawAll = async (): Promise<void> => {
    for (let times = 0; times < drawsMax && (await hasBacklog()); times += 1) await draw(leaseMs.create);
  };
  const close = async (): Promise<void> => {
    await faulty.close();
    await lock.close();
    await sqlite.close();
    rmSync(folder, { recursive: true });
  };
  return { database, store: makeSqlStore(sqlite), workshop, faulty, draw, drawAll, wrong, ask: asker(wrong), close };
};

const faultSentence = translatorFor("en").messages.commands.refusals.fault;

/**
 * Asks until there is another answer than that of a fault, always with the same intent; whatever
 * comes must be a sentence.
 */
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
  ...where,
  person,
  language: "en",
  zone: "UTC",
  intent,
});
