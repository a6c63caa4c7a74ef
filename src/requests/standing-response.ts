/**
 * Finds what one person stands by in a session's round: what they said in it, or else in the round
 * before.
 */
import type { Session } from "../session/session.ts";
import type { StandingResponse } from "../session/standing.ts";
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
