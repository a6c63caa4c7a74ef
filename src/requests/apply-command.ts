/** Takes one command through load, decide and commit; decides again when the session moved meanwhile. */
import { notesFor } from "../delivery/slot.ts";
import type { Asker, SessionCommand } from "../session/command.ts";
import { decide } from "../session/decide.ts";
import type { SessionEvent } from "../session/event.ts";
import { evolve } from "../session/evolve.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { Guard, Nudge, WorkspaceStore } from "../store/store.ts";
import type { Context } from "./context.ts";

export type Applied = { readonly type: "applied" } | { readonly type: "refused"; readonly refusal: Refusal };

/** Each try loses only to a commit of somebody else's; this many in a row means that something is wrong. */
const triesMax = 20;

/**
 * Applies a command to a session of the workspace. `commandFor` sees the session as it stands at each try. A repeated intent is answered as applied, without effect.
 * Throws when it stays stale.
 */
export const applyCommand = async (
  { store, clock }: Context,
  request: {
    readonly workspace: string;
    readonly session: string;
    readonly asker: Asker;
    readonly intent: string;
    readonly nudges?: readonly Nudge[];
  },
  commandFor: (session: Session, store: WorkspaceStore) => Promise<SessionCommand | Refusal>,
): Promise<Applied> => {
  const own = store.in(request.workspace);
  const before = await own.findIntent(request.intent);
  if (before !== undefined) return before === request.session ? { type: "applied" } : refused({ code: "not-found" });
  // The same intent may have been committed since it was looked for, and what it did may now be refused.
  const refuse = async (refusal: Refusal): Promise<Applied> =>
    (await own.findIntent(request.intent)) === request.session ? { type: "applied" } : refused(refusal);
  for (let tries = 0; tries < triesMax; tries += 1) {
    const session = await own.loadSession(request.session);
    if (session === undefined) return refused({ code: "not-found" });
    const command = await commandFor(session, own);
    if ("code" in command) return refuse(command);
    const now = clock.now();
    const verdict = decide(session, command, request.asker, now);
    if (verdict.type === "refused") return refuse(verdict.refusal);
    const after = verdict.events.reduce(applyEvent, session);
    const committed = await own.commit({
      session: session.id,
      events: verdict.events,
      after,
      guard: guardFor(session, command, now),
      notes: notesFor(verdict.events, after),
      intent: request.intent,
      nudges: request.nudges ?? [],
      at: now,
    });
    if (committed.type === "committed") return { type: "applied" };
    if (committed.type === "repeated")
      return committed.session === request.session ? { type: "applied" } : refused({ code: "not-found" });
  }
  throw new Error(`Session ${request.session} moved under ${triesMax} tries`);
};

const refused = (refusal: Refusal): Applied => ({ type: "refused", refusal });

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
