/**
 * Responding: the form, filled with what the person said before, and what becomes of its
 * submission.
 */

import type { Draft } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { Block } from "../cards/card.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import { isOpen } from "../session/decide.ts";
import { refusalFor } from "../session/permission.ts";
import type { Refusal } from "../session/refusal.ts";
import { mayRespond } from "../session/roles.ts";
import type { Session } from "../session/session.ts";
import type { Made } from "../store/port/change.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import { present } from "../text/present.ts";
import { words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { compareAnswer } from "./compare-answer.ts";
import { type Asking, type Context, loadSessionFor, refuse } from "./context.ts";
import { everyoneIn, participantFor } from "./participant.ts";
import type { Repeat } from "./repeat.ts";
import type { Origin, Reply } from "./request.ts";
import { askStageAgain, respondStage } from "./respond-in-stages.ts";
import { drawForm, drawStage, type ResponseToken } from "./response-form.ts";
import { stageOf } from "./stages.ts";
import { askedBeside, loadStood, type Stood, saidIn } from "./standing-response.ts";
import { refuseLate } from "./too-late.ts";

type AskedRound = {
  readonly session: string;
  readonly round: number;
  readonly option?: string;
  readonly edition?: number;
};

/** The response form for this person, or the refusal when the round is over. */
export const askResponse = async (asking: Asking, asked: AskedRound): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, asked.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  if (!mayRespond(session, origin.person)) return refuseOther(session, origin, t);
  const store = context.store.in(origin.workspace);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  const participant = await participantFor(session, origin.person, store);
  if (open !== asked.round || participant === undefined)
    return refuseLate(asking, session, { type: "pressed", round: asked.round });
  const activity = openFrozen(session.activity);
  const stood = await loadStood(store, session, participant);
  const { standing } = stood;
  const seen = standing?.kept === false ? standing.revision : 0;
  const { edition, reworded } = session.changes;
  // Whoever presses what has got other words since is shown these first.
  const isStale = asked.option !== undefined && (asked.edition ?? 0) < reworded;
  const option = isStale ? undefined : asked.option;
  const before: Draft = standing === undefined ? {} : activity.draftOf(standing.answer);
  const draft = option === undefined ? before : activity.pressed(option, before, t);
  const token = {
    type: "respond",
    nonce: context.ids.next(),
    session: session.id,
    round: session.round,
    seen,
    ...(edition === 0 ? {} : { edition }),
  } as const;
  if (option !== undefined && activity.isOnePress(option))
    return respond(asking, token, activity.pressed(option, {}, t));
  const opened = { session, activity, standing, isStale, t };
  const stage = await stageOf({ store, session, participant }, activity, draft);
  if (stage !== undefined) return drawStage(opened, token, stage);
  const questions = activity.form(draft, t, await askedBeside(store, session, activity, stood));
  return { type: "form", form: drawForm(opened, token, questions) };
};

/** What the table says to whoever isn't asked. */
const refuseOther = (session: Session, { person }: Origin, t: Translator): Reply =>
  refuse(refusalFor(session, { type: "respond" }, { type: "person", person }) ?? { code: "not-asked" }, t);

/**
 * The same form again for what is filled in now; `pressed` is the step that was pressed, if one
 * was. Nothing is kept.
 */
export const askAgain = async (
  asking: Asking,
  token: ResponseToken,
  values: Draft,
  pressed: string | undefined,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, token.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  if (open !== token.round) return refuseLate(asking, session, { ...token, type: "submitted" });
  const activity = openFrozen(session.activity);
  if (token.step !== undefined) return askStageAgain(asking, session, token, { values, pressed });
  const stood = await stoodBehind(context, origin, token, session);
  const { standing } = stood;
  const asked = await askedBeside(context.store.in(origin.workspace), session, activity, stood);
  const questions = activity.form(values, t, { ...asked, pressed });
  const { edition } = session.changes;
  const isStale = (token.edition ?? 0) < edition;
  const now = edition === 0 ? token : { ...token, edition };
  return { type: "form", form: drawForm({ session, activity, standing, isStale, t }, now, questions) };
};

/**
 * What the person who fills in the form stands by; nothing is looked up where there can be nothing.
 */
const stoodBehind = async (
  context: Context,
  { workspace, person }: Origin,
  { round, seen }: ResponseToken,
  session: Session,
): Promise<Stood> => {
  if (round === 1 && seen === 0) return {};
  const store = context.store.in(workspace);
  const participant = await participantFor(session, person, store);
  return participant === undefined ? {} : loadStood(store, { ...session, round }, participant);
};

/**
 * Takes a submitted response: a confirmation for the person alone, mistakes at their fields, or the
 * refusal.
 */
export const respond = (asking: Asking, token: ResponseToken, values: Draft): Promise<Reply> =>
  token.step === undefined
    ? respondWhole(asking, token, values)
    : respondStage(asking, token, values, (draft) => respondWhole(asking, token, draft));

const respondWhole = async (asking: Asking, token: ResponseToken, values: Draft): Promise<Reply> => {
  const { context, origin, t } = asking;
  const recalled = await context.store.in(origin.workspace).recallSession(token.session);
  if (recalled?.channel !== origin.channel) return refuse({ code: "not-found" }, t);
  const reply = await respondTo(asking, { recalled, token, values });
  if (reply.type !== "mistakes") return reply;
  // What is remembered may be older than what the form showed.
  const session = await loadSessionFor(context, origin, recalled.id);
  return session === undefined || session.changes.edition === recalled.changes.edition
    ? reply
    : respondTo(asking, { recalled: session, token, values });
};

type Submitted = { readonly recalled: Session; readonly token: ResponseToken; readonly values: Draft };

const respondTo = async (asking: Asking, { recalled, token, values }: Submitted): Promise<Reply> => {
  const { context, origin, t } = asking;
  const activity = openFrozen(recalled.activity);
  const said = saidIn(await stoodBehind(context, origin, token, recalled));
  const checked = activity.check(values, t, said);
  if (checked.type === "mistakes") return checked;
  const { round, seen, nonce, edition = 0 } = token;
  const asker = { type: "person", person: origin.person } as const;
  const compare = (made: Made, store: WorkspaceStore): Promise<Repeat> =>
    compareAnswer(made, store, origin.person, token, checked.answer);
  const request = { workspace: origin.workspace, session: recalled.id, asker, intent: nonce, compare };
  const commandFor = async (
    session: Session,
    store: WorkspaceStore,
    before: Made | undefined,
  ): Promise<SessionCommand | Refusal> => {
    const participant = await participantFor(session, origin.person, store);
    if (participant === undefined) return { code: "round-over", round, open: null };
    // Only what gets other words before anybody has responded may lose what is chosen.
    const isOther = session.changes.edition !== recalled.changes.edition;
    if (isOther && openFrozen(session.activity).check(values, t, said).type === "mistakes")
      return { code: "content-changed" };
    // `recalled` comes from memory, and of it nothing is read: the first try takes it that nothing
    // changed since the form was opened. The commit finds out, and the next try loads and reads.
    const current = session === recalled ? seen : await revisionOf(store, session.id, round, participant);
    // A form sent again with another answer corrects what it was sent with before, and nothing
    // else.
    const corrected = before?.revision ?? seen;
    const everyone = current === 0 ? await everyoneIn(session, store) : undefined;
    const response = { round, participant, seen: corrected, current, edition, answer: checked.answer };
    return { type: "respond", ...response, ...present({ everyone }) };
  };
  const applied = await applyCommand(context, request, commandFor, recalled);
  if (applied.type === "refused" && applied.refusal.code === "content-changed")
    return askAgain(asking, token, values, undefined);
  if (applied.type === "refused") return refuseResponse(asking, recalled, token, applied.refusal);
  return confirm(token, activity.confirmation(checked.answer, t), applied.corrected, t);
};

const refuseResponse = async (
  asking: Asking,
  recalled: Session,
  { round, seen }: ResponseToken,
  refusal: Refusal,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = (await loadSessionFor(context, origin, recalled.id)) ?? recalled;
  const submitted = { type: "submitted", round } as const;
  if (refusal.code === "round-over") return refuseLate(asking, session, { ...submitted, seen });
  // What was sent before has been a response, whose change is too late once its round is over.
  if (refusal.code === "sent-before" && !isOpen(session, context.clock.now()))
    return refuseLate(asking, session, { ...submitted, seen: Math.max(1, seen) });
  return refuse(refusal, t);
};

const revisionOf = async (
  store: WorkspaceStore,
  session: string,
  round: number,
  participant: string,
): Promise<number> => (await store.loadResponse(session, round, participant))?.revision ?? 0;

/** The same however often it is told, also after the end; its button says then what stands. */
const confirm = (token: ResponseToken, blocks: readonly Block[], corrected: boolean, t: Translator): Reply => {
  const say = t.messages.session.recorded;
  const { session, round, seen } = token;
  return {
    type: "card",
    card: {
      title: words(seen === 0 && !corrected ? say.first : say.changed),
      blocks: [
        ...blocks,
        { type: "buttons", buttons: [{ label: say.change, action: { type: "ask-response", session, round } }] },
      ],
    },
  };
};
