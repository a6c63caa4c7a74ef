/**
 * What is left to do once a person was taken out of the rows: sessions that nobody leads any more
 * are ended.
 */
import type { Clock } from "../clock.ts";
import { notesFor } from "../session/card-slot.ts";
import type { SessionEvent } from "../session/event.ts";
import { evolve } from "../session/evolve.ts";
import { isForgotten } from "../session/forgotten.ts";
import type { Session } from "../session/session.ts";
import type { Store } from "../store/port/store.ts";

/**
 * Closes what was revealed and calls the others off; answers how many. One that moves meanwhile is
 * left to those who move it.
 */
export const endLeaderless = async (
  context: { readonly store: Pick<Store, "in">; readonly clock: Clock },
  workspace: string,
  sessions: readonly string[],
): Promise<number> => {
  const store = context.store.in(workspace);
  let ended = 0;
  for (const id of sessions) {
    const session = await store.loadSession(id);
    const event = session === undefined ? undefined : endOf(session);
    if (session === undefined || event === undefined) continue;
    const after = evolve(session, event);
    const committed = await store.commit({
      session: id,
      events: [event],
      after,
      guard: { type: "revision", session: id, revision: session.revision },
      notes: notesFor([event], after),
      intent: { name: `leaderless/${id}`, person: "", corrects: null },
      at: context.clock.now(),
    });
    if (committed.type === "committed") ended += 1;
  }
  return ended;
};

type End = Extract<SessionEvent, { type: "session-closed" | "session-cancelled" }>;

const endOf = ({ state, facilitators }: Session): End | undefined => {
  if (!facilitators.every(isForgotten) || state === "closed" || state === "cancelled") return undefined;
  return { type: state === "revealed" ? "session-closed" : "session-cancelled" };
};
