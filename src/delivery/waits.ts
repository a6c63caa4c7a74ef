/** Until when places of a platform must be left alone, because the platform asked for it. */
import { type Clock, waitMsMax } from "../clock.ts";
import { makeRecent } from "../text/recent.ts";

export type Waits = {
  /** Milliseconds still to be waited; 0 when none. */
  readonly left: (place: string) => number;
  /** From now on that place is left alone for so many milliseconds. */
  readonly ask: (place: string, waitMs: number) => void;
};

/** So many places are remembered; the ones asked about longest ago go first. */
const placesMax = 10_000;

/**
 * @example
 * const waits = makeWaits(clock);
 * waits.ask("C1", 30_000);
 * waits.left("C1"); // 30_000
 */
export const makeWaits = (clock: Clock): Waits => {
  const until = makeRecent<number>(placesMax);
  return {
    left: (place) => {
      const left = (until.get(place) ?? 0) - clock.now();
      return left > waitMsMax ? 0 : Math.max(0, left);
    },
    ask: (place, waitMs) => void until.set(place, clock.now() + Math.min(waitMs, waitMsMax)),
  };
};
