/** Applies what has happened to a session. Pure and total: it never refuses what `decide` gave. */
import type { SessionEvent } from "./event.ts";
import type { Reviewing } from "./reviewing.ts";
import type { Decision, Session } from "./session.ts";

type LaterEvent = Exclude<SessionEvent, { type: "session-started" }>;

/** The session after one event. Responses leave it as it is. */
export const evolve = (session: Session, event: LaterEvent): Session => {
  if (event.type === "responded") return session;
  return { ...session, ...changeBy(session, event), revision: session.revision + 1 };
};

const changeBy = (session: Session, event: Exclude<LaterEvent, { type: "responded" }>): Partial<Session> => {
  switch (event.type) {
    case "mended": {
      const edition = session.changes.edition + 1;
      const reworded = event.traces.every(({ type }) => type === "added") && event.traces.length > 0;
      return {
        activity: { ...session.activity, content: event.content },
        changes: {
          edition,
          reworded: reworded ? session.changes.reworded : edition,
          traces: [...session.changes.traces, ...event.traces],
        },
      };
    }
    case "option-added": {
      const { edition, traces, reworded } = session.changes;
      return {
        activity: { ...session.activity, content: event.content },
        changes: { edition: edition + 1, reworded, traces: [...traces, event.trace] },
      };
    }
    case "round-ended":
      return { state: "ended", deadline: null, reminder: { ...session.reminder, at: null } };
    case "round-reopened":
      return { state: "collecting" };
    case "discussion-opened":
      return { state: "discussing" };
    case "round-opened":
      return { state: "collecting", round: event.round, deadline: event.deadline, reminder: { at: null, sent: 0 } };
    case "reminder-set":
      return { reminder: { ...session.reminder, at: event.at } };
    case "reminded":
      return { reminder: { at: null, sent: event.number } };
    case "deadline-moved":
      return { deadline: event.deadline };
    case "facilitator-added":
      return { facilitators: [...session.facilitators, event.person] };
    case "revealed":
      return { state: "revealed" };
    case "decision-recorded":
      return { decision: event.decision, reviewing: replanned(session, event.decision) };
    case "review-requested":
      return { reviewing: { ...session.reviewing, asked: event.number, awaits: true, at: event.at } };
    case "reviews-told": {
      const { reviewing } = session;
      const { open, at } = event;
      return { reviewing: { ...reviewing, at, told: reviewing.told + 1, open: open ?? reviewing.open } };
    }
    case "reviewed": {
      const { reviewing } = session;
      const reviews = [...reviewing.reviews, event.review];
      return { reviewing: { ...reviewing, at: event.at, awaits: false, reviews } };
    }
    case "session-closed":
      return { state: "closed" };
    case "session-cancelled":
      return { state: "cancelled", deadline: null, reminder: { ...session.reminder, at: null } };
    default:
      return event satisfies never;
  }
};

/** A decision that is corrected is looked back on as before, unless the day is another. */
const replanned = ({ decision: before, reviewing }: Session, { review }: Decision): Reviewing =>
  before?.review?.at === review?.at ? reviewing : { ...reviewing, at: review?.at ?? null, awaits: false };
