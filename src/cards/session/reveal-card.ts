/** The reveal: what the activity makes of the responses, and a way to see every reason. */
import type { CollectedSession } from "../../activities/activity.ts";
import { words } from "../../text/text.ts";
import type { Card } from "../card.ts";
import type { SessionView } from "./session-view.ts";

export const drawReveal = (view: SessionView): Card => {
  const { session, activity, t } = view;
  const { reasons } = activity.asked(t);
  return {
    title: words(t.messages.session.revealTitle),
    blocks: [
      ...activity.reveal(collected(view), t),
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
  view.activity.allReasons(collected(view), view.t).some(({ type }) => type === "quote");

/** Told to the person who asks for it. */
export const drawAllReasons = (view: SessionView): Card => ({
  title: words(view.activity.asked(view.t).reasons?.allTitle ?? view.t.messages.session.revealTitle),
  blocks: view.activity.allReasons(collected(view), view.t),
});

const collected = ({ session, responses }: SessionView): CollectedSession => ({
  session: session.id,
  anonymous: session.settings.anonymous,
  round: session.round,
  responses,
});
