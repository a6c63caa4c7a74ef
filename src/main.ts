/** Starts everything in order — config, packs, store, workshop, adapters — and stops it in reverse. */

import type { Router } from "express";
import cron from "node-cron";
import { openPlayground } from "../adapters/playground/adapter.ts";
import { playgroundWorkspace } from "../adapters/playground/people.ts";
import { translatorFor } from "./i18n/translator.ts";
import { atMostEvery } from "./operating/at-most-every.ts";
import { readWaiting } from "./operating/backlog.ts";
import { type Config, readConfig } from "./operating/config.ts";
import { isLoopback } from "./operating/config-teams.ts";
import { faultOf, makeLog } from "./operating/log.ts";
import { makeMetrics } from "./operating/metrics.ts";
import { type MetricsReaders, metricsRoute } from "./operating/metrics-route.ts";
import { type AboutCard, openCore } from "./operating/open-core.ts";
import { readLibrary } from "./operating/read-library.ts";
import { startServer } from "./operating/server.ts";
import { watchCommits } from "./operating/watch-commits.ts";
import { watchPlatform } from "./operating/watch-platform.ts";
import type { Platform } from "./platform.ts";
import { type OpenedStore, openStore } from "./store/open.ts";
import type { Workshop } from "./workshop.ts";

const absentWaitMs = 60_000;

/** A probe writes to the disk, and anyone may ask for one. */
const readyMs = 1_000;

/** A clean stop takes at most this long; a supervisor's patience is seldom more. */
const stopMsMax = 4500;

const start = async (config: Config): Promise<void> => {
  const log = makeLog(config.logLevel);
  const reportFault = (fault: unknown, about?: AboutCard): void =>
    log.error({ ...faultOf(fault), ...about }, about === undefined ? "a request failed" : "a card could not be drawn");
  const library = await readLibrary(config.packFolders, config.locale);
  const kept = await openStore(config.databaseUrl, (fault) => log.error(faultOf(fault), "the database is away"));
  const { clock, database } = kept;
  const metrics = makeMetrics(() => readWaiting(database, clock.now()));
  const store = watchCommits(kept.store, () => performance.now(), metrics.observe);
  const opened = { ...kept, store };
  const adapters = (await openAdapters(config, opened, reportFault)).map((adapter) => ({
    ...adapter,
    platform: watchPlatform(adapter.platform, metrics.observe),
  }));
  const { workshop, outbox } = openCore({
    store,
    library,
    clock,
    platformOf: (workspace) => platformOf(adapters, workspace),
    zone: config.timezone,
    reportFault,
    observe: metrics.observe,
  });
  const server = await startServer({
    port: config.port,
    host: config.host,
    routes: [
      metricsRoute(metrics, readersOf(config, adapters)),
      ...(await Promise.all(adapters.map(({ start }) => start(workshop)))),
    ],
    checkReady: atMostEvery(readyMs, () => performance.now(), store.ping),
    reportFault,
  });
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
  await workshop.recomputeOutdated();
  await workshop.runDue();
  void sweepUp();

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopMsMax).unref();
    await tick.stop();
    await sweep.stop();
    for (const adapter of adapters) await adapter.stop();
    await server.stop();
    await outbox.stop();
    await store.close();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  const say = translatorFor(config.locale).messages.commands;
  const ready = config.playground ? say.listening : say.serving;
  process.stdout.write(`${ready({ address: server.address })}\n`);
};

/** An adapter that is configured. */
type Adapter = {
  readonly platform: Platform;
  /** Whether it speaks for the workspace. */
  readonly serves: (workspace: string) => boolean;
  readonly start: (workshop: Workshop) => Promise<Router>;
  readonly stop: () => Promise<void>;
};

/** Loads the libraries of those platforms alone that are configured: Teams' take 0.4 s of the processor and 30 MB. */
const openAdapters = async (
  config: Config,
  opened: OpenedStore,
  reportFault: (fault: unknown) => void,
): Promise<readonly Adapter[]> => {
  const { store, database, clock } = opened;
  const fallback = { language: config.locale, zone: config.timezone };
  const adapters: Adapter[] = [];
  if (config.slack !== undefined) {
    const { openSlack } = await import("../adapters/slack/adapter.ts");
    adapters.push(await openSlack({ config: config.slack, store, database, clock, fallback, reportFault }));
  }
  if (config.teams !== undefined) {
    const { openTeams } = await import("../adapters/teams/adapter.ts");
    adapters.push(openTeams({ config: config.teams, database, clock, fallback, reportFault }));
  }
  // Last, since its page answers every path that is left.
  if (config.playground) {
    const playground = openPlayground(
      database,
      clock,
      isLoopback(config.host),
      opened.shared ? { reportFault } : undefined,
    );
    adapters.push({
      platform: playground.platform,
      serves: (workspace) => workspace === playgroundWorkspace,
      start: async (workshop) => playground.routes(workshop),
      stop: async () => playground.close(),
    });
  }
  return adapters;
};

/** What waits for a platform that isn't configured now is kept, and tried again. */
const absent: Platform = {
  capabilities: { group: "absent", repeatablePosts: true, updatesPrivate: true, redrawWaitMs: 0 },
  post: async () => ({ type: "later", waitMs: absentWaitMs }),
  update: async () => ({ type: "later", waitMs: absentWaitMs }),
  tell: async () => undefined,
  listMembers: async () => undefined,
  isAdmin: async () => false,
};

const platformOf = (adapters: readonly Adapter[], workspace: string): Platform =>
  adapters.find(({ serves }) => serves(workspace))?.platform ?? absent;

/** Where nothing is meant to be reached from elsewhere, the metrics need no token. */
const readersOf = ({ metricsToken: token, host }: Config, adapters: readonly Adapter[]): MetricsReaders => {
  if (token !== undefined) return { type: "token", token };
  const alone = isLoopback(host) && adapters.every(({ serves }) => serves(playgroundWorkspace));
  return { type: alone ? "this-machine" : "nobody" };
};

try {
  await start(readConfig(process.env));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
