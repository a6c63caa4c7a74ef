/**
 * Answers a function that does `act` once, `waitMs` milliseconds after the first of the calls that
 * came meanwhile.
 */
export const coalesce = (act: () => void, waitMs: number): (() => void) => {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      act();
    }, waitMs);
  };
};
