/**
 * What a session's cards are drawn from: the session, what was collected, and the language they
 * speak.
 */
import type { CollectedSession, OpenActivity } from "../../activities/open-activity.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Response, Session } from "../../session/session.ts";
import { type StandingResponse, standingIn } from "../../session/standing.ts";

export type SessionView = {
  readonly session: Session;
  readonly activity: OpenActivity;
  /**
   * The responses that count, of all rounds. Cards take choices from them only where visibility.ts
   * allows it.
   */
  readonly responses: readonly Response[];
  readonly t: Translator;
  /** Every time that the same was asked in the channel, this one last; where they are shown. */
  readonly times?: { readonly views: readonly SessionView[]; readonly zone: string };
};

/** The responses that stand in a round: those given in it, and those kept from before. */
export const standingOf = (view: SessionView, round: number): readonly StandingResponse[] =>
  standingIn(view.responses, round);

/** What an activity sums up of the rounds up to this one. */
export const collectedUpTo = ({ session, responses }: SessionView, round: number): CollectedSession => ({
  session: session.id,
  anonymous: session.settings.anonymous,
  discussion: session.settings.discussion,
  round,
  responses,
});
