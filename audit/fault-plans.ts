/**
 * The faults there are: which call of a session fails, and how. A plan fails the n-th call of its
 * place, once.
 */
import type { KyselyPlugin } from "kysely";
import type { Clock } from "../src/clock.ts";
import type { Fault } from "../testkit/faulty-server.ts";

/**
 * What a platform's server may do to a call. It asks to wait, fails, breaks the line off or never
 * answers, before it has done what it was asked or after.
 */
const serverFaults: Readonly<Record<string, Fault>> = {
  "429": { status: 429, retryAfter: 30 },
  "500": { status: 500 },
  reset: { line: "reset" },
  hang: { line: "hang" },
  "accepted, then 500": { done: true, status: 500 },
  "accepted, then reset": { done: true, line: "reset" },
  "accepted, then hang": { done: true, line: "hang" },
  "accepted, then half an answer": { done: true, line: "half" },
};
const serverKinds = Object.keys(serverFaults);

/** How a call of a platform's server fails, where it is the one that must. */
export const serverFaultOf = (fuse: Fuse) => (): Fault | undefined =>
  fuse.burns(fuse.place) ? serverFaults[fuse.kind] : undefined;

/** Whether an answer, or the rest of it, never comes. */
export const isHanging = (kind: string): boolean => /hang|half/.test(kind);

/**
 * Where an answer stays out, so that the audit needn't wait as long as people do. Otherwise none is
 * late, however busy the machine is.
 */
export const callMsMaxOf = ({ kind }: Fuse): number => (isHanging(kind) ? 3_000 : 10_000);

/**
 * SQLite answers before the next line runs, so that it can't hang. Another's lock is a place of its
 * own.
 */
const databaseKinds = ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_IOERR after it was done"] as const;

/** What a shell, for example, does on the file with a write transaction of its own. */
const lockKinds = ["let go in time", "held too long"] as const;

export const faultKinds = {
  database: databaseKinds,
  lock: lockKinds,
  Slack: serverKinds,
  Teams: serverKinds,
  clock: ["no time"],
} as const;

export type Place = keyof typeof faultKinds;

export type Fuse = {
  readonly place: Place;
  readonly kind: string;
  /** True for the one call that must fail. */
  readonly burns: (place: Place) => boolean;
  readonly fired: () => boolean;
  /** Resolves when that call is made. */
  readonly whenFired: Promise<void>;
  /** How many calls of the place there have been. */
  readonly calls: () => number;
};

/** Burns at the n-th call of the place, from 1; never at 0. */
export const fuseAt = (place: Place, kind: string, n: number): Fuse => {
  let calls = 0;
  const lit = Promise.withResolvers<void>();
  return {
    place,
    kind,
    burns: (called) => {
      if (called !== place) return false;
      calls += 1;
      if (calls === n) lit.resolve();
      return calls === n;
    },
    whenFired: lit.promise,
    fired: () => n > 0 && calls >= n,
    calls: () => calls,
  };
};

/** Fails a query before it reaches the database, or after it has done its work. */
export const faultyQueries = (fuse: Fuse): KyselyPlugin => {
  const fail = (): void => {
    if (fuse.burns("database"))
      throw Object.assign(new Error(`a fault of the audit: ${fuse.kind}`), { code: fuse.kind });
  };
  const after = fuse.kind.includes("after");
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

/** At a query somebody else locks the file; the query goes on, and finds it locked or not. */
export const lockingQueries = (fuse: Fuse, lock: () => void): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    if (fuse.burns("lock")) lock();
    return node;
  },
  transformResult: async ({ result }) => result,
});

export const faultyClock = (clock: Clock, fuse: Fuse): Clock => ({
  now: () => {
    if (fuse.burns("clock")) throw new Error("a fault of the audit: no time");
    return clock.now();
  },
});
