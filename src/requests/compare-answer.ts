/** Holds what a response form has led to against what it says now. */
import { maySeeChoices } from "../session/visibility.ts";
import type { Made } from "../store/port/change.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import { participantFor } from "./participant.ts";
import { isKeptAs, type Repeat, repeatOf } from "./repeat.ts";

/**
 * Where nobody knows any more which response the form led to, one that is kept as it says stands
 * for it: the person's own, or, once an anonymous session's key is gone, anybody's of the round
 * that everybody is shown. Of any other, sending answers would find out what others said.
 */
export const compareAnswer = async (
  made: Made,
  store: WorkspaceStore,
  person: string,
  { session: id, round }: { readonly session: string; readonly round: number },
  answer: unknown,
): Promise<Repeat> => {
  if (made.changes.length > 0) return repeatOf(made, ({ said }) => isKeptAs(answer, said));
  const session = await store.loadSession(id);
  if (session === undefined) return "unknown";
  const participant = await participantFor(session, person, store);
  if (participant !== undefined) {
    const response = await store.loadResponse(id, round, participant);
    return response !== undefined && isKeptAs(answer, response.answer) ? "same" : "unknown";
  }
  if (!maySeeChoices(session) || round !== session.round) return "unknown";
  const responses = await store.loadResponses(id);
  return responses.some((one) => one.round === round && isKeptAs(answer, one.answer)) ? "same" : "unknown";
};
