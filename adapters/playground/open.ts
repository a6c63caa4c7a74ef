/** Opens the playground: its room, its way in and its way out. */
import type { AdapterParts, Inbound, OpenedAdapter } from "../../src/operating/adapter.ts";
import { makeAnnouncer } from "./announcer.ts";
import type { PlaygroundConfig } from "./configuration.ts";
import { makeFiles } from "./files.ts";
import { makeInbound } from "./inbound.ts";
import { makeOutbound } from "./outbound.ts";
import { makeRoom } from "./room.ts";
import { playgroundTables } from "./tables.ts";
import { isOurs } from "./workspace.ts";

type PlaygroundParts = AdapterParts & { readonly config: PlaygroundConfig };

export const open = async (parts: PlaygroundParts): Promise<OpenedAdapter> => {
  const { database, clock, fallback, shared, reportFault, config } = parts;
  const { language } = fallback;
  const room = makeRoom(playgroundTables(database));
  const files = makeFiles();
  const announcer = makeAnnouncer(shared ? { version: room.version, reportFault } : undefined);
  let inbound: Inbound | undefined;
  return {
    platform: makeOutbound({ room, files, clock, announcer }),
    serves: isOurs,
    start: async (workshop) => {
      inbound = await makeInbound({ workshop, room, files, announcer, clock, hosts: config.hosts, language });
      return inbound.routes;
    },
    stop: async () => inbound?.stop(),
  };
};
