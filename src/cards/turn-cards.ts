/** What the bot says in the thread at a turn of the session: a round ended, the discussion opened, the session called off. */
import { shuffle } from "../analysis/shuffle.ts";
import { groupMin } from "../session/visibility.ts";
import type { Card } from "./card.ts";
import { responsesOf, type SessionView } from "./session-view.ts";
import { words } from "./text.ts";

/** Reasons beyond this many are left out of the discussion's card, and counted. */
const reasonsMax = 20;

export const drawRoundEnded = (view: SessionView, round: number): Card => {
  const say = view.t.messages.session;
  const count = responsesOf(view, round).length;
  return { title: words(say.roundEnded({ round, count })), blocks: [] };
};

/** Reasons first, counts last: shown tallies make people converge without learning. */
export const drawDiscussion = (view: SessionView, round: number): Card => {
  const say = view.t.messages.session;
  const responses = responsesOf(view, round);
  if (view.session.settings.anonymous && responses.length < groupMin)
    return { title: words(say.discussionTitle), blocks: [{ type: "paragraph", text: words(say.discussionTooFew) }] };
  const reasons = shuffle(view.activity.reasons(responses), `${view.session.id}:${round}`);
  const leftOut = reasons.length - reasonsMax;
  return {
    title: words(say.discussionTitle),
    blocks: [
      { type: "paragraph", text: words(say.discussionIntro) },
      ...reasons.slice(0, reasonsMax).map((reason) => ({ type: "quote", text: words(reason) }) as const),
      ...(leftOut > 0 ? [{ type: "note", text: words(say.reasonsLeftOut({ count: leftOut })) } as const] : []),
    ],
  };
};

export const drawCancelled = (view: SessionView): Card => {
  const say = view.t.messages.session;
  return { title: words(say.cancelledTitle), blocks: [{ type: "paragraph", text: words(say.cancelledText) }] };
};
