/** Tells a person something in time, whatever what they asked for waits for. */
import type { Reply } from "./request.ts";

/**
 * The reply, or after `waitMsMax` milliseconds what is said of one that isn't there by then; what
 * was asked for goes on.
 */
export const inTime = (asked: Promise<Reply>, waitMsMax: number, late: () => Reply): Promise<Reply> =>
  new Promise((resolve, reject) => {
    // Where this process itself was busy for long, the reply may be there by then: it goes first.
    const timer = setTimeout(() => setImmediate(() => resolve(late())), waitMsMax);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
