/**
 * The playground's program with one thing changed on purpose: how SQLite syncs. Only so can the
 * audit of the order show that it would notice.
 */
import { sql } from "kysely";
import { open as openPlayground } from "../adapters/playground/open.ts";
import { systemClock } from "../src/clock.ts";
import { openCore } from "../src/operating/open-core.ts";
import { startServer } from "../src/operating/server.ts";
import { openStore } from "../src/store/open.ts";
import { shippedLibrary } from "../testkit/shipped-library.ts";

const { store, database } = await openStore(process.env.DATABASE_URL ?? "");
await sql`pragma synchronous = normal`.execute(database);
const reportFault = (fault: unknown): boolean => process.stderr.write(`${String(fault)}\n`);
const playground = await openPlayground({
  config: { wanted: "always", hosts: [] },
  store,
  database,
  clock: systemClock,
  fallback: { language: "en", zone: "UTC" },
  shared: false,
  reportFault,
});
const { workshop } = openCore({
  store,
  library: await shippedLibrary(),
  clock: systemClock,
  platformOf: () => playground.platform,
  reportFault,
});
const routes = [await playground.start(workshop)];
const server = await startServer({ port: 0, host: "127.0.0.1", routes, checkReady: store.ping, reportFault });
process.stdout.write(`${server.address}\n`);
