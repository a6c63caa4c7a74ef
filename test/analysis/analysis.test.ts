/** The figures of a reveal, worked out by hand and held as properties. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf } from "../../src/analysis/advice.ts";
import { agreement, agreementWord } from "../../src/analysis/agreement.ts";
import { chancesAmong, confidence, guessAmong } from "../../src/analysis/confidence.ts";
import { shift } from "../../src/analysis/shift.ts";
import { shuffle } from "../../src/analysis/shuffle.ts";
import { tally } from "../../src/analysis/tally.ts";

test.each([
  [[], undefined],
  [[1, 0], undefined],
  [[2, 0], 1],
  [[1, 1], 0],
  // Of the three pairs of three people, one agrees.
  [[2, 1], 1 / 3],
  [[3, 3], 6 / 15],
])("agreement of %j is %s", (counts, expected) => {
  const found = agreement(counts);
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(expected);
});

test("agreement lies in 0–1, doesn't depend on the order of options, and is 1 only when all chose the same", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 6 }), (counts) => {
      const found = agreement(counts);
      if (found === undefined) return;
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(agreement([...counts].reverse())).toBe(found);
      expect(found === 1).toBe(counts.filter((count) => count > 0).length === 1);
    }),
  );
});

test("a tally counts in the options' order; shares of nothing are 0", () => {
  expect(tally(["a", "b"], ["b", "b", "a", "x"])).toEqual([
    { option: "a", count: 1, share: 1 / 3 },
    { option: "b", count: 2, share: 2 / 3 },
  ]);
  expect(tally(["a"], [])).toEqual([{ option: "a", count: 0, share: 0 }]);
});

test("two halves are split however many they are, and all who choose alike have agreed", () => {
  expect(agreementWord(agreement([3, 1]) ?? 0)).toBe("leaning");
  expect(agreementWord(agreement([9, 1]) ?? 0)).toBe("agreed");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (half) => {
      expect(agreementWord(agreement([half, half]) ?? 0)).toBe("split");
      expect(agreementWord(agreement([half + 1, 0]) ?? 0)).toBe("agreed");
    }),
  );
});

test("five chances are offered, from a pure guess upwards and short of certainty", () => {
  expect(chancesAmong(2)).toEqual([50, 60, 70, 80, 90]);
  expect(chancesAmong(5)).toEqual([20, 35, 50, 70, 85]);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50 }), (options) => {
      const chances = chancesAmong(options);
      expect(chances[0]).toBe(guessAmong(options));
      expect(chances).toEqual([...new Set(chances)].toSorted((a, b) => a - b));
      expect(chances.every((chance) => Number.isInteger(chance) && chance > 0 && chance < 100)).toBe(true);
    }),
  );
});

test("mean confidence leaves out those who said nothing", () => {
  const answers = [
    { choice: "a", confidence: 90 },
    { choice: "a", confidence: 60 },
    { choice: "a", confidence: null },
  ];
  expect(confidence(["a", "b"], answers)).toEqual([
    { option: "a", mean: 75, given: 2 },
    { option: "b", mean: undefined, given: 0 },
  ]);
});

test("a shift accounts for every participant of both rounds", () => {
  const choices = fc
    .dictionary(fc.constantFrom("p", "q", "r", "s", "t"), fc.constantFrom("a", "b", "c"))
    .map((record) => Object.entries(record).map(([participant, choice]) => ({ participant, choice })));
  fc.assert(
    fc.property(choices, choices, (before, after) => {
      const { stayed, moved, onlyBefore, onlyAfter } = shift(before, after);
      const both = stayed + moved.reduce((sum, { count }) => sum + count, 0);
      expect(both + onlyBefore).toBe(before.length);
      expect(both + onlyAfter).toBe(after.length);
      expect(moved.every(({ from, to, count }) => from !== to && count > 0)).toBe(true);
    }),
  );
});

test.each([
  [0, "clarify"],
  [0.29, "clarify"],
  [0.3, "discuss"],
  [0.7, "discuss"],
  [0.71, "reveal"],
  [1, "reveal"],
] as const)("a share of %s on the recommended option advises to %s", (share, band) => {
  expect(bandOf(share)).toBe(band);
});

test("a shuffle keeps every text, and its order doesn't tell in which order they came", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (texts, seed) => {
      const shuffled = shuffle(texts, seed);
      expect([...shuffled].sort()).toEqual([...texts].sort());
      expect(shuffle([...texts].reverse(), seed)).toEqual(shuffled);
    }),
  );
});
