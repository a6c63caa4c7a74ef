/** The scores of one's own percentages, over sums, and what a channel's sessions amount to. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Bins,
  brierScore,
  countForecasts,
  curveFrom,
  decompose,
  type Forecast,
  noForecasts,
  withForecast,
} from "../../src/analysis/calibration.ts";
import { type SessionFigures, statsOf } from "../../src/analysis/channel-stats.ts";

const sumsOf = (forecasts: readonly Forecast[]): Bins =>
  forecasts.reduce<Bins>((kept, forecast) => withForecast(kept, forecast), noForecasts);

test.each<readonly [readonly Forecast[], number]>([
  [[{ percent: 100, outcome: 1 }], 0],
  [[{ percent: 0, outcome: 1 }], 1],
  [[{ percent: 50, outcome: 0 }], 0.25],
  [[{ percent: 80, outcome: 0.5 }], 0.09],
  [
    [
      { percent: 90, outcome: 1 },
      { percent: 70, outcome: 0 },
    ],
    0.25,
  ],
])("%j score %d", (forecasts, score) => {
  expect(brierScore(sumsOf(forecasts))).toBeCloseTo(score, 12);
});

test("without forecasts there is no score, and no parts of one below thirty", () => {
  expect(brierScore(noForecasts)).toBeUndefined();
  const forecasts = Array.from({ length: curveFrom }, (_, at) => ({ percent: 70, outcome: at % 2 }));
  expect(decompose(sumsOf(forecasts.slice(1)))).toBeUndefined();
  expect(decompose(sumsOf(forecasts))).toBeDefined();
});

test("where a bin's probabilities are alike, the parts add up to the score, whatever the order", () => {
  const forecast = fc.record({
    percent: fc.integer({ min: 0, max: 10 }).map((ten) => 10 * ten),
    outcome: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(fc.array(forecast, { minLength: curveFrom, maxLength: 80 }), (forecasts) => {
      const bins = sumsOf(forecasts);
      const { reliability = 0, resolution = 0, uncertainty = 0 } = decompose(bins) ?? {};
      expect(reliability - resolution + uncertainty).toBeCloseTo(brierScore(bins) ?? Number.NaN, 9);
      expect(countForecasts(bins)).toBe(forecasts.length);
      expect(brierScore(sumsOf(forecasts.toReversed()))).toBeCloseTo(brierScore(bins) ?? Number.NaN, 9);
    }),
  );
});

const one: SessionFigures = {
  responded: 3,
  invited: 4,
  waits: [1, 2, 3],
  agreement: { before: 0.2, after: 0.6 },
  moved: "moved",
  towards: 0.5,
};

test("nothing is told of fewer than three people, nor of fewer than three sessions", () => {
  const few = { ...one, responded: 2, waits: [7, 9] };
  for (const all of [
    [one, one],
    [one, one, few],
    [few, few, few, few],
  ]) {
    const { share, waitMs, talked, moved, towards, agreement } = statsOf(all);
    expect({ share, waitMs, talked, moved, towards, agreement }).toEqual({
      share: undefined,
      waitMs: undefined,
      talked: 0,
      moved: 0,
      towards: 0,
      agreement: undefined,
    });
  }
  const stats = statsOf([one, one, { ...one, moved: "stayed", towards: -0.1, invited: 2 }, few]);
  expect(stats).toMatchObject({ sessions: 4, counted: 3, waitMs: 2, talked: 3, moved: 2, towards: 2, away: 1 });
  expect(stats.share).toBeCloseTo((0.75 + 0.75 + 1) / 3, 12);
  expect(stats.agreement?.after).toBeCloseTo(0.6, 12);
});
