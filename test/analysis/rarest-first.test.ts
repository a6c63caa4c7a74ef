/** Reasons that only one person gave stand first: by hand, and as properties. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { likeness, rarestFirst } from "../../src/analysis/rarest-first.ts";

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom("It is cheap", "cheap", "비용이 낮습니다", "비용이 낮아요"),
);

test("likeness by letter pairs, by hand", () => {
  expect(likeness("night", "nacht")).toBeCloseTo(0.25);
  expect(likeness("Cheap!", "cheap")).toBe(1);
  expect(likeness("비용이 낮습니다", "비용이 낮아요")).toBeGreaterThan(likeness("비용이 낮습니다", "빠릅니다"));
  expect(likeness("…", "…")).toBe(0);
});

test("what only one person said stands before what many said", () => {
  const cheap = ["It is cheap", "It is so cheap", "Because it is cheap"];
  const alone = "Nobody here knows Kubernetes";
  for (let at = 0; at <= cheap.length; at += 1) expect(rarestFirst(cheap.toSpliced(at, 0, alone), "s")[0]).toBe(alone);
});

test("the order is that of the mean likeness to the others, and rests on the texts alone", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.nat(), (texts, turn) => {
      const sorted = rarestFirst(texts, "s");
      expect(sorted.toSorted()).toEqual(texts.toSorted());
      const by = texts.length === 0 ? 0 : turn % texts.length;
      expect(rarestFirst([...texts.slice(by), ...texts.slice(0, by)], "s")).toEqual(sorted);
      const sums = sorted.map((one, index) =>
        sorted.reduce((sum, other, at) => sum + (at === index ? 0 : likeness(one, other)), 0),
      );
      for (const [index, sum] of sums.entries())
        if (index > 0) expect(sum).toBeGreaterThanOrEqual((sums[index - 1] ?? 0) - 1e-6);
    }),
  );
});
