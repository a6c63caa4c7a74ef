/** Decides what a command leads to: events, or the refusal. Pure; the caller commits. */
import type { Asker, SessionCommand, StartCommand } from "./command.ts";
import type { SessionEvent } from "./event.ts";
import { refusalFor } from "./permission.ts";
import type { Refusal } from "./refusal.ts";
import { notReviewed, toldMax } from "./reviewing.ts";
import { halfwayIn, type Session, type Trace, unchanged } from "./session.ts";

export type Verdict =
  | { readonly type: "events"; readonly events: readonly SessionEvent[] }
  | { readonly type: "refused"; readonly refusal: Refusal };

const happened = (...events: readonly SessionEvent[]): Verdict => ({ type: "events", events });
const refused = (refusal: Refusal): Verdict => ({ type: "refused", refusal });

/** Starts a session; refuses a deadline that has passed. `now` is in UTC milliseconds. */
export const decideStart = (command: StartCommand, facilitator: string, now: number): Verdict => {
  if (command.deadline !== null && command.deadline <= now) return refused({ code: "deadline-past" });
  const { session: id, workspace, channel, activity, settings, roles, deadline, takesResponses } = command;
  return happened({
    type: "session-started",
    session: {
      id,
      workspace,
      channel,
      activity,
      settings,
      facilitators: [facilitator],
      roles,
      state: takesResponses ? "collecting" : "closed",
      round: 1,
      deadline,
      reminder: { at: halfwayIn(settings, deadline, now), sent: 0 },
      decision: null,
      reviewing: notReviewed,
      changes: unchanged,
      startedAt: now,
      revision: 0,
    },
  });
};

/** Decides one command on a session as it stands. `now` is in UTC milliseconds. */
export const decide = (session: Session, command: SessionCommand, asker: Asker, now: number): Verdict => {
  const refusal = refusalFor(session, command, asker);
  if (refusal) return refused(refusal);
  switch (command.type) {
    case "respond":
      return decideResponse(session, command, now);
    case "mend":
      return happened({ type: "mended", content: command.content, traces: tracesOf(session, command, now) });
    case "add-option":
      return decideOption(session, command, now);
    case "end-round":
      return decideEnd(session, command, asker, now);
    case "reopen":
      return happened({ type: "round-reopened", round: session.round });
    case "discuss":
      return happened({ type: "discussion-opened", round: session.round });
    case "vote-again":
      return decideAnotherRound(session, now);
    case "extend":
      return command.deadline > now
        ? happened({ type: "deadline-moved", deadline: command.deadline })
        : refused({ code: "deadline-past" });
    case "set-reminder":
      return decideReminder(session, command.at, now);
    case "remind":
      return session.reminder.at !== null && session.reminder.at <= now && session.round === command.round
        ? happened({
            type: "reminded",
            round: session.round,
            number: session.reminder.sent + 1,
            inThread: command.inThread,
          })
        : refused({ code: "wrong-state", command: "remind", state: session.state });
    case "add-facilitator":
      return session.facilitators.includes(command.person)
        ? refused({ code: "already-facilitator", person: command.person })
        : happened({ type: "facilitator-added", person: command.person });
    case "reveal":
      return happened({ type: "revealed" });
    case "record-decision": {
      const recorded: SessionEvent = { type: "decision-recorded", decision: command.decision };
      return session.state === "closed" ? happened(recorded) : happened(recorded, { type: "session-closed" });
    }
    case "request-review":
    case "tell-reviews":
      return decideAsking(session, command, now);
    case "review": {
      const { verdict, text, by, again } = command;
      const at = verdict === "too-early" ? again : null;
      return happened({ type: "reviewed", review: { verdict, text, by, at: now }, at });
    }
    case "close":
      return happened({ type: "session-closed" });
    case "cancel":
      return happened({ type: "session-cancelled" });
    default:
      return command satisfies never;
  }
};

const decideAnotherRound = ({ settings, round }: Session, now: number): Verdict => {
  const deadline = settings.roundMs === null ? null : now + settings.roundMs;
  const reminder = halfwayIn(settings, deadline, now);
  const opened = { type: "round-opened", round: round + 1, deadline } as const;
  return reminder === null ? happened(opened) : happened(opened, { type: "reminder-set", at: reminder });
};

/**
 * A response names its round, so that one meant for an earlier round is never counted in a later
 * one.
 */
const decideResponse = (session: Session, command: SessionCommand & { type: "respond" }, now: number): Verdict => {
  const open = isOpen(session, now) ? session.round : null;
  if (open !== command.round) return refused({ code: "round-over", round: command.round, open });
  if (command.seen !== command.current) return refused({ code: "response-changed" });
  if (command.edition !== session.changes.edition) return refused({ code: "content-changed" });
  const { round, participant, answer } = command;
  const at = session.settings.anonymous ? session.startedAt : now;
  return happened({ type: "responded", round, participant, revision: command.current + 1, answer, at });
};

/** What stays in sight of a change; nothing where nobody had responded to what it was. */
const tracesOf = (
  session: Session,
  { rewordings, added, answered, by }: SessionCommand & { type: "mend" },
  at: number,
): readonly Trace[] => {
  if (!answered) return [];
  const edition = session.changes.edition + 1;
  return [
    ...rewordings.map((rewording): Trace => ({ type: "reworded", edition, at, by, ...rewording })),
    ...added.map((label): Trace => ({ type: "added", edition, label, at, by })),
  ];
};

const decideOption = (session: Session, command: SessionCommand & { type: "add-option" }, now: number): Verdict => {
  if (command.round !== session.round || session.round > 1 || !isOpen(session, now))
    return refused({ code: "options-settled" });
  const { content, label, by } = command;
  const edition = session.changes.edition + 1;
  const at = session.settings.anonymous ? null : now;
  return happened({ type: "option-added", content, trace: { type: "added", edition, label, at, by } });
};

/** Asked is once what is due; told of is what was asked and isn't answered. */
const decideAsking = (
  { reviewing, state }: Session,
  command: SessionCommand & { type: "request-review" | "tell-reviews" },
  now: number,
): Verdict => {
  const { type, due, next } = command;
  const isDue = reviewing.at === due && due <= now && reviewing.awaits === (type === "tell-reviews");
  if (!isDue) return refused({ code: "wrong-state", command: type, state });
  if (type === "request-review") return happened({ type: "review-requested", number: reviewing.asked + 1, at: next });
  // Told for the last time, it stands in the way of the others' line until the next month.
  const isLast = reviewing.told >= toldMax;
  return happened({ type: "reviews-told", open: isLast ? null : command.open, at: isLast ? null : next });
};

/** So often people are reminded in a round. */
export const remindersMax = 2;

const decideReminder = (session: Session, at: number, now: number): Verdict => {
  if (session.reminder.sent >= remindersMax) return refused({ code: "reminders-used-up", most: remindersMax });
  if (at <= now) return refused({ code: "deadline-past" });
  if (session.deadline !== null && at >= session.deadline) return refused({ code: "reminder-after-end" });
  return happened({ type: "reminder-set", at });
};

/** Whether so many responses are as many as the session wants. */
export const hasQuorum = ({ settings: { quorum } }: Pick<Session, "settings">, standing: number): boolean =>
  quorum === null || standing >= quorum;

/**
 * Who ends a round by hand reveals by hand too: only what ends by itself, with its quorum, is
 * revealed in the same commit, so that nobody comes between.
 */
const decideEnd = (
  session: Session,
  { round, standing = 0 }: SessionCommand & { type: "end-round" },
  asker: Asker,
  now: number,
): Verdict => {
  const due = session.deadline !== null && session.deadline <= now;
  if (round !== session.round || (asker.type === "clock" && !due))
    return refused({ code: "wrong-state", command: "end-round", state: session.state });
  if (asker.type !== "clock") return happened({ type: "round-ended", round, by: "facilitator" });
  return happened(...endBy(session, "deadline", standing));
};

/** What a round's end by itself leads to, with so many responses. */
const endBy = (session: Session, by: "deadline" | "everyone", standing: number): readonly SessionEvent[] => {
  const ended = { type: "round-ended", round: session.round, by } as const;
  const reveals = session.settings.revealAtEnd && hasQuorum(session, standing);
  return reveals ? [ended, { type: "revealed" }] : [ended];
};

/** What follows in the same commit when everyone who is asked has responded: so many people. */
export const decideAllIn = (session: Session, standing: number): readonly SessionEvent[] =>
  endBy(session, "everyone", standing);

/**
 * Whether responses count at this instant: a deadline closes a round even before anyone has marked
 * it ended.
 */
export const isOpen = (session: { readonly state: string; readonly deadline: number | null }, now: number): boolean =>
  session.state === "collecting" && (session.deadline === null || now < session.deadline);
