/** The reveal: what the activity makes of the responses, and a way to see every reason. */
import type { CollectedSession } from "../../activities/activity.ts";
import { words } from "../../text/text.ts";
import type { Card } from "../card.ts";
import { responsesOf, type SessionView } from "./session-view.ts";

export const drawReveal = (view: SessionView): Card => {
  const { session, activity, t } = view;
  const say = t.messages.session;
  return {
    title: words(say.revealTitle),
    blocks: [
      ...activity.reveal(collected(view), t),
      ...(activity.reasons(responsesOf(view, session.round)).length === 0
        ? []
        : [
            {
              type: "buttons",
              buttons: [
                {
                  label: say.seeAllReasons,
                  action: { type: "on-session", verb: "all-reasons", session: session.id, round: session.round },
                },
              ],
            } as const,
          ]),
    ],
  };
};

/** Told to the person who asks for it. */
export const drawAllReasons = (view: SessionView): Card => ({
  title: words(view.t.messages.session.allReasonsTitle),
  blocks: view.activity.allReasons(collected(view), view.t),
});

const collected = ({ session, responses }: SessionView): CollectedSession => ({
  session: session.id,
  anonymous: session.settings.anonymous,
  round: session.round,
  responses,
});
