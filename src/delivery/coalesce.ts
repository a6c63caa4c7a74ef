/**
 * Answers a function that does `act` once, `waitMs` milliseconds after the first of the calls that
 * came meanwhile.
 */
export const coalesce = (act: () => void, waitMs: number): (() => void) => {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      act();
    }, waitMs);
  };
};
