/** The short form of `npm run audit:worlds`. */
import { expect, test } from "vitest";
import { auditSmallWorlds } from "../../audit/small-worlds.ts";

test.each([
  { peopleMax: 4, options: 3, discussion: false },
  { peopleMax: 6, options: 2, discussion: false },
  { peopleMax: 3, options: 3, discussion: true },
  { peopleMax: 6, options: 2, discussion: true },
])(
  "after two anonymous rounds nobody is given away by subtraction: $peopleMax people, $options options, discussion: $discussion",
  (sizes) => {
    const { counts, wrong } = auditSmallWorlds(sizes);
    expect(wrong).toEqual([]);
    expect(counts.worlds).toBeGreaterThan(800);
    if (sizes.peopleMax >= 6) expect(counts["with a shift shown"]).toBeGreaterThan(0);
  },
  120_000,
);
