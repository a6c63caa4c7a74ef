/**
 * Makes what a session deleted unreadable in the database's files, tried until nobody is in the way
 * any more.
 */

import type { Clock } from "../clock.ts";
import type { Due } from "../store/port/due.ts";
import type { Store } from "../store/port/store.ts";

export type Erase = (due: Due) => Promise<void>;

type Parts = {
  readonly store: Pick<Store, "erase">;
  readonly clock: Clock;
  readonly reportFault: (fault: unknown) => void;
};

/** A backup or a shell that reads may be done at any moment; a try costs some milliseconds. */
const againMs = 5_000;

/**
 * A reader in the way is reported once, however long it stays; how many sessions wait for it is in
 * the metrics.
 */
export const makeErase = ({ store, clock, reportFault }: Parts): Erase => {
  let isReported = false;
  return async (due) => {
    const isErased = await store.erase(due, clock.now() + againMs);
    if (!isErased && !isReported) reportFault(new Error(inTheWay));
    isReported = !isErased;
  };
};

const inTheWay =
  "The deleted key of an anonymous session is still in the database's files, since another process reads the database (a backup, a shell). It is erased as soon as that ends.";
