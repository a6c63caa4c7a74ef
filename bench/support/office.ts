/** The workshop without a platform, on a database file: for what is measured within one process. */

import { randomIds, systemClock } from "../../src/clock.ts";
import { slashCommand } from "../../src/i18n/address.ts";
import { openCore } from "../../src/operating/open-core.ts";
import { readLibrary } from "../../src/operating/read-library.ts";
import type { Platform } from "../../src/platform.ts";
import type { Origin } from "../../src/requests/request.ts";
import { type OpenedStore, openStore } from "../../src/store/open.ts";
import type { Workshop } from "../../src/workshop.ts";
import { activity } from "./session.ts";

export type BenchOffice = {
  readonly opened: OpenedStore;
  readonly workshop: Workshop;
  readonly origin: (person: string) => Origin;
  /** Starts a session and answers its id. */
  readonly start: () => Promise<string>;
  /** Everyone responds at once, fifty at a time. Throws when one is refused. */
  readonly respondAll: (session: string, people: readonly string[]) => Promise<void>;
};

export const workspace = "bench";
const channel = "c1";
const atOnce = 50;

const nowhere: Platform = {
  capabilities: { address: slashCommand, group: "bench", repeatablePosts: true, updatesPrivate: true, redrawWaitMs: 0 },
  post: async () => ({ type: "gone", why: "channel-gone" }),
  update: async () => ({ type: "gone", why: "channel-gone" }),
  tell: async () => undefined,
  listMembers: async () => undefined,
  isAdmin: async () => false,
};

export const openBenchOffice = async (file: string): Promise<BenchOffice> => {
  const opened = await openStore(`file:${file}`);
  const { workshop } = openCore({
    store: opened.store,
    library: await readLibrary(["packs"], "en"),
    clock: systemClock,
    platformOf: () => nowhere,
    reportFault: (fault) => {
      throw fault;
    },
    drawing: "when-woken",
  });
  const origin = (person: string): Origin => ({
    workspace,
    channel,
    person,
    language: "en",
    zone: "UTC",
    intent: randomIds.next(),
  });
  const respond = async (session: string, person: string): Promise<void> => {
    const purpose = { type: "respond", nonce: randomIds.next(), session, round: 1, seen: 0 };
    const values = { choice: "rag", reason: `The answers stand in the FAQ already, says ${person}.`, confidence: "80" };
    const reply = await workshop.submit(origin(person), purpose, values);
    if (reply.type !== "card") throw new Error(JSON.stringify(reply));
  };
  return {
    opened,
    workshop,
    origin,
    start: async () => {
      await workshop.run(origin("fay"), `start ${activity}`);
      const sessions = await opened.store.in(workspace).listSessions({ channel, over: false, limit: 1 });
      const [newest] = sessions;
      if (newest === undefined) throw new Error("No session was started");
      return newest.id;
    },
    respondAll: async (session, people) => {
      const waiting = people.values();
      const respondOn = async (): Promise<void> => {
        for (const person of waiting) await respond(session, person);
      };
      await Promise.all(Array.from({ length: atOnce }, respondOn));
    },
  };
};
