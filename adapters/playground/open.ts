/** Opens the playground: its room, its way out and its way in. */
import { fileURLToPath } from "node:url";
import express from "express";
import type { AdapterParts, OpenedAdapter } from "../../src/operating/adapter.ts";
import { makeAnnouncer } from "./announcer.ts";
import { makeFiles } from "./files.ts";
import { refuseForeign } from "./guard.ts";
import { makeInbound } from "./inbound.ts";
import { makeOutbound } from "./outbound.ts";
import { makeRoom } from "./room.ts";
import { playgroundTables } from "./tables.ts";
import { isOurs } from "./workspace.ts";

const pageFolder = fileURLToPath(new URL("../../dist/playground", import.meta.url));

type PlaygroundParts = Omit<AdapterParts, "store"> & {
  /** Names beside the local ones under which it may be opened. */
  readonly hosts: readonly string[];
};

export const openPlayground = async (parts: PlaygroundParts): Promise<OpenedAdapter> => {
  const { clock, hosts, shared, reportFault } = parts;
  const room = makeRoom(playgroundTables(parts.database));
  const files = makeFiles();
  const announcer = makeAnnouncer(shared ? { version: room.version, reportFault } : undefined);
  return {
    platform: makeOutbound(room, files, clock, announcer.announce),
    serves: isOurs,
    start: async (workshop) => {
      const router = express.Router();
      router.use(refuseForeign({ hosts, language: parts.fallback.language }));
      router.use(express.json({ limit: "64kb" }));
      router.use(files.router);
      router.use(makeInbound({ workshop, room, announcer, clock }));
      router.use(express.static(pageFolder, { redirect: false }));
      return router;
    },
    stop: async () => announcer.close(),
  };
};
