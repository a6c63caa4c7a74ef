/**
 * Ends the program when it is asked to: what was opened is closed in reverse, within a bound, and
 * the process ends with 0 whatever hangs. It imports nothing, so that it listens before anything
 * else is loaded.
 */

/**
 * A clean stop takes at most this long, in milliseconds; a supervisor's patience is seldom more.
 */
const stopMsMax = 4_500;

export type Stopping = {
  /** Closes it when the program stops, before what was named earlier. */
  readonly onStop: (close: () => Promise<unknown>) => void;
};

/**
 * Listens for SIGTERM and SIGINT from now on, also while the program is still starting. What was
 * acknowledged is on disk, so that nothing is lost where a close fails or takes too long.
 */
export const listenForStop = (): Stopping => {
  const closers: (() => Promise<unknown>)[] = [];
  let isAsked = false;
  const stop = async (): Promise<void> => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => process.exit(0), stopMsMax);
    for (const close of closers.toReversed()) await close().catch(() => undefined);
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return { onStop: (close) => closers.push(close) };
};
