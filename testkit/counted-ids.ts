/** Ids that are the same in every run. */
import type { Ids } from "../src/clock.ts";

export const countedIds = (): Ids => {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return `id-${count}`;
    },
  };
};
