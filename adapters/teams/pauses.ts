/**
 * When the next message may go to a conversation: after what Teams asked to wait, and within its
 * rates.
 */

import type { Clock } from "../../src/clock.ts";
import { makeWaits } from "../../src/delivery/waits.ts";
import { makeRecent } from "../../src/text/recent.ts";
import { limits } from "./limits.ts";

export type Pauses = {
  /** Milliseconds still to be waited because Teams asked for it; 0 when none. */
  readonly left: (conversation: string) => number;
  /** Milliseconds still to be waited; 0 when it may be sent now, which is then counted. */
  readonly take: (conversation: string) => number;
  /**
   * Notes that Teams asked to wait, or that it could not take more; answers for how long, in
   * milliseconds.
   */
  readonly pause: (conversation: string, waitMs?: number) => number;
  /** Notes that a message was taken. */
  readonly succeeded: (conversation: string) => void;
};

type State = { failures: number; sent: number[] };

const firstWaitMs = 1_000;
const waitMsMax = 60_000;
const keptMax = 10_000;
const second = 1_000;
const halfMinute = 30_000;

/**
 * `random` answers a share from 0 to below 1: waits of several conversations must not end together.
 */
export const makePauses = (clock: Clock, random: () => number = Math.random): Pauses => {
  const waits = makeWaits(clock);
  const states = makeRecent<State>(keptMax);
  const stateOf = (conversation: string): State => {
    const known = states.get(conversation);
    if (known !== undefined) return known;
    const state = { failures: 0, sent: [] };
    states.set(conversation, state);
    return state;
  };
  return {
    left: waits.left,
    take: (conversation) => {
      const state = stateOf(conversation);
      const now = clock.now();
      // What was sent later than now was so by a clock that has since been set back.
      state.sent = state.sent.filter((at) => at > now - halfMinute && at <= now);
      const waitMs = Math.max(
        waits.left(conversation),
        waitWithin(state.sent, now, second, limits.rate.perSecondMax),
        waitWithin(state.sent, now, halfMinute, limits.rate.perHalfMinuteMax),
      );
      if (waitMs > 0) return waitMs;
      state.sent.push(now);
      return 0;
    },
    pause: (conversation, asked) => {
      const state = stateOf(conversation);
      const backoff = Math.min(waitMsMax, firstWaitMs * 2 ** state.failures);
      const waitMs = Math.ceil(Math.max(asked ?? 0, backoff) * (1 + random() / 2));
      state.failures += 1;
      waits.ask(conversation, waitMs);
      return waitMs;
    },
    succeeded: (conversation) => {
      stateOf(conversation).failures = 0;
    },
  };
};

/** How long until fewer than `countMax` lie within the span. */
const waitWithin = (sent: readonly number[], now: number, spanMs: number, countMax: number): number => {
  const oldest = sent.filter((at) => at > now - spanMs).at(-countMax);
  return oldest === undefined ? 0 : oldest + spanMs - now;
};
