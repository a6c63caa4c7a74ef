/**
 * Draws any card of a session by its slot; undefined when there is nothing to show there any more.
 */
import type { CardSlot, Undelivered } from "../../session/card-slot.ts";
import { maySeeBareReasons, maySeeChoices } from "../../session/visibility.ts";
import type { Card } from "../card.ts";
import { plainText } from "../plain.ts";
import { drawBallot } from "./ballot-card.ts";
import { drawCase } from "./case-card.ts";
import { drawControls } from "./controls-card.ts";
import { drawDecision } from "./decision-card.ts";
import { drawReveal } from "./reveal-card.ts";
import { drawOpenReviews, drawReviewAsked } from "./review-cards.ts";
import type { SessionView } from "./session-view.ts";
import { drawCancelled, drawDiscussion, drawReminder, drawRoundEnded } from "./turn-cards.ts";

export const drawCardSlot = (
  slot: CardSlot,
  view: SessionView,
  undelivered: readonly Undelivered[],
): Card | undefined => {
  const { session } = view;
  switch (slot.type) {
    case "case":
      return drawCase(view);
    case "ballot":
      return drawBallot(view, slot.round);
    case "round-ended":
      return drawRoundEnded(view, slot.round);
    case "discussion":
      return maySeeBareReasons(session) ? drawDiscussion(view, slot.round) : undefined;
    case "reminder":
      return drawReminder(view, slot.round);
    case "reveal":
      return maySeeChoices(session) ? drawReveal(view) : undefined;
    case "decision":
      return session.decision === null ? undefined : drawDecision(session.decision, view);
    case "review":
      return session.decision === null ? undefined : drawReviewAsked(view, slot.number);
    case "open-reviews":
      return drawOpenReviews(view);
    case "cancelled":
      return drawCancelled(view);
    case "controls":
      return { ...drawControls(view, slot.person, undelivered), about: plainText(view.activity.title(view.t)) };
    default:
      return slot satisfies never;
  }
};
