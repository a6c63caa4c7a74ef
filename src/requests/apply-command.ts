/** Takes one command through load, decide and commit; decides again when the session moved meanwhile. */
import { notesFor } from "../session/card-slot.ts";
import type { Asker, SessionCommand } from "../session/command.ts";
import { decide } from "../session/decide.ts";
import type { SessionEvent } from "../session/event.ts";
import { evolve } from "../session/evolve.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { Change, Guard, Nudge, WorkspaceStore } from "../store/store.ts";
import type { Context } from "./context.ts";

type Refused = { readonly type: "refused"; readonly refusal: Refusal };
export type Applied = { readonly type: "applied" } | Refused;

type AppliedRequest = {
  readonly workspace: string;
  readonly session: string;
  readonly asker: Asker;
  readonly intent: string;
  readonly nudges?: readonly Nudge[];
};

/** Each try loses only to a commit of somebody else's; this many in a row means that something is wrong. */
const triesMax = 20;

/**
 * Applies a command to a session of the workspace. `commandFor` sees the session as it stands at each try. A repeated intent is answered as applied, without effect.
 * With `recalled`, the first try rests on that session, which may be a little old: what it leads to is committed only if the guard still holds, and a refusal is not
 * believed. Throws when it stays stale.
 */
export const applyCommand = async (
  { store, clock }: Context,
  request: AppliedRequest,
  commandFor: (session: Session, store: WorkspaceStore) => Promise<SessionCommand | Refusal>,
  recalled?: Session,
): Promise<Applied> => {
  const own = store.in(request.workspace);
  for (let tries = 0; tries < triesMax; tries += 1) {
    const trusted = tries === 0 ? recalled : undefined;
    const session = trusted ?? (await own.loadSession(request.session));
    if (session === undefined) return refused({ code: "not-found" });
    const command = await commandFor(session, own);
    const planned = "code" in command ? refused(command) : planChange(session, command, request, clock.now());
    if (planned.type === "refused") {
      if (trusted !== undefined) continue;
      // What was done already may no longer be allowed.
      return (await own.findIntent(request.intent)) === request.session ? { type: "applied" } : planned;
    }
    const committed = await own.commit(planned.change);
    if (committed.type === "committed") return { type: "applied" };
    if (committed.type === "repeated")
      return committed.session === request.session ? { type: "applied" } : refused({ code: "not-found" });
  }
  throw new Error(`Session ${request.session} moved under ${triesMax} tries`);
};

const refused = (refusal: Refusal): Refused => ({ type: "refused", refusal });

/** What the command leads to, to be committed; or its refusal. */
const planChange = (
  session: Session,
  command: SessionCommand,
  { asker, intent, nudges = [] }: AppliedRequest,
  at: number,
): Refused | { readonly type: "planned"; readonly change: Change } => {
  const verdict = decide(session, command, asker, at);
  if (verdict.type === "refused") return verdict;
  const { events } = verdict;
  const after = events.reduce(applyEvent, session);
  const guard = guardFor(session, command, at);
  const notes = notesFor(events, after);
  return { type: "planned", change: { session: session.id, events, after, guard, notes, intent, nudges, at } };
};

const applyEvent = (session: Session, event: SessionEvent): Session =>
  event.type === "session-started" ? event.session : evolve(session, event);

const guardFor = (session: Session, command: SessionCommand, now: number): Guard =>
  command.type === "respond"
    ? {
        type: "round-open",
        session: session.id,
        round: command.round,
        participant: command.participant,
        seen: command.seen,
        now,
      }
    : { type: "revision", session: session.id, revision: session.revision };
