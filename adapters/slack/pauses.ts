/**
 * When the next message may go to a channel: what Slack asked to wait holds for every message
 * there.
 */
import type { Clock } from "../../src/clock.ts";
import { makeWaits } from "../../src/delivery/waits.ts";
import type { Destination, Sent } from "../../src/platform.ts";

export type Pauses = {
  /** Milliseconds that are still to be waited for this channel; 0 when none. */
  readonly left: (destination: Destination) => number;
  readonly pause: (destination: Destination, waitMs: number) => void;
  /** Passes an answer on, and keeps to it when it asks to wait. */
  readonly noted: (destination: Destination, sent: Sent) => Sent;
};

export const makePauses = (clock: Clock): Pauses => {
  const waits = makeWaits(clock);
  const placeOf = ({ workspace, channel }: Destination): string => `${workspace} ${channel}`;
  const pause: Pauses["pause"] = (destination, waitMs) => waits.ask(placeOf(destination), waitMs);
  return {
    left: (destination) => waits.left(placeOf(destination)),
    pause,
    noted: (destination, sent) => {
      if (sent.type === "later") pause(destination, sent.waitMs);
      return sent;
    },
  };
};
