/** Who may see what of a session's responses, and when. Every card, query and export asks here. */
import type { Session } from "./session.ts";

/**
 * Choices, counts, reasons with names: from the reveal on, by everyone who sees the session; before
 * it, by nobody.
 */
export const maySeeChoices = (session: Session): boolean => session.state === "revealed" || session.state === "closed";

/**
 * The reasons of an ended round, bare of names, choices and counts: only in a session that was
 * started with a discussion.
 */
export const maySeeBareReasons = (session: Session): boolean =>
  session.settings.discussion && (session.state === "discussing" || session.round > 1 || maySeeChoices(session));

/**
 * Of fewer people than this nothing is broken down where it could give one of them away: the usual
 * threshold of small-cell suppression.
 */
export const groupMin = 3;

/** Who has responded, rather than only how many. */
export const maySeeRoll = (session: Session): boolean => !session.settings.anonymous;
