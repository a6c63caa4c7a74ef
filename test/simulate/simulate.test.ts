/** A week of the simulation; `npm run simulate` runs a year. */
import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

test.each([7, 14])(
  "seed %i: seven days, 50 restarts, twelve zones, and every occurrence is accounted for",
  async (seed) => {
    const { wrong, outcomes } = await simulate({ seed, days: 7, restarts: 50, zones: 12 });
    expect(wrong, `Again: npm run simulate -- --seed ${seed} --days 7 --restarts 50 --zones 12`).toEqual([]);
    // It is no account of nothing: some were started, and some were missed.
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
    expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(["started", "late", "skipped"]));
  },
  300_000,
);
