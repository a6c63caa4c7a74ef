/** The playground's program with one thing changed on purpose: how SQLite syncs. Only so can the audit of the order show that it would notice. */
import { sql } from "kysely";
import { openPlayground } from "../adapters/playground/adapter.ts";
import { kinds } from "../src/activities/kinds.ts";
import { randomIds, systemClock } from "../src/clock.ts";
import { makeOutbox } from "../src/delivery/outbox.ts";
import { startServer } from "../src/operating/server.ts";
import { loadPacks } from "../src/packs/folder.ts";
import { makeLibrary } from "../src/packs/library.ts";
import { openStore } from "../src/store/open.ts";
import { makeWorkshop } from "../src/workshop.ts";

const { store, database } = await openStore(process.env.DATABASE_URL ?? "");
await sql`pragma synchronous = normal`.execute(database);
const loaded = await loadPacks(["packs"], kinds);
if (loaded.type === "mistakes") throw new Error(JSON.stringify(loaded.mistakes));
const reportFault = (fault: unknown): boolean => process.stderr.write(`${String(fault)}\n`);
const playground = openPlayground(database, systemClock, true);
const outbox = makeOutbox({
  store,
  clock: systemClock,
  platformOf: () => playground.platform,
  draw: (delivery) => workshop.draw(delivery),
  drawTrouble: (delivery, settlement) => workshop.drawTrouble(delivery, settlement),
  reportFault,
});
const library = makeLibrary(loaded.packs);
const workshop = makeWorkshop({
  store,
  library,
  clock: systemClock,
  ids: randomIds,
  platformOf: () => playground.platform,
  zone: "UTC",
  wake: outbox.wake,
  reportFault,
});
const routes = [playground.routes(workshop)];
const server = await startServer({ port: 0, host: "127.0.0.1", routes, checkReady: store.ping, reportFault });
process.stdout.write(`${server.address}\n`);
