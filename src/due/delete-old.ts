/**
 * Deletes what was over long ago, a little at a time, so that nobody's response waits behind it.
 */
import type { Context } from "../requests/context.ts";

const dayMs = 86_400_000;

/** A session may have thousands of responses. */
const atOnceMax = 10;

export const deleteOld = async ({ store, clock }: Pick<Context, "store" | "clock">, days: number): Promise<void> => {
  const before = clock.now() - days * dayMs;
  while (await store.deleteOld(before, atOnceMax));
};
