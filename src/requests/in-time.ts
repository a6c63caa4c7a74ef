/** Tells a person something in time, whatever what they asked for waits for. */

/**
 * The reply, or after `waitMsMax` milliseconds what is said of one that isn't there by then; what
 * was asked for goes on.
 */
export const inTime = <Answer>(asked: Promise<Answer>, waitMsMax: number, late: () => Answer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    // Where this process itself was busy for long, the reply may be there by then: it goes first.
    const timer = setTimeout(() => setImmediate(() => resolve(late())), waitMsMax);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
