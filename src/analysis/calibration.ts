/**
 * How well somebody's probabilities hold: scores over sums that are kept in place of the forecasts
 * themselves.
 */

/** A probability in percent, and how far it came true: 1, 0, or between them. */
export type Forecast = { readonly percent: number; readonly outcome: number };

/** Of forecasts of nearly the same probability: how many, and their sums (probabilities 0–1). */
export type Bin = {
  readonly count: number;
  readonly probability: number;
  readonly outcome: number;
  /** Of the squared differences between probability and outcome. */
  readonly squares: number;
};

/** Eleven: 0–4 %, 5–14 %, … 95–100 %. */
export type Bins = readonly Bin[];

const binsMax = 11;
const empty: Bin = { count: 0, probability: 0, outcome: 0, squares: 0 };

export const noForecasts: Bins = Array.from({ length: binsMax }, () => empty);

/** From so many forecasts on a curve and its decomposition are told; see `decompose`. */
export const curveFrom = 30;

/**
 * The sums with one forecast more.
 *
 * @example
 * withForecast(noForecasts, { percent: 90, outcome: 1 })[9]?.count; // 1
 */
export const withForecast = (bins: Bins, { percent, outcome }: Forecast): Bins => {
  const probability = percent / 100;
  const at = Math.round(percent / 10);
  return bins.map((bin, index) =>
    index === at
      ? {
          count: bin.count + 1,
          probability: bin.probability + probability,
          outcome: bin.outcome + outcome,
          squares: bin.squares + (probability - outcome) ** 2,
        }
      : bin,
  );
};

const total = (bins: Bins, of: (bin: Bin) => number): number => bins.reduce((sum, bin) => sum + of(bin), 0);

export const countForecasts = (bins: Bins): number => total(bins, ({ count }) => count);

/**
 * The Brier score: the mean of the squared differences between probability and outcome; 0 is
 * perfect, 0.25 is what 50 % each time earns (G. W. Brier, "Verification of forecasts expressed in
 * terms of probability", Monthly Weather Review 78 (1), 1950; here for two outcomes, half of
 * Brier's own figure). Undefined without forecasts.
 */
export const brierScore = (bins: Bins): number | undefined => {
  const count = countForecasts(bins);
  return count === 0 ? undefined : total(bins, ({ squares }) => squares) / count;
};

export type Decomposition = {
  /** How far probabilities lie from what came of them: 0 is best. */
  readonly reliability: number;
  /** How far what came of them lies from the mean: more is better. */
  readonly resolution: number;
  /** Of the outcomes themselves, whatever was forecast. */
  readonly uncertainty: number;
};

/**
 * The score in parts, reliability − resolution + uncertainty, which add up to it where the
 * probabilities of a bin are alike (A. H. Murphy, "A new vector partition of the probability
 * score", Journal of Applied Meteorology 12 (4), 1973). Undefined below thirty forecasts, where
 * the parts say more of chance than of the person (C. A. T. Ferro and T. E. Fricker, "A
 * bias-corrected decomposition of the Brier score", Quarterly Journal of the Royal Meteorological
 * Society 138 (668), 2012).
 */
export const decompose = (bins: Bins): Decomposition | undefined => {
  const count = countForecasts(bins);
  if (count < curveFrom) return undefined;
  const base = total(bins, ({ outcome }) => outcome) / count;
  const mean = (of: (bin: Bin) => number): number =>
    total(bins, (bin) => (bin.count === 0 ? 0 : bin.count * of(bin))) / count;
  return {
    reliability: mean((bin) => (bin.probability / bin.count - bin.outcome / bin.count) ** 2),
    resolution: mean((bin) => (bin.outcome / bin.count - base) ** 2),
    uncertainty: base * (1 - base),
  };
};
