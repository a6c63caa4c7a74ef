/** Keeps the outcome of a check for a while, so that asking often costs nothing. */

/**
 * `now` is a clock that never goes back, in milliseconds, as is `waitMs`. Whoever asks within
 * `waitMs` of a check shares its outcome.
 */
export const atMostEvery = (waitMs: number, now: () => number, check: () => Promise<void>): (() => Promise<void>) => {
  let checked: { readonly at: number; readonly outcome: Promise<void> } | undefined;
  return () => {
    if (checked === undefined || now() - checked.at >= waitMs) checked = { at: now(), outcome: check() };
    return checked.outcome;
  };
};
