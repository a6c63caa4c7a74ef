/** The reveal: what the activity makes of the responses, and a way to see every reason. */
import type { BareReasons } from "../../activities/open-activity.ts";
import { countStanding } from "../../session/standing.ts";
import { groupMin } from "../../session/visibility.ts";
import { words } from "../../text/text.ts";
import type { Block, Card } from "../card.ts";
import { collectedUpTo, type SessionView, standingOf } from "./session-view.ts";
import { trendBlocks } from "./trend.ts";
import { quorumNote } from "./turn-cards.ts";

export const drawReveal = (view: SessionView): Card => {
  const { session, activity, t } = view;
  const { reasons } = activity.asked(t);
  const collected = collectedUpTo(view, session.round);
  return {
    title: words(t.messages.session.revealTitle),
    blocks: [
      ...quorumNote(view, session.round, t.messages.session.quorum.without),
      ...activity.reveal(collected, t),
      ...keptNote(view),
      ...withheldNote(view, activity.bareReasons(collected)),
      ...(view.times === undefined ? [] : trendBlocks(view.times.views, view.times.zone)),
      ...(reasons === undefined || !hasReasons(view)
        ? []
        : [
            {
              type: "buttons",
              buttons: [
                {
                  label: reasons.seeAll,
                  action: { type: "on-session", verb: "all-reasons", session: session.id, round: session.round },
                },
              ],
            } as const,
          ]),
    ],
  };
};

/** Whether there is a reason to be read: too few of an anonymous session show none. */
const hasReasons = (view: SessionView): boolean =>
  view.activity.allReasons(collectedUpTo(view, view.session.round), view.t).some(({ type }) => type === "quote");

/** Told to the person who asks for it. */
export const drawAllReasons = (view: SessionView): Card => {
  const { session, activity, t } = view;
  const collected = collectedUpTo(view, session.round);
  const blocks = [...activity.allReasons(collected, t), ...withheldNote(view, activity.bareReasons(collected))];
  return { title: words(activity.asked(t).reasons?.allTitle ?? t.messages.session.revealTitle), blocks };
};

/**
 * How many of the responses stand from an earlier round; with names they are marked each as well.
 */
const keptNote = (view: SessionView): readonly Block[] => {
  const { kept } = countStanding(standingOf(view, view.session.round));
  return kept === 0 ? [] : [{ type: "note", text: words(view.t.messages.session.standing.keptCount({ kept })) }];
};

/** Where too few responded at all, the activity has said so. */
const withheldNote = (view: SessionView, { withheld }: BareReasons): readonly Block[] =>
  withheld === 0 || standingOf(view, view.session.round).length < groupMin
    ? []
    : [{ type: "note", text: words(view.t.messages.session.standing.reasonsWithheld) }];
