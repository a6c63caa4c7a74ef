/** What was chosen more often than foreseen: by hand, and as properties. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Foretold, surprisinglyPopular } from "../../src/analysis/surprisingly-popular.ts";

const votes = (choice: string, ...foreseen: readonly (number | null)[]): readonly Foretold[] =>
  foreseen.map((one) => ({ choice, foreseen: one }));

test("as in the capital of Pennsylvania, whoever knows that few know foresees few", () => {
  // The many who say that it is Philadelphia foresee that most will; the others know better.
  const philadelphia = votes("philadelphia", 90, 80, 90, 80, 85, 85);
  const harrisburg = votes("harrisburg", 30, 20, 25, 25);
  expect(surprisinglyPopular(["philadelphia", "harrisburg"], [...philadelphia, ...harrisburg])).toEqual([
    { option: "harrisburg", share: 0.4, foreseen: 0.25 },
  ]);
});

test("nothing is said of fewer than ten, nor by the guess of one or two", () => {
  expect(surprisinglyPopular(["a"], votes("a", ...Array(9).fill(10)))).toEqual([]);
  expect(surprisinglyPopular(["a"], votes("a", 10, 10, ...Array(10).fill(null)))).toEqual([]);
  expect(surprisinglyPopular(["a"], votes("a", 10, 10, 10, ...Array(7).fill(null)))).toHaveLength(1);
});

test("what is named was chosen more often than foreseen, in the order of the difference", () => {
  const vote = fc.record({
    choice: fc.constantFrom("a", "b", "c"),
    foreseen: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  fc.assert(
    fc.property(fc.array(vote, { maxLength: 40 }), (cast) => {
      const found = surprisinglyPopular(["a", "b", "c"], cast);
      if (cast.length < 10) expect(found).toEqual([]);
      const gaps = found.map(({ share, foreseen }) => share - foreseen);
      expect(gaps.every((gap) => gap > 0)).toBe(true);
      expect(gaps).toEqual(gaps.toSorted((one, other) => other - one));
    }),
  );
});
