/** What a session's cards are drawn from: the session, what was collected, and the language they speak. */
import type { OpenActivity } from "../../activities/activity.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Response, Session } from "../../session/session.ts";

export type SessionView = {
  readonly session: Session;
  readonly activity: OpenActivity;
  /** The responses that count, of all rounds. Cards take choices from them only where visibility.ts allows it. */
  readonly responses: readonly Response[];
  readonly t: Translator;
};

/** The responses of one round. */
export const responsesOf = (view: SessionView, round: number): readonly Response[] =>
  view.responses.filter((response) => response.round === round);
