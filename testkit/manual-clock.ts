/** A clock that the test moves. */
import type { Clock } from "../src/clock.ts";

export type ManualClock = Clock & { readonly advance: (ms: number) => void };

export const manualClock = (start = Date.UTC(2026, 10, 23, 1, 0)): ManualClock => {
  let now = start;
  return { now: () => now, advance: (ms) => (now += ms) };
};
