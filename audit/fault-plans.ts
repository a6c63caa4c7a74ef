/** The faults there are: which call of a session fails, and how. A plan fails the n-th call of its place, once. */
import type { KyselyPlugin } from "kysely";
import type { Clock } from "../src/clock.ts";
import type { Platform, Sent } from "../src/platform.ts";

export type Place = "database" | "network" | "clock";

export const faultKinds = {
  database: ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_IOERR after it was done"],
  network: ["429", "500", "reset", "accepted, then 500", "accepted, then reset"],
  clock: ["no time"],
} as const satisfies Readonly<Record<Place, readonly string[]>>;

export type Fuse = {
  /** True for the one call that must fail. */
  readonly burns: (place: Place) => boolean;
  readonly fired: () => boolean;
};

/** Burns at the n-th call of the place, from 1. */
export const fuseAt = (of: Place, n: number): Fuse => {
  let calls = 0;
  return {
    burns: (place) => {
      if (place !== of) return false;
      calls += 1;
      return calls === n;
    },
    fired: () => calls >= n,
  };
};

/** Fails a query before it reaches the database, or after it has done its work. */
export const faultyQueries = (fuse: Fuse, kind: string): KyselyPlugin => {
  const fail = (): void => {
    if (fuse.burns("database")) throw Object.assign(new Error(`a fault of the audit: ${kind}`), { code: kind });
  };
  const after = kind.includes("after");
  return {
    transformQuery: ({ node }) => {
      if (!after) fail();
      return node;
    },
    transformResult: async ({ result }) => {
      if (after) fail();
      return result;
    },
  };
};

export const faultyClock = (clock: Clock, fuse: Fuse): Clock => ({
  now: () => {
    if (fuse.burns("clock")) throw new Error("a fault of the audit: no time");
    return clock.now();
  },
});

/** How long a 429 asks to wait, in milliseconds. */
export const waitMs = 30_000;

/** Fails a call to the platform; `asked` hears of each one that asks to wait. */
export const faultyPlatform = (
  platform: Platform,
  fuse: Fuse,
  kind: string,
  asked: (message: string) => void,
): Platform => {
  const fail = async (message: string, act: () => Promise<Sent>): Promise<Sent> => {
    if (!fuse.burns("network")) return act();
    if (kind.startsWith("accepted")) await act();
    if (kind.endsWith("reset")) throw new Error("a fault of the audit: socket hang up");
    if (kind !== "429") return { type: "uncertain" };
    asked(message);
    return { type: "later", waitMs };
  };
  return {
    ...platform,
    post: (destination, card, key) => fail(key, () => platform.post(destination, card, key)),
    update: (destination, message, card) => fail(message, () => platform.update(destination, message, card)),
    tell: async (to, card) => {
      if (fuse.burns("network")) throw new Error("a fault of the audit: socket hang up");
      return platform.tell(to, card);
    },
  };
};
