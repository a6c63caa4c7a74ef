/**
 * A platform as the audit of faults sees it: what reached the people there, and whether anything
 * was sent twice or sooner than allowed.
 */
import type { Kysely } from "kysely";
import { plainCard } from "../src/cards/plain.ts";
import type { Clock } from "../src/clock.ts";
import type { Platform } from "../src/platform.ts";
import type { Tables } from "../src/store/tables.ts";
import { fakePlatform } from "../testkit/fake-platform.ts";
import type { Fuse } from "./fault-plans.ts";

export const where = { workspace: "w1", channel: "c1" } as const;
export const facilitator = "fay";

export type FaultyPlatform = {
  readonly platform: Platform;
  /** The words of each message that everyone in the channel sees; a line a thing. */
  readonly seenByAll: () => readonly string[];
  /** The words of each message that was sent to the facilitator alone. */
  readonly seenAlone: () => readonly string[];
  /** A sentence for each call that should not have been made. */
  readonly wrong: readonly string[];
  readonly close: () => Promise<void>;
};

export type PlatformParts = {
  readonly fuse: Fuse;
  readonly clock: Clock;
  readonly database: Kysely<Tables>;
  readonly reportFault: (fault: unknown) => void;
};

/** Remembers until when a place must be left alone. */
export const makeQuiet = (clock: Clock) => {
  const until = new Map<string, number>();
  return {
    ask: (place: string, waitMs: number): void => void until.set(place, clock.now() + waitMs),
    /** What is wrong with a call that is made there now. */
    mistakesOf: (place: string): readonly string[] =>
      clock.now() < (until.get(place) ?? 0) ? [`${place} was called sooner than allowed`] : [],
  };
};

/** One in memory that never fails, for the faults of other places. */
export const openMemoryPlatform = async (): Promise<FaultyPlatform> => {
  const platform = fakePlatform();
  const wrong: string[] = [];
  const seenBy = (person: string | undefined) => () =>
    [...platform.shown.values()]
      .filter(({ destination }) => destination.person === person)
      .map(({ card }) => plainCard(card));
  return {
    platform: {
      ...platform,
      post: (destination, card, key) => {
        if (platform.shown.has(key)) wrong.push(`${key} was posted twice`);
        return platform.post(destination, card, key);
      },
    },
    seenByAll: seenBy(undefined),
    seenAlone: () => [...seenBy(facilitator)(), ...platform.told],
    wrong,
    close: async () => undefined,
  };
};
