/**
 * What a person is told who comes after the end of a round: what became of what they did, and what
 * counts of theirs.
 */
import { openFrozen } from "../activities/kinds.ts";
import { isOpen } from "../session/decide.ts";
import type { Session } from "../session/session.ts";
import { type Asking, refuse } from "./context.ts";
import { participantFor } from "./participant.ts";
import type { Reply } from "./request.ts";
import { loadStanding } from "./standing-response.ts";

/**
 * What came late: a press on a button of that round, or a submission of a form that showed revision
 * `seen`.
 */
type Late = { readonly type: "pressed" } | { readonly type: "submitted"; readonly seen: number };

export const refuseLate = async (
  asking: Asking,
  session: Session,
  { round, ...late }: Late & { readonly round: number },
): Promise<Reply> => {
  const { context, t } = asking;
  const { state } = session;
  // Nothing stands of a session that was cancelled.
  if (state === "cancelled") return refuse({ code: "wrong-state", command: "respond", state }, t);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  const stands = await standing(asking, session, round);
  if (late.type === "pressed") return refuse({ code: "round-ended", round, open, stands }, t);
  // Once an anonymous session has lost its key, only the form still knows that there was a
  // response.
  if (stands === undefined && late.seen === 0) return refuse({ code: "round-over", round, open }, t);
  return refuse({ code: "change-too-late", open, stands: stands ?? null }, t);
};

/**
 * What the person stands by, in a few words; null where these are missing, undefined where nothing
 * is known.
 */
const standing = async (
  { context, t, origin: { workspace, person } }: Asking,
  session: Session,
  round: number,
): Promise<string | null | undefined> => {
  const store = context.store.in(workspace);
  const participant = await participantFor(session, person, store);
  if (participant === undefined) return undefined;
  const found = await loadStanding(store, { ...session, round: Math.min(round, session.round) }, participant);
  return found && (openFrozen(session.activity).inShort(found.answer, t) ?? null);
};
