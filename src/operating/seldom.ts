/** Tells the same thing once in a while, however often it happens. */
import { makeRecent } from "../text/recent.ts";

/** So many different things are told apart; of more the oldest may be told again too soon. */
const apartMax = 1_000;

/**
 * Passes on what is told of `about` at once, and then nothing more of it for `waitMs`, by a clock
 * of this process that never goes back.
 *
 * @example
 * const tell = seldom(60_000, (why: string) => log.warn(why));
 * for (const why of ["away", "away"]) tell(why, why); // One line.
 */
export const seldom = <Told>(waitMs: number, tell: (told: Told) => void): ((told: Told, about: string) => void) => {
  const lately = makeRecent<true>(apartMax, waitMs);
  return (told, about) => {
    if (lately.get(about) === true) return;
    lately.set(about, true);
    tell(told);
  };
};
