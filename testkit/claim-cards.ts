/** Claims cards of the workspace in which the people of `people.ts` are. */
import type { Delivery } from "../src/store/port/delivery.ts";
import type { Store } from "../src/store/port/store.ts";

export const claimCards = (store: Store, now: number, limit: number): Promise<readonly Delivery[]> =>
  store.claimDeliveries(now, [{ workspace: "w1", limit }]);
