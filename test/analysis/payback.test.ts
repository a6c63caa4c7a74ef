/** The arithmetic of ROI, against cases worked out by hand and properties that always hold. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadOf } from "../../src/analysis/median.ts";
import {
  bestOf,
  type Payback,
  type Project,
  paybacks,
  paymentsWithin,
  sensitivity,
} from "../../src/analysis/payback.ts";

const project = (change: Partial<Project> = {}): Project => ({
  horizonMonths: 12,
  requiredPerformance: 80,
  budget: 1000,
  valueAtRequired: 1000,
  valuePerPoint: 10,
  approaches: [],
  ...change,
});

test.each([
  [0, 12, 1],
  [1, 12, 12],
  [5, 12, 2],
  [6, 12, 2],
  [6, 11, 1],
  [12, 12, 1],
  [13, 12, 0],
])("paid every %i months, %i months hold %i payments", (every, horizon, expected) => {
  expect(paymentsWithin(every, horizon)).toBe(expected);
});

describe("worked out by hand", () => {
  // cost = 100 + 12 × 25 = 400; value = 1,000 + 10 × (performance − 80); ROI = (value − 400) / 400
  // × 100
  test.each([
    [80, 1000, 150, false],
    [90, 1100, 175, false],
    [60, 800, 100, true],
    [-20, 200, -50, true],
    [140, 1200, 200, false],
  ])("at an expected performance of %i the value is %i and the ROI %i %%", (performance, value, roi, belowRequired) => {
    const costs = [
      { id: "once", amount: 100, everyMonths: 0 },
      { id: "monthly", amount: 25, everyMonths: 1 },
    ];
    const [result] = paybacks(project({ approaches: [{ id: "a", costs, performance }] }));
    expect(result).toEqual({
      id: "a",
      cost: 400,
      performance: Math.min(100, Math.max(0, performance)),
      value,
      roi,
      overBudget: false,
      belowRequired,
    });
  });

  test("20 % of a cost of 100 paid once, and of a value of 1,000, move an ROI of 900 % by these points", () => {
    const costs = [{ id: "once", amount: 100, everyMonths: 0 }];
    const moves = sensitivity(project({ approaches: [{ id: "a", costs, performance: 80 }] }), "a");
    // Value: (1,200 − 800) / 100. Cost: 1,000 / 80 − 1,000 / 120. Performance: 16 points up and 16
    // down, at 10 each, over 100.
    expect(moves.get("value")).toBeCloseTo(400, 9);
    expect(moves.get("cost/a/once")).toBeCloseTo(1250 - 2500 / 3, 9);
    expect(moves.get("performance/a")).toBeCloseTo(320, 9);
    expect(moves.get("per-point")).toBe(0);
  });
});

const result = (id: string, roi: number | undefined, change: Partial<Payback> = {}): Payback => ({
  id,
  cost: 1,
  performance: 90,
  value: 1,
  roi,
  overBudget: false,
  belowRequired: false,
  ...change,
});

test.each([
  ["the highest ROI", [result("a", 10), result("b", 20)], "b"],
  ["never one over budget", [result("a", 10), result("b", 20, { overBudget: true })], "a"],
  ["never one below the required performance", [result("a", 20, { belowRequired: true }), result("b", -5)], "b"],
  ["never one without an ROI", [result("a", undefined)], undefined],
  ["the first of equals", [result("a", 10), result("b", 10)], "a"],
  ["none of none", [], undefined],
])("the best is %s", (_, results, expected) => {
  expect(bestOf(results)?.id).toBe(expected);
});

test.each([
  [[3], { least: 3, median: 3, most: 3 }],
  [[4, 1, 2], { least: 1, median: 2, most: 4 }],
  [[4, 1, 2, 3], { least: 1, median: 2.5, most: 4 }],
  [[], undefined],
])("the spread of %j", (figures, expected) => {
  expect(spreadOf(figures)).toEqual(expected);
});

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const anyProject = fc.record({
  horizonMonths: fc.integer({ min: 1, max: 120 }),
  requiredPerformance: fc.integer({ min: 1, max: 100 }),
  budget: amount,
  valueAtRequired: amount,
  valuePerPoint: amount,
  approaches: fc.array(
    fc.record({
      id: fc.constantFrom("a", "b", "c"),
      performance: fc.integer({ min: -200, max: 300 }),
      costs: fc.array(
        fc.record({ id: fc.constantFrom("x", "y"), amount, everyMonths: fc.integer({ min: 0, max: 120 }) }),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 4 },
  ),
});

test("every figure is finite, every flag true to its figures, and the best one qualifies and isn't beaten", () => {
  fc.assert(
    fc.property(anyProject, (given) => {
      const results = paybacks(given);
      for (const { cost, performance, value, roi, overBudget, belowRequired } of results) {
        for (const figure of [cost, performance, value, roi ?? 0]) expect(Number.isFinite(figure)).toBe(true);
        expect(roi === undefined).toBe(cost === 0);
        expect(roi ?? 0).toBeGreaterThanOrEqual(-100);
        expect(overBudget).toBe(cost > given.budget);
        expect(belowRequired).toBe(performance < given.requiredPerformance);
      }
      const best = bestOf(results);
      const qualified = results.filter((one) => !one.overBudget && !one.belowRequired && one.roi !== undefined);
      expect(best === undefined).toBe(qualified.length === 0);
      for (const one of qualified) expect(best?.roi).toBeGreaterThanOrEqual(one.roi ?? 0);
    }),
  );
});

test("no move is negative or endless", () => {
  fc.assert(
    fc.property(anyProject, (given) => {
      for (const move of sensitivity(given, "a").values()) {
        expect(Number.isFinite(move)).toBe(true);
        expect(move).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
