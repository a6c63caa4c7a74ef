/** Claims cards of the workspace in which the people of `people.ts` are. */
import type { Delivery, Store } from "../src/store/store.ts";

export const claimCards = (store: Store, now: number, limit: number): Promise<readonly Delivery[]> =>
  store.claimDeliveries(now, [{ workspace: "w1", limit }]);
