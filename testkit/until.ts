/** Waiting for what comes about by itself. */
import { setTimeout as sleep } from "node:timers/promises";

/** Long, since the machine may be busy; nothing that is waited for takes as long. */
const waitMsMax = 60_000;

/**
 * Looks every few milliseconds until there is something, and answers it: nothing is `undefined`
 * and `false`. Rejects after a minute, saying what never came.
 *
 * @example
 * await until(() => server.messages.find(({ person }) => person === "U1"), "Ann is told");
 */
export const until = async <Found>(
  look: () => Found | undefined | false | Promise<Found | undefined | false>,
  what: string,
): Promise<Found> => {
  for (const late = Date.now() + waitMsMax; Date.now() < late; await sleep(5)) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
  }
  throw new Error(`It never came to this: ${what}`);
};
