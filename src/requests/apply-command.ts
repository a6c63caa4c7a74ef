/**
 * Takes one command through load, decide and commit; decides again when the session moved
 * meanwhile.
 */
import { textOf } from "../search/session-text.ts";
import { notesFor } from "../session/card-slot.ts";
import type { Asker, SessionCommand } from "../session/command.ts";
import { decide, decideAllIn } from "../session/decide.ts";
import type { SessionEvent } from "../session/event.ts";
import { evolve } from "../session/evolve.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Response, Session } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import type { Change, Guard, Intent, Made, OnceAll } from "../store/port/change.ts";
import type { Nudge } from "../store/port/due.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import type { Context } from "./context.ts";
import { forecastsOf } from "./forecasts.ts";
import type { Repeat } from "./repeat.ts";

type Refused = { readonly type: "refused"; readonly refusal: Refusal };
/** `corrected`: by what the same intent has led to before. */
export type Applied = { readonly type: "applied"; readonly corrected: boolean } | Refused;

type AppliedRequest = {
  readonly workspace: string;
  readonly session: string;
  readonly asker: Asker;
  /** Names what is meant. */
  readonly intent: string;
  /** As whom it is kept, where that isn't the asker. */
  readonly as?: string;
  readonly nudges?: readonly Nudge[];
  /**
   * Holds what the intent has led to against what is asked now; without it the same is always asked
   * by the same intent.
   */
  readonly compare?: (made: Made, store: WorkspaceStore) => Promise<Repeat>;
};

/**
 * Each try loses only to a commit of somebody else's; this many in a row means that something is
 * wrong.
 */
const triesMax = 20;

/**
 * Applies a command to a session of the workspace. `commandFor` sees the session as it stands at
 * each try, and what the intent has led to where it came before. What comes again is answered as
 * applied, without effect; what was corrected since is refused; a correction is decided like any
 * other command. With `recalled`, the first try rests on that session, which may be a little old:
 * what it leads to is committed only if the guard still holds, and a refusal is not believed.
 * Throws when it stays stale.
 */
export const applyCommand = async (
  context: Context,
  request: AppliedRequest,
  commandFor: (session: Session, store: WorkspaceStore, before: Made | undefined) => Promise<SessionCommand | Refusal>,
  recalled?: Session,
): Promise<Applied> => {
  const store = context.store.in(request.workspace);
  let before: Made | undefined;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const trusted = tries === 0 ? recalled : undefined;
    const session = trusted ?? (await store.loadSession(request.session));
    if (session === undefined) return refused({ code: "not-found" });
    const command = await commandFor(session, store, before);
    const intent = intentOf(request, command);
    const corrects = before?.revision ?? null;
    const planned =
      "code" in command
        ? refused(command)
        : planChange(session, command, { ...request, intent: { ...intent, corrects } }, context.clock.now());
    if (planned.type === "refused") {
      if (trusted !== undefined) continue;
      // What was done already may no longer be allowed.
      const made = await store.findMade(intent);
      return (made && (await answerOf(request, made, store, planned))) ?? planned;
    }
    const committed = await store.commit(await withText(planned.change, store));
    if (committed.type === "committed") return { type: "applied", corrected: before !== undefined };
    if (committed.type === "stale") continue;
    before = await store.findMade(intent);
    const answer = before && (await answerOf(request, before, store));
    if (answer !== undefined) return answer;
  }
  throw new Error(`Session ${request.session} moved under ${triesMax} tries`);
};

/** A response is its participant's, whom the command alone knows in an anonymous session. */
const intentOf = ({ intent: name, asker, as }: AppliedRequest, command: SessionCommand | Refusal): Intent => {
  if (!("code" in command) && command.type === "respond") return { name, person: command.participant };
  return { name, person: as ?? (asker.type === "person" ? asker.person : "") };
};

/**
 * What to answer where the intent came before; undefined where it is a correction. `planned`: why
 * it would be refused now, told of what was corrected since.
 */
const answerOf = async (
  { session, compare }: AppliedRequest,
  made: Made,
  store: WorkspaceStore,
  planned?: Refused,
): Promise<Applied | undefined> => {
  if (made.session !== session) return refused({ code: "not-found" });
  const repeat = (await compare?.(made, store)) ?? "same";
  switch (repeat) {
    case "same":
      return { type: "applied", corrected: made.changes.length > 1 };
    case "older":
      return planned ?? refused({ code: "sent-again" });
    case "unknown":
      return refused({ code: "sent-before" });
    case "other":
      return undefined;
    default:
      return repeat satisfies never;
  }
};

const refused = (refusal: Refusal): Refused => ({ type: "refused", refusal });

type Planned = Pick<AppliedRequest, "asker" | "nudges"> & Pick<Change, "intent">;

/** What the command leads to, to be committed; or its refusal. */
const planChange = (
  session: Session,
  command: SessionCommand,
  { asker, intent, nudges = [] }: Planned,
  at: number,
): Refused | { readonly type: "planned"; readonly change: Change } => {
  const verdict = decide(session, command, asker, at);
  if (verdict.type === "refused") return verdict;
  const { events } = verdict;
  const after = events.reduce(applyEvent, session);
  const guard = guardFor(session, command, at);
  const notes = notesFor(events, after);
  const change = { session: session.id, events, after, guard, notes, intent, nudges };
  // Nothing keeps when an option of an anonymous session came.
  const isHidden = command.type === "add-option" && command.by === null;
  const timed = { ...change, at: isHidden ? session.startedAt : at };
  if (command.type !== "respond" || command.everyone === undefined) return { type: "planned", change: timed };
  return { type: "planned", change: { ...timed, onceAll: onceAllOf(session, command.everyone) } };
};

/** What ends the round, should this be the last response that it waits for. */
const onceAllOf = (session: Session, everyone: readonly string[]): OnceAll => {
  const events = decideAllIn(session, everyone.length);
  const after = events.reduce(applyEvent, session);
  return { everyone, events, after, notes: notesFor(events, after), textOf };
};

/** A response alone changes nothing that may be found. */
const withText = async (change: Change, own: WorkspaceStore): Promise<Change> => {
  const { after, guard } = change;
  if (guard.type === "round-open") return change;
  // No response comes any more, and whoever takes one away makes the guard fail.
  const responses = maySeeChoices(after) ? await own.loadResponses(after.id) : [];
  const forecasts = forecastsOf(change.events, after, responses);
  return { ...change, ...textAfter(after, responses), ...(forecasts.length === 0 ? {} : { forecasts }) };
};

/** What a change says of how its session is found. */
export const textAfter = (after: Session, responses: readonly Response[]): Pick<Change, "text"> => {
  const text = textOf(after, responses);
  return text === undefined ? {} : { text };
};

const applyEvent = (session: Session, event: SessionEvent): Session =>
  event.type === "session-started" ? event.session : evolve(session, event);

const guardFor = ({ id: session, revision }: Session, command: SessionCommand, now: number): Guard => {
  switch (command.type) {
    case "respond": {
      const { round, participant, seen } = command;
      return { type: "round-open", session, revision, round, participant, seen, now };
    }
    case "mend":
      return { type: "revision", session, revision, unanswered: !command.answered };
    default:
      return { type: "revision", session, revision };
  }
};
