/**
 * `serve`: starts everything in order — packs, store, adapters, workshop, server — and stops it in
 * reverse.
 */

import cron from "node-cron";
import { slashCommand } from "../i18n/address.ts";
import { translatorFor } from "../i18n/translator.ts";
import type { Platform } from "../platform.ts";
import { type OpenedStore, openStore } from "../store/open.ts";
import type { Records } from "../store/records.ts";
import type { OpenedAdapter } from "./adapter.ts";
import { atMostEvery } from "./at-most-every.ts";
import { readBacklog } from "./backlog.ts";
import type { Config } from "./config.ts";
import { countRefusals } from "./count-refusals.ts";
import { isLoopback } from "./environment.ts";
import { faultOf, makeLog } from "./log.ts";
import { makeMetrics } from "./metrics.ts";
import { type MetricsReaders, metricsRoute } from "./metrics-route.ts";
import { openCore } from "./open-core.ts";
import { readLibrary } from "./read-library.ts";
import { startServer } from "./server.ts";
import type { Stopping } from "./stopping.ts";
import { watchCommits } from "./watch-commits.ts";
import { watchPlatform } from "./watch-platform.ts";

const absentWaitMs = 60_000;

/**
 * The most impatient platform takes an answer for three seconds; who somebody is may be asked for
 * 0.8 s before.
 */
const answerMsMax = 1_900;

/** A probe writes to the disk, and anyone may ask for one. */
const readyMs = 1_000;

/** Throws what is wrong with the configuration's packs, database or platforms. */
export const serve = async (config: Config, records: readonly Records[], { onStop }: Stopping): Promise<void> => {
  const log = makeLog(config.logLevel);
  const reportFault = (fault: unknown, about: object = {}): void =>
    log.error({ ...faultOf(fault), ...about }, "a request failed");
  const library = await readLibrary(config.packFolders, config.locale);
  const kept = await openStore(config.databaseUrl, {
    records,
    reportFault: (fault) => log.error(faultOf(fault), "the database is away"),
  });
  onStop(kept.store.close);
  const { clock, database } = kept;
  const metrics = makeMetrics(() => readBacklog(database, clock.now()));
  const store = watchCommits(kept.store, () => performance.now(), metrics.observe);
  const opened = { ...kept, store };
  const adapters = (await openAdapters(config, opened, (fault, platform) => reportFault(fault, { platform }))).map(
    (adapter) => ({
      ...adapter,
      platform: watchPlatform(adapter.platform, metrics.observe),
    }),
  );
  const { workshop, outbox } = openCore({
    store,
    library,
    clock,
    platformOf: (workspace) => platformOf(adapters, workspace),
    zone: config.timezone,
    reportFault: (fault, card) =>
      card === undefined ? reportFault(fault) : log.error({ ...faultOf(fault), ...card }, "a card could not be drawn"),
    observe: metrics.observe,
    answerMsMax,
  });
  onStop(outbox.stop);
  const server = await startServer({
    port: config.port,
    host: config.host,
    routes: [
      countRefusals({
        observe: metrics.observe,
        tell: (counts) => log.warn({ counts }, "requests were refused"),
        now: () => performance.now(),
      }),
      metricsRoute(metrics, readersOf(config)),
      ...(await Promise.all(adapters.map(({ start }) => start(workshop)))),
    ],
    checkReady: atMostEvery(readyMs, () => performance.now(), store.ping),
    reportFault,
  });
  onStop(server.stop);
  for (const adapter of adapters.toReversed()) onStop(adapter.stop);
  // Cards that another process was drawing when it died are drawn here.
  const everySecond = async (): Promise<void> => {
    if (opened.shared) outbox.wake();
    await workshop.runDue().catch(reportFault);
  };
  const tick = cron.schedule("* * * * * *", everySecond, { noOverlap: true });
  // Cards that the command line asked for, and what is kept no longer.
  const sweepUp = async (): Promise<void> => {
    outbox.wake();
    if (config.retentionDays !== undefined) await workshop.deleteOld(config.retentionDays).catch(reportFault);
  };
  const sweep = cron.schedule("30 * * * * *", sweepUp, { noOverlap: true });
  onStop(async () => sweep.stop());
  onStop(async () => tick.stop());
  onStop(async () => log.info("stopping"));
  // It listens by now, and goes on doing so whatever becomes of this.
  await workshop.recomputeOutdated().catch(reportFault);
  await workshop.runDue().catch(reportFault);
  void sweepUp();

  const say = translatorFor(config.locale).messages.commands;
  const ready = config.platforms.some(({ hasPage }) => hasPage === true) ? say.listening : say.serving;
  process.stdout.write(`${ready({ address: server.address })}\n`);
};

/**
 * Loads the libraries of those platforms alone that are configured: some take 0.4 s of the
 * processor and 30 MB.
 */
const openAdapters = async (
  config: Config,
  { store, database, clock, shared }: OpenedStore,
  reportFault: (fault: unknown, platform: string) => void,
): Promise<readonly OpenedAdapter[]> => {
  const fallback = { language: config.locale, zone: config.timezone };
  const opened: OpenedAdapter[] = [];
  const parts = { store, database, clock, fallback, shared };
  for (const { adapter, open } of config.platforms)
    opened.push(await open({ ...parts, reportFault: (fault) => reportFault(fault, adapter.name) }));
  return opened;
};

/** What waits for a platform that isn't configured now is kept, and tried again. */
const absent: Platform = {
  capabilities: {
    group: "absent",
    address: slashCommand,
    repeatablePosts: true,
    updatesPrivate: true,
    broadcasts: "never",
    tellsAdmins: false,
    redrawWaitMs: 0,
  },
  post: async () => ({ type: "later", waitMs: absentWaitMs }),
  update: async () => ({ type: "later", waitMs: absentWaitMs }),
  sendPrivately: async () => undefined,
  listMembers: async () => undefined,
  channelsOf: async () => [],
  sendFile: async () => {
    throw new Error("The platform of this workspace isn't configured");
  },
  namesOf: async () => ({}),
  linkTo: async () => undefined,
  whyUnreachable: async () => undefined,
  isAdmin: async () => false,
};

const platformOf = (adapters: readonly OpenedAdapter[], workspace: string): Platform =>
  adapters.find(({ serves }) => serves(workspace))?.platform ?? absent;

/** Where nothing is meant to be reached from elsewhere, the metrics need no token. */
const readersOf = ({ metricsToken: token, host, platforms }: Config): MetricsReaders => {
  if (token !== undefined) return { type: "token", token };
  const alone = isLoopback(host) && platforms.every(({ reach }) => reach === "wherever");
  return { type: alone ? "this-machine" : "nobody" };
};
