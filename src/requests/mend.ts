/**
 * Other words for a question while people respond to it: the facilitator's form, and what becomes
 * of its submission. Whether somebody has responded is decided with the commit that writes it.
 */
import { z } from "zod";
import type { Draft, Mistakes } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { FormToken } from "../cards/form.ts";
import type { SessionCommand } from "../session/command.ts";
import { refusalFor } from "../session/permission.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { Made } from "../store/port/change.ts";
import type { WorkspaceStore } from "../store/port/store.ts";
import { words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Asking, loadSessionFor, refuse, translatorIn } from "./context.ts";
import { type Repeat, repeatOf } from "./repeat.ts";
import type { Reply } from "./request.ts";

type Token = FormToken & { readonly type: "mend" };

export const askMending = (asking: Asking, session: Session): Promise<Reply> => askAgain(asking, session, {});

/** The form again, for what is filled in. */
export const redrawMending = async (asking: Asking, token: Token, values: Draft): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, token.session);
  return session === undefined ? refuse({ code: "not-found" }, t) : askAgain(asking, session, values, token);
};

const askAgain = async (
  { context, origin, t }: Asking,
  session: Session,
  draft: Draft,
  token: Token = { type: "mend", nonce: context.ids.next(), session: session.id },
): Promise<Reply> => {
  const refusal = refusalFor(session, { type: "mend" }, { type: "person", person: origin.person });
  if (refusal) return refuse(refusal, t);
  const { mending } = openFrozen(session.activity);
  if (mending === undefined) return refuse({ code: "not-mendable" }, t);
  const say = t.messages.session.mending;
  const answered = await isAnswered(context.store.in(origin.workspace), session);
  const { fields } = mending.form(draft, answered, t);
  const intro = [{ type: "note", text: words(answered ? say.answered : say.unanswered) } as const];
  const { submit, title } = say;
  return {
    type: "form",
    form: { token, title, intro, fields, submit, cancel: t.messages.session.responseForm.cancel },
  };
};

const isAnswered = async (store: WorkspaceStore, { id }: Session): Promise<boolean> =>
  (await store.loadResponses(id)).length > 0;

const mendedEvent = z.object({ content: z.unknown() });

/** Takes the submitted form. What is the same as before changes nothing and is answered alike. */
export const submitMending = async ({ context, origin, t }: Asking, token: Token, values: Draft): Promise<Reply> => {
  const found = await loadSessionFor(context, origin, token.session);
  if (found === undefined) return refuse({ code: "not-found" }, t);
  let mistakes: Mistakes | undefined;
  const commandFor = async (session: Session, store: WorkspaceStore): Promise<SessionCommand | Refusal> => {
    mistakes = undefined;
    const refusal = refusalFor(session, { type: "mend" }, asker);
    if (refusal) return refusal;
    const answered = await isAnswered(store, session);
    const { mending } = openFrozen(session.activity);
    if (mending === undefined) return { code: "not-mendable" };
    if (mending.says(values, spoken)) return { code: "unchanged" };
    const checked = mending.check(values, answered, t);
    // Mistakes are told to the facilitator; what is put in for them is in the session's language.
    const kept = checked.type === "mistakes" ? checked : mending.check(values, answered, spoken);
    if (kept.type === "answer") return { type: "mend", ...kept.answer, answered, by: origin.person };
    mistakes = kept.mistakes;
    return { code: "unchanged" };
  };
  const spoken = translatorIn(context, origin.workspace, found.settings.language);
  const says = (said: unknown): boolean => {
    const { content } = mendedEvent.parse(said);
    return openFrozen({ ...found.activity, content }).mending?.says(values, spoken) === true;
  };
  const compare = async (made: Made): Promise<Repeat> => repeatOf(made, ({ said }) => says(said));
  const asker = { type: "person", person: origin.person } as const;
  const request = { workspace: origin.workspace, session: found.id, asker, intent: token.nonce, compare };
  const applied = await applyCommand(context, request, commandFor);
  if (applied.type === "applied") return { type: "done" };
  if (mistakes !== undefined) return { type: "mistakes", mistakes };
  return applied.refusal.code === "unchanged" ? { type: "done" } : refuse(applied.refusal, t);
};
