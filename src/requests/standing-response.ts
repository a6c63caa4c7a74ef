/**
 * Finds what one person stands by in a session's round, what they said in it, or else in the round
 * before; and what a form is asked beside because of it.
 */
import type { FormContext } from "../activities/asking.ts";
import type { OpenActivity } from "../activities/open-activity.ts";
import { reasonsMax } from "../cards/session/turn-cards.ts";
import type { Session } from "../session/session.ts";
import type { StandingResponse } from "../session/standing.ts";
import { maySeeBareReasons } from "../session/visibility.ts";
import type { WorkspaceStore } from "../store/port/store.ts";

export const loadStanding = async (
  store: WorkspaceStore,
  session: Session,
  participant: string,
): Promise<StandingResponse | undefined> => {
  for (let round = session.round; round > 0; round -= 1) {
    const response = await store.loadResponse(session.id, round, participant);
    if (response !== undefined) return { ...response, kept: round < session.round };
  }
  return undefined;
};

/** What somebody stands by, and what they stood by in the round before. */
export type Stood = {
  readonly standing?: StandingResponse | undefined;
  readonly previous?: StandingResponse | undefined;
};

export const loadStood = async (store: WorkspaceStore, session: Session, participant: string): Promise<Stood> => {
  const standing = await loadStanding(store, session, participant);
  if (standing === undefined || standing.kept || session.round === 1)
    return { standing, previous: standing?.kept === true ? standing : undefined };
  return { standing, previous: await loadStanding(store, { ...session, round: session.round - 1 }, participant) };
};

export const saidIn = ({ standing, previous }: Stood): FormContext<unknown> => ({
  earlier: standing?.answer,
  previous: previous?.answer,
});

/** What its participant said, and the reasons that everybody was shown after the round before. */
export const askedBeside = async (
  store: WorkspaceStore,
  session: Session,
  activity: OpenActivity,
  stood: Stood,
): Promise<FormContext<unknown>> => {
  if (stood.previous === undefined || !maySeeBareReasons(session)) return saidIn(stood);
  const { id, settings, round } = session;
  const { anonymous, discussion } = settings;
  const responses = await store.loadResponses(id);
  const { shown } = activity.bareReasons({ session: id, anonymous, discussion, round: round - 1, responses });
  return { ...saidIn(stood), discussed: shown.slice(0, reasonsMax) };
};
