/** Holds what all test files share, each started when first asked for, and ends it with the run. */
import { build } from "vite";
import { launchBrowser } from "../testkit/browser.ts";
import { openLocalServer } from "../testkit/local-server.ts";
import { startPostgres } from "../testkit/postgres.ts";
import { announceServers } from "../testkit/shared-servers.ts";

type Shared = { readonly address: string; readonly stop: () => Promise<void> };

const starts: Readonly<Record<string, () => Promise<Shared>>> = {
  "/postgres": startPostgres,
  "/browser": launchBrowser,
  "/page": async () => {
    await build();
    return { address: "", stop: async () => undefined };
  },
};

const setup = async (): Promise<() => Promise<void>> => {
  const started = new Map<string, Promise<Shared>>();
  const server = await openLocalServer((request, response) => {
    const kind = request.url ?? "";
    const shared = started.get(kind) ?? starts[kind]?.();
    if (shared === undefined) {
      response.writeHead(404).end(`Nothing is shared under ${kind}`);
      return;
    }
    started.set(kind, shared);
    shared.then(
      ({ address }) => response.end(address),
      (fault: unknown) => response.writeHead(500).end(String(fault)),
    );
  });
  announceServers(server.address);
  // The programs that tests start are compiled once, not each time.
  process.env.NODE_COMPILE_CACHE ??= "node_modules/.cache/compile";
  return async () => {
    await server.close();
    for (const shared of started.values()) await shared.then(({ stop }) => stop());
  };
};

export default setup;
