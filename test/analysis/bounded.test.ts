/** What only computes is broken off in time, and what it throws comes through. */
import { expect, test } from "vitest";
import { runBounded } from "../../src/analysis/bounded.ts";

test("an answer in time is the answer, also of a run within a run", () => {
  expect(runBounded(() => runBounded(() => 1, 1_000), 1_000)).toEqual({
    type: "done",
    value: { type: "done", value: 1 },
  });
});

test.each<[string, () => unknown]>([
  [
    "a loop",
    () => {
      for (;;);
    },
  ],
  ["a regular expression", () => /^(a+)+$/.test(`${"a".repeat(40)}b`)],
  [
    "a loop that catches everything",
    () => {
      for (;;)
        try {
          for (;;);
        } catch {}
    },
  ],
])("%s without end is broken off", (_, act) => {
  expect(runBounded(act, 20)).toEqual({ type: "too-long" });
  expect(runBounded(() => 2, 1_000)).toEqual({ type: "done", value: 2 });
});

test("what is thrown comes through as it is", () => {
  const fault = new RangeError("x");
  expect(() =>
    runBounded(() => {
      throw fault;
    }, 1_000),
  ).toThrow(fault);
});
