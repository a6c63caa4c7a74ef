/** Where two versions of a text differ, in whole words. */

/** What both begin with, what stands between in each, and what both end with. */
export type Difference = {
  readonly before: string;
  readonly was: string;
  readonly now: string;
  readonly after: string;
};

/**
 * The shortest run of words of each version outside of which they are the same.
 *
 * @example
 * differenceOf("We ship on Fridays", "We ship on Mondays"); // was: "Fridays", now: "Mondays"
 */
export const differenceOf = (was: string, now: string): Difference => {
  // Words and the spaces between them in turn, so that they join to the text again.
  const [old, fresh] = [was.split(/(\s+)/u), now.split(/(\s+)/u)];
  const most = Math.min(old.length, fresh.length);
  let begins = 0;
  while (begins < most && old[begins] === fresh[begins]) begins += 1;
  let ends = 0;
  while (ends < most - begins && old.at(-1 - ends) === fresh.at(-1 - ends)) ends += 1;
  return {
    before: old.slice(0, begins).join(""),
    was: old.slice(begins, old.length - ends).join(""),
    now: fresh.slice(begins, fresh.length - ends).join(""),
    after: old.slice(old.length - ends).join(""),
  };
};
