/**
 * When the next message may go to a channel: what Slack asked to wait holds for every message
 * there.
 */
import type { Clock } from "../../src/clock.ts";
import { makeWaits } from "../../src/delivery/waits.ts";
import type { Destination } from "../../src/platform.ts";

export type Pauses = {
  /** Milliseconds that are still to be waited for this channel; 0 when none. */
  readonly left: (destination: Destination) => number;
  /** Slack asked to wait so long, in milliseconds. */
  readonly pause: (destination: Destination, waitMs: number) => void;
};

export const makePauses = (clock: Clock): Pauses => {
  const waits = makeWaits(clock);
  const placeOf = ({ workspace, channel }: Destination): string => `${workspace} ${channel}`;
  return {
    left: (destination) => waits.left(placeOf(destination)),
    pause: (destination, waitMs) => waits.ask(placeOf(destination), waitMs),
  };
};
