/** Starts everything in order — config, packs, store, workshop, adapters — and stops it in reverse. */
import cron from "node-cron";
import { openPlayground } from "../adapters/playground/start.ts";
import { kinds } from "./activities/kinds.ts";
import { randomIds, systemClock } from "./clock.ts";
import { type Config, readConfig } from "./config.ts";
import { makeOutbox } from "./delivery/outbox.ts";
import { translatorFor } from "./i18n/translator.ts";
import { faultOf, makeLog } from "./log.ts";
import { loadPacks } from "./packs/folder.ts";
import { makeLibrary } from "./packs/library.ts";
import { formatMistakes } from "./packs/mistakes.ts";
import type { Pack } from "./packs/pack.ts";
import { startServer } from "./server.ts";
import { openStore } from "./store/open.ts";
import { makeWorkshop } from "./workshop.ts";

/** A clean stop takes at most this long; a supervisor's patience is seldom more. */
const stopMsMax = 4500;

const readPacks = async (config: Config): Promise<readonly Pack[]> => {
  const loaded = await loadPacks(config.packFolders, kinds);
  if (loaded.type === "packs") return loaded.packs;
  throw new Error(formatMistakes(loaded.mistakes, translatorFor(config.locale)).join("\n"));
};

const start = async (config: Config): Promise<void> => {
  const log = makeLog(config.logLevel);
  const reportFault = (fault: unknown): void => log.error(faultOf(fault), "a request failed");
  const library = makeLibrary(await readPacks(config));
  const { store, database } = await openStore(config.databaseUrl);
  const playground = openPlayground(database, systemClock, isLoopback(config.host));
  const outbox = makeOutbox({
    store,
    clock: systemClock,
    platform: playground.platform,
    draw: (delivery) => workshop.draw(delivery),
    reportFault: (fault, about) => log.error({ ...faultOf(fault), ...about }, "a card could not be drawn"),
  });
  const parts = { store, library, clock: systemClock, ids: randomIds, wake: outbox.wake, reportFault };
  const workshop = makeWorkshop(parts);
  const server = await startServer({
    port: config.port,
    host: config.host,
    routes: [playground.routes(workshop)],
    checkReady: store.ping,
    reportFault,
  });
  const tick = cron.schedule("* * * * * *", () => workshop.endOverdueRounds().catch(reportFault), { noOverlap: true });
  await workshop.endOverdueRounds();
  outbox.wake();
  process.stdout.write(`${translatorFor(config.locale).messages.commands.listening({ address: server.address })}\n`);

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopMsMax).unref();
    await tick.stop();
    playground.close();
    await server.stop();
    await outbox.stop();
    await store.close();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
};

const isLoopback = (host: string): boolean => ["127.0.0.1", "localhost", "::1"].includes(host);

try {
  await start(readConfig(process.env));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
