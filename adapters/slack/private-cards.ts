/**
 * Where a person's own card of a thread stands, so that the next one takes its place. Slack lets
 * the app change a message to one person only in answer to a press on it, for half an hour and five
 * times. Kept in memory alone: where it isn't known, the card stands anew.
 */

import type { RespondFn } from "@slack/bolt";
import type { Clock } from "../../src/clock.ts";
import { present } from "../../src/text/present.ts";
import { makeRecent } from "../../src/text/recent.ts";
import type { SlackMessage } from "./draw/draw-card.ts";

/** The person's place: in the thread under `thread`, or in the channel itself. */
export type PrivatePlace = {
  readonly workspace: string;
  readonly channel: string;
  readonly thread: string | undefined;
  readonly person: string;
};

/** Shows it in the place of what stands there; throws what Slack or the network answers. */
type Show = (message: SlackMessage) => Promise<unknown>;

export type PrivateCards = {
  /** The person pressed a button of the card, which is the message `ts`. */
  readonly pressed: (place: PrivatePlace, ts: string, respond: RespondFn) => void;
  /** The card stands in a message that the app can change itself. */
  readonly posted: (place: PrivatePlace, ts: string, show: Show) => void;
  /**
   * Shows it where the last one stands, and answers that message's timestamp; undefined where none
   * can be reached, so that it must be posted.
   */
  readonly replace: (place: PrivatePlace, message: SlackMessage) => Promise<string | undefined>;
};

const keptMax = 10_000;
/** Slack's half an hour, less what a message takes. */
const pressedMsMax = 29 * 60_000;
/** Of Slack's five, one answers the press itself. */
const usesMax = 4;

type Standing = { readonly ts: string; readonly show: Show; readonly until: number; uses: number };

export const makePrivateCards = (clock: Clock): PrivateCards => {
  const kept = makeRecent<Standing>(keptMax);
  const keyOf = ({ workspace, channel, thread, person }: PrivatePlace): string =>
    [workspace, channel, thread ?? "", person].join(" ");
  return {
    pressed: (place, ts, respond) => {
      const show: Show = ({ text, blocks }) =>
        respond({
          response_type: "ephemeral",
          replace_original: true,
          text,
          blocks: [...blocks],
          ...present({ thread_ts: place.thread }),
        });
      kept.set(keyOf(place), { ts, show, until: clock.now() + pressedMsMax, uses: usesMax });
    },
    posted: (place, ts, show) => {
      kept.set(keyOf(place), { ts, show, until: Number.POSITIVE_INFINITY, uses: Number.POSITIVE_INFINITY });
    },
    replace: async (place, message) => {
      const standing = kept.get(keyOf(place));
      if (standing === undefined || standing.uses === 0 || clock.now() > standing.until) return undefined;
      standing.uses -= 1;
      try {
        await standing.show(message);
        return standing.ts;
      } catch {
        // It was used up or is gone; a second one in sight is better than none.
        kept.delete(keyOf(place));
        return undefined;
      }
    },
  };
};
