/** What the bot says in the thread at a turn of the session: a round ended, the discussion opened, the session cancelled. */
import { shuffle } from "../../analysis/shuffle.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Session } from "../../session/session.ts";
import { groupMin } from "../../session/visibility.ts";
import { plain, type Text, time, words } from "../../text/text.ts";
import type { Block, Card } from "../card.ts";
import { responsesOf, type SessionView } from "./session-view.ts";

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

/** Reminds everyone at once, where nobody can be reached alone. */
export const drawReminder = (view: SessionView, round: number): Card => {
  const { session, t } = view;
  const say = t.messages.session.reminder;
  const open = session.state === "collecting" && session.round === round;
  return {
    title: words(say.title),
    blocks: [{ type: "paragraph", text: reminderText(session, t) }, ...(open ? [respondButton(session, t)] : [])],
  };
};

/** Reminds one person, who alone sees it. */
export const drawNudge = (session: Session, title: Text, t: Translator): Card => ({
  title: words(t.messages.session.reminder.title),
  blocks: [
    { type: "paragraph", text: title },
    { type: "paragraph", text: [...reminderText(session, t)] },
    { type: "note", text: words(t.messages.session.reminder.where) },
  ],
});

const reminderText = ({ deadline }: Session, t: Translator): Text => {
  const say = t.messages.session;
  return [plain(say.reminder.text), ...(deadline === null ? [] : [plain(` ${say.endsAt}: `), time(deadline)])];
};

const respondButton = ({ id, round }: Session, t: Translator): Block => ({
  type: "buttons",
  buttons: [
    { label: t.messages.session.respond, style: "primary", action: { type: "ask-response", session: id, round } },
  ],
});

export const drawCancelled = (view: SessionView): Card => {
  const say = view.t.messages.session;
  return { title: words(say.cancelledTitle), blocks: [{ type: "paragraph", text: words(say.cancelledText) }] };
};
