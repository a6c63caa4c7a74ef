/**
 * What the bot says in the thread at a turn of the session: a round ended, the discussion opened,
 * the session cancelled.
 */
import type { OpenActivity } from "../../activities/open-activity.ts";
import type { Translator } from "../../i18n/translator.ts";
import { hasQuorum } from "../../session/decide.ts";
import { askedCount } from "../../session/roles.ts";
import type { Session } from "../../session/session.ts";
import { countStanding, type StandingResponse } from "../../session/standing.ts";
import { groupMin } from "../../session/visibility.ts";
import { plain, type Text, time, words } from "../../text/text.ts";
import type { Block, Card } from "../card.ts";
import { collectedUpTo, type SessionView, standingOf } from "./session-view.ts";

/** Reasons beyond this many are left out of the discussion's card, and counted. */
export const reasonsMax = 20;

/** Of fewer, none is less like the rest than another. */
const rareFrom = 3;

export const drawRoundEnded = (view: SessionView, round: number): Card => {
  const say = view.t.messages.session;
  const standing = countStanding(standingOf(view, round));
  const count = standing.total;
  const { session } = view;
  if (session.state === "collecting" && session.round === round)
    return { title: words(say.reopened({ round })), blocks: [] };
  const asked = askedCount(session, count);
  const counted = { round, count, ...(asked === undefined ? {} : { asked }) };
  const title = standing.kept === 0 ? say.roundEnded(counted) : say.standing.roundEnded({ ...standing, round });
  return { title: words(title), blocks: quorumNote(view, round, say.quorum.missing) };
};

/** What is said of a round in which fewer responded than the session wants. */
export const quorumNote = (
  view: SessionView,
  round: number,
  say: (args: { standing: number; quorum: number }) => string,
): readonly Block[] => {
  const { quorum } = view.session.settings;
  const { length: standing } = standingOf(view, round);
  if (quorum === null || hasQuorum(view.session, standing)) return [];
  return [{ type: "note", text: words(say({ standing, quorum })) }];
};

/** Reasons first, counts last: shown tallies make people converge without learning. */
export const drawDiscussion = (view: SessionView, round: number): Card => {
  const say = view.t.messages.session;
  const { shown: reasons, withheld } = view.activity.bareReasons(collectedUpTo(view, round));
  if (view.session.settings.anonymous && standingOf(view, round).length < groupMin)
    return { title: words(say.discussionTitle), blocks: [{ type: "paragraph", text: words(say.discussionTooFew) }] };
  const { discussed } = view.activity.asked(view.t).reasons ?? {};
  if (discussed === undefined || reasons.length === 0)
    return { title: words(say.discussionTitle), blocks: [{ type: "paragraph", text: words(say.discussionBare) }] };
  const leftOut = reasons.length - reasonsMax;
  return {
    title: words(say.discussionTitle),
    blocks: [
      { type: "paragraph", text: words(discussed) },
      ...(reasons.length < rareFrom ? [] : [{ type: "note", text: words(say.rareFirst) } as const]),
      ...reasons.slice(0, reasonsMax).map((reason) => ({ type: "quote", text: words(reason) }) as const),
      ...(leftOut > 0 ? [{ type: "note", text: words(say.reasonsLeftOut({ count: leftOut })) } as const] : []),
      ...(withheld > 0 ? [{ type: "note", text: words(say.standing.reasonsWithheld) } as const] : []),
    ],
  };
};

/** Reminds everyone at once, where nobody can be reached alone. */
export const drawReminder = (view: SessionView, round: number): Card => {
  const { session, activity, t } = view;
  const say = t.messages.session.reminder;
  const open = session.state === "collecting" && session.round === round;
  return {
    title: words(say.title),
    blocks: [
      { type: "paragraph", text: reminderText(session, activity, t) },
      ...(open ? [respondButton(session, t)] : []),
    ],
  };
};

/** Reminds one person, who alone sees it. */
export const drawNudge = (session: Session, activity: OpenActivity, t: Translator): Card => ({
  title: words(t.messages.session.reminder.title),
  blocks: [
    { type: "paragraph", text: activity.title(t) },
    { type: "paragraph", text: reminderText(session, activity, t) },
    { type: "note", text: words(t.messages.session.reminder.where) },
  ],
});

const reminderText = ({ deadline }: Session, activity: OpenActivity, t: Translator): Text => [
  plain(activity.asked(t).reminder),
  ...(deadline === null ? [] : [plain(` ${t.messages.session.endsAt}: `), time(deadline)]),
];

/**
 * Reminds one person who stands by an earlier round: nothing is missing of them, and the new round
 * is open.
 */
export const drawKeptNudge = (session: Session, { round }: StandingResponse, title: Text, t: Translator): Card => {
  const { standing, reminder, endsAt } = t.messages.session;
  const { deadline } = session;
  return {
    title: words(standing.openTitle({ round: session.round })),
    blocks: [
      { type: "paragraph", text: title },
      { type: "paragraph", text: words(standing.own({ round, inShort: undefined })) },
      ...(deadline === null ? [] : [{ type: "note", text: [plain(`${endsAt}: `), time(deadline)] } as const]),
      { type: "note", text: words(reminder.where) },
    ],
  };
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
