/** Responding: the form, filled with what the person said before, and what becomes of its submission. */

import type { Draft, OpenActivity, Questions } from "../activities/activity.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { Block } from "../cards/card.ts";
import type { Form, FormPurpose } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import { isOpen } from "../session/decide.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Response, Session } from "../session/session.ts";
import type { WorkspaceStore } from "../store/store.ts";
import { words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Context, loadSessionFor, refuse } from "./context.ts";
import { participantFor } from "./participant.ts";
import type { Origin, Reply } from "./request.ts";

type Asked = { readonly session: string; readonly round: number; readonly option?: string };

/** The response form for this person, or the refusal when the round is over. */
export const askResponse = async (context: Context, origin: Origin, asked: Asked, t: Translator): Promise<Reply> => {
  const session = await loadSessionFor(context, origin, asked.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const own = context.store.in(origin.workspace);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  const participant = await participantFor(session, origin.person, own);
  if (open !== asked.round || participant === undefined)
    return refuse({ code: "round-over", round: asked.round, open }, t);
  const activity = openFrozen(session.activity);
  const said = await lastSaid(own, session, participant);
  const seen = said?.round === session.round ? said.revision : 0;
  const draft: Draft = {
    ...(said === undefined ? {} : activity.draftOf(said.answer)),
    ...(asked.option === undefined ? {} : { choice: asked.option }),
  };
  const purpose = {
    type: "respond",
    nonce: context.ids.next(),
    session: session.id,
    round: session.round,
    seen,
  } as const;
  return { type: "form", form: drawForm(session, activity, purpose, activity.form(draft, t), t) };
};

type Purpose = FormPurpose & { readonly type: "respond" };

const drawForm = (
  session: Session,
  activity: OpenActivity,
  purpose: Purpose,
  { intro = [], ...questions }: Questions,
  t: Translator,
): Form => {
  const say = t.messages.session.responseForm;
  return {
    purpose,
    title: say.title({ round: session.round }),
    intro: [...introOf(session, activity, t), ...intro],
    ...questions,
    submit: purpose.seen === 0 ? say.submit : say.change,
    cancel: say.cancel,
  };
};

/** The same form again for what is filled in now; `pressed` is the step that was pressed, if one was. Nothing is kept. */
export const askAgain = async (
  context: Context,
  origin: Origin,
  purpose: Purpose,
  values: Draft,
  pressed: string | undefined,
  t: Translator,
): Promise<Reply> => {
  const session = await loadSessionFor(context, origin, purpose.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  if (open !== purpose.round) return refuse({ code: "round-over", round: purpose.round, open }, t);
  const activity = openFrozen(session.activity);
  return { type: "form", form: drawForm(session, activity, purpose, activity.form(values, t, pressed), t) };
};

/** What the person said in this round, or else in the round before it, to start from. */
const lastSaid = async (
  store: WorkspaceStore,
  session: Session,
  participant: string,
): Promise<Response | undefined> => {
  for (let round = session.round; round > 0; round -= 1) {
    const response = await store.loadResponse(session.id, round, participant);
    if (response !== undefined) return response;
  }
  return undefined;
};

/** Says before the submission who will see it. */
const introOf = (session: Session, activity: OpenActivity, t: Translator): readonly Block[] => {
  const say = t.messages.session.responseForm;
  const { anonymous, discussion } = session.settings;
  const asked = activity.asked(t);
  return [
    { type: "heading", text: activity.title(t) },
    { type: "note", text: words(anonymous ? asked.anonymous : asked.named) },
    ...(discussion && asked.reasons !== undefined
      ? [{ type: "note", text: words(asked.reasons.beforeDiscussion) } as const]
      : []),
    { type: "note", text: words(say.untilEnd) },
  ];
};

/** Takes a submitted response: a confirmation for the person alone, mistakes at their fields, or the refusal. */
export const respond = async (
  context: Context,
  origin: Origin,
  purpose: Purpose,
  values: Draft,
  t: Translator,
): Promise<Reply> => {
  const recalled = await context.store.in(origin.workspace).recallSession(purpose.session);
  if (recalled?.channel !== origin.channel) return refuse({ code: "not-found" }, t);
  const activity = openFrozen(recalled.activity);
  const checked = activity.check(values, t);
  if (checked.type === "mistakes") return checked;
  const { round, seen, nonce } = purpose;
  const asker = { type: "person", person: origin.person } as const;
  const request = { workspace: origin.workspace, session: recalled.id, asker, intent: nonce };
  const commandFor = async (session: Session, own: WorkspaceStore): Promise<SessionCommand | Refusal> => {
    const participant = await participantFor(session, origin.person, own);
    if (participant === undefined) return { code: "round-over", round, open: null };
    // The first try takes it that nothing changed since the form was opened; the commit finds out.
    const current = session === recalled ? seen : await revisionOf(own, session.id, round, participant);
    return { type: "respond", round, participant, seen, current, answer: checked.answer };
  };
  const applied = await applyCommand(context, request, commandFor, recalled);
  if (applied.type === "refused") return refuse(applied.refusal, t);
  return confirm(purpose, activity.confirmation(checked.answer, t), t);
};

const revisionOf = async (
  store: WorkspaceStore,
  session: string,
  round: number,
  participant: string,
): Promise<number> => (await store.loadResponse(session, round, participant))?.revision ?? 0;

const confirm = (purpose: Purpose, blocks: readonly Block[], t: Translator): Reply => {
  const say = t.messages.session.recorded;
  const { session, round, seen } = purpose;
  return {
    type: "card",
    card: {
      title: words(seen === 0 ? say.first : say.changed),
      blocks: [
        ...blocks,
        { type: "buttons", buttons: [{ label: say.change, action: { type: "ask-response", session, round } }] },
      ],
    },
  };
};
