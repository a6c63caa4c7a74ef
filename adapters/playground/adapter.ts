/** Puts the playground together: its room, its way out and its way in. */
import { fileURLToPath } from "node:url";
import express, { type Router } from "express";
import type { Kysely } from "kysely";
import type { Clock } from "../../src/clock.ts";
import type { Platform } from "../../src/platform.ts";
import type { Tables } from "../../src/store/tables.ts";
import type { Workshop } from "../../src/workshop.ts";
import { makeAnnouncer } from "./announcer.ts";
import { refuseForeign } from "./guard.ts";
import { makeInbound } from "./inbound.ts";
import { makeOutbound } from "./outbound.ts";
import { makeRoom } from "./room.ts";

export type Playground = {
  readonly platform: Platform;
  /** The page and its API, for a workshop that posts by `platform`. */
  readonly routes: (workshop: Workshop) => Router;
  /** Ends the open event streams. */
  readonly close: () => void;
};

const pageFolder = fileURLToPath(new URL("../../dist/playground", import.meta.url));

/** `onLoopback`: the server listens on this machine alone, so only its own names are taken. `shared`: other processes may change the room too. */
export const openPlayground = (
  database: Kysely<Tables>,
  clock: Clock,
  onLoopback: boolean,
  shared?: { readonly reportFault: (fault: unknown) => void },
): Playground => {
  const room = makeRoom(database);
  const announcer = makeAnnouncer(shared && { version: room.version, ...shared });
  return {
    platform: makeOutbound(room, clock, announcer.announce),
    routes: (workshop) => {
      const router = express.Router();
      router.use(refuseForeign(onLoopback));
      router.use(express.json({ limit: "64kb" }));
      router.use(makeInbound({ workshop, room, announcer, clock }));
      router.use(express.static(pageFolder));
      return router;
    },
    close: announcer.close,
  };
};
