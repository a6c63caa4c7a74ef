/**
 * An option that somebody adds while the first round is open. In an anonymous session nothing says
 * who it was.
 */
import { z } from "zod";
import type { Draft, Mistakes } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { FormToken } from "../cards/form.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import { isOpen } from "../session/decide.ts";
import { refusalFor } from "../session/permission.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { Made } from "../store/port/change.ts";
import { foldText } from "../text/fold.ts";
import { wellFormed, words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Asking, loadSessionFor, refuse } from "./context.ts";
import { participantFor } from "./participant.ts";
import { type Repeat, repeatOf } from "./repeat.ts";
import type { Reply } from "./request.ts";

type Token = FormToken & { readonly type: "add-option" };
type AskedRound = { readonly session: string; readonly round: number };

/** The form, or the refusal where options aren't added now. */
export const askOption = async ({ context, origin, t }: Asking, asked: AskedRound): Promise<Reply> => {
  const session = await loadSessionFor(context, origin, asked.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const { mending, title } = openFrozen(session.activity);
  const refusal = refusalNow(session, asked.round, origin.person, context.clock.now());
  if (refusal !== undefined || mending === undefined) return refuse(refusal ?? { code: "not-mendable" }, t);
  const form = t.messages.session.optionForm;
  const note = session.settings.anonymous ? form.anonymous : form.named;
  return {
    type: "form",
    form: {
      token: { type: "add-option", nonce: context.ids.next(), session: session.id, round: session.round },
      title: form.title,
      intro: [
        { type: "heading", text: title(t) },
        { type: "note", text: words(note) },
      ],
      fields: [
        {
          type: "text",
          id: "option",
          label: form.field,
          required: true,
          multiline: false,
          lengthMax: mending.optionLengthMax,
        },
      ],
      submit: form.submit,
      cancel: t.messages.session.responseForm.cancel,
    },
  };
};

const refusalNow = (session: Session, round: number, person: string, now: number): Refusal | undefined => {
  const refusal = refusalFor(session, { type: "add-option" }, { type: "person", person });
  if (refusal !== undefined) return refusal;
  return isOpen(session, now) && session.round === round && round === 1 ? undefined : { code: "options-settled" };
};

const optionValues = z.object({ option: z.string() });
const addedEvent = z.object({ trace: z.object({ label: z.string() }) });

const isSameOption = (one: string, other: string): boolean =>
  foldText(one.replaceAll(/\s+/gu, " ")) === foldText(other.replaceAll(/\s+/gu, " "));

/** Takes the submitted form. */
export const submitOption = async ({ context, origin, t }: Asking, token: Token, values: Draft): Promise<Reply> => {
  const found = await loadSessionFor(context, origin, token.session);
  if (found === undefined) return refuse({ code: "not-found" }, t);
  const parsed = optionValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  const { option } = parsed.data;
  const asker = { type: "person", person: origin.person } as const;
  let mistakes: Mistakes | undefined;
  const commandFor = async (session: Session): Promise<SessionCommand | Refusal> => {
    mistakes = undefined;
    const refusal = refusalNow(session, token.round, origin.person, context.clock.now());
    if (refusal !== undefined) return refusal;
    const checked = openFrozen(session.activity).mending?.addOption(option, t);
    if (checked === undefined) return { code: "not-mendable" };
    if (checked.type === "mistakes") {
      mistakes = checked.mistakes;
      return { code: "unchanged" };
    }
    const by = session.settings.anonymous ? null : origin.person;
    const { content, added } = checked.answer;
    return { type: "add-option", round: token.round, content, label: added.join(), by };
  };
  const store = context.store.in(origin.workspace);
  const participant = await participantFor(found, origin.person, store);
  const compare = async (made: Made): Promise<Repeat> => {
    if (made.changes.length > 0)
      return repeatOf(made, ({ said }) => isSameOption(addedEvent.parse(said).trace.label, wellFormed(option)));
    // Nobody knows any more whose it was; what everybody is shown tells nobody anything.
    return openFrozen(found.activity).mending?.hasOption(option) === true ? "same" : "unknown";
  };
  const request = { workspace: origin.workspace, session: found.id, asker, intent: token.nonce, compare };
  const whose = participant === undefined ? request : { ...request, as: participant };
  const applied = await applyCommand(context, whose, commandFor);
  if (applied.type === "applied") return confirm(found, option, t);
  return mistakes === undefined ? refuse(applied.refusal, t) : { type: "mistakes", mistakes };
};

const confirm = ({ id, round }: Session, option: string, t: Translator): Reply => {
  const say = t.messages.session;
  const respond = {
    label: say.respond,
    style: "primary",
    action: { type: "ask-response", session: id, round },
  } as const;
  return {
    type: "card",
    card: {
      title: words(say.optionForm.added({ option: wellFormed(option).replaceAll(/\s+/gu, " ").trim() })),
      blocks: [{ type: "buttons", buttons: [respond] }],
    },
  };
};
