/** Responding: the form, filled with what the person said before, and what becomes of its submission. */

import type { Draft, OpenActivity } from "../activities/activity.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { Block } from "../cards/card.ts";
import type { FormPurpose } from "../cards/form.ts";
import { words } from "../cards/text.ts";
import type { Translator } from "../i18n/translator.ts";
import { isOpen } from "../session/decide.ts";
import type { Response, Session } from "../session/session.ts";
import type { WorkspaceStore } from "../store/store.ts";
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
  const say = t.messages.session.responseForm;
  return {
    type: "form",
    form: {
      purpose: { type: "respond", nonce: context.ids.next(), session: session.id, round: session.round, seen },
      title: say.title({ round: session.round }),
      intro: introOf(session, activity, t),
      fields: activity.form(draft, t),
      submit: seen === 0 ? say.submit : say.change,
      cancel: say.cancel,
    },
  };
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
  return [
    { type: "heading", text: activity.title(t) },
    { type: "note", text: words(anonymous ? say.anonymous : say.named) },
    ...(discussion ? [{ type: "note", text: words(say.discussion) } as const] : []),
    { type: "note", text: words(say.untilEnd) },
  ];
};

/** Takes a submitted response: a confirmation for the person alone, mistakes at their fields, or the refusal. */
export const respond = async (
  context: Context,
  origin: Origin,
  purpose: FormPurpose & { type: "respond" },
  values: Draft,
  t: Translator,
): Promise<Reply> => {
  const session = await loadSessionFor(context, origin, purpose.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const checked = openFrozen(session.activity).check(values, t);
  if (checked.type === "mistakes") return checked;
  const { round, seen, nonce } = purpose;
  const asker = { type: "person", person: origin.person } as const;
  const request = { workspace: origin.workspace, session: session.id, asker, intent: nonce };
  const applied = await applyCommand(context, request, async (current, own) => {
    const participant = await participantFor(current, origin.person, own);
    if (participant === undefined) return { code: "round-over", round, open: null };
    const standing = await own.loadResponse(current.id, round, participant);
    return { type: "respond", round, participant, seen, current: standing?.revision ?? 0, answer: checked.answer };
  });
  return applied.type === "refused" ? refuse(applied.refusal, t) : confirmation(purpose, t);
};

const confirmation = (purpose: FormPurpose & { type: "respond" }, t: Translator): Reply => {
  const say = t.messages.session.recorded;
  const { session, round, seen } = purpose;
  return {
    type: "card",
    card: {
      title: words(seen === 0 ? say.first : say.changed),
      blocks: [{ type: "buttons", buttons: [{ label: say.change, action: { type: "ask-response", session, round } }] }],
    },
  };
};
