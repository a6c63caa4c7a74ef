/** The facilitator's verbs: buttons that act at once, and the forms behind the others. */
import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import type { SessionVerb } from "../cards/action.ts";
import type { Field, Form, FormToken } from "../cards/form.ts";
import { drawControls } from "../cards/session/controls-card.ts";
import { drawAllReasons } from "../cards/session/reveal-card.ts";
import { parseEnd } from "../commands/deadline.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import type { SessionEvent } from "../session/event.ts";
import {
  controlBehind,
  type FormCommandType,
  needsForm,
  type PressedCommand,
  refusalFor,
  seesControls,
} from "../session/permission.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Decision, Session } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import type { Made, MadeChange } from "../store/port/change.ts";
import { present } from "../text/present.ts";
import { askReason, takenBy, takesField } from "./against.ts";
import { applyCommand } from "./apply-command.ts";
import { type Asking, type Context, loadSessionFor, loadView, refuse } from "./context.ts";
import { expectFields } from "./expect.ts";
import { askMending } from "./mend.ts";
import { decisionFields, decisionOf } from "./record-decision.ts";
import { isKeptAs, type Repeat, repeatOf } from "./repeat.ts";
import { replacedBy, replacesField } from "./replace.ts";
import type { Origin, Reply } from "./request.ts";
import { askReview } from "./review.ts";

type Pressed = { readonly verb: SessionVerb; readonly session: string; readonly round: number };
/** What is asked here; the others in mend.ts and review.ts. */
type FacilitatorCommand = Exclude<FormCommandType, "mend" | "review">;
type SessionToken = Extract<FormToken, { type: FacilitatorCommand }>;

/** Acts on a button of a session's cards. */
export const pressOnSession = async (asking: Asking, pressed: Pressed): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, pressed.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const { verb } = pressed;
  if (verb === "controls") return showControls(asking, session);
  if (verb === "all-reasons") return showAllReasons(asking, session);
  const command = controlBehind(verb);
  if (command === "mend") return askMending(asking, session);
  if (command === "review") return askReview(asking, session);
  return needsForm(command) ? askOn(asking, session, command) : actAtOnce(asking, pressed, command);
};

const actAtOnce = async (asking: Asking, { session, round }: Pressed, type: PressedCommand): Promise<Reply> =>
  apply(asking, { session, intent: asking.origin.intent }, (current) => {
    const refusal = refusalFor(current, { type }, { type: "person", person: asking.origin.person });
    if (refusal) return refusal;
    if (current.round !== round) return { code: "wrong-state", command: type, state: current.state };
    return type === "end-round" ? { type, round } : { type };
  });

const apply = async (
  { context, origin, t }: Asking,
  meant: { readonly session: string; readonly intent: string; readonly compare?: (made: Made) => Promise<Repeat> },
  commandFor: (session: Session) => SessionCommand | Refusal,
): Promise<Reply> => {
  const asker = { type: "person", person: origin.person } as const;
  const request = { workspace: origin.workspace, asker, ...meant };
  const applied = await applyCommand(context, request, async (current) => commandFor(current));
  return applied.type === "refused" ? refuse(applied.refusal, t) : { type: "done" };
};

const showControls = async ({ context, origin, t }: Asking, session: Session): Promise<Reply> => {
  if (!seesControls(session, origin.person)) return refuse({ code: "not-facilitator", command: "end-round" }, t);
  const view = await loadView(context.store.in(origin.workspace), session, t);
  const undelivered = await context.store.listUndelivered(origin.workspace, session.id);
  return { type: "card", card: drawControls(view, origin.person, undelivered) };
};

const showAllReasons = async ({ context, origin, t }: Asking, session: Session): Promise<Reply> => {
  if (!maySeeChoices(session)) return refuse({ code: "not-found" }, t);
  return { type: "card", card: drawAllReasons(await loadView(context.store.in(origin.workspace), session, t)) };
};

const askOn = async ({ context, origin, t }: Asking, session: Session, type: FacilitatorCommand): Promise<Reply> => {
  const refusal = refusalFor(session, { type }, { type: "person", person: origin.person });
  if (refusal) return refuse(refusal, t);
  const { title, submit, fields: own } = questionsOf(session, type, t);
  const token = { type, nonce: context.ids.next(), session: session.id };
  const form = { token, title, intro: [], fields: own, submit, cancel: t.messages.session.responseForm.cancel };
  return { type: "form", form: type === "record-decision" ? await withAll(context, session, form, t) : form };
};

/** All that is asked of a decision beside itself. */
const withAll = async (context: Context, session: Session, form: Form, t: Translator): Promise<Form> => {
  const { expects, review } = session.decision ?? {};
  const fields = [
    ...form.fields,
    ...takesField(session, t),
    ...(await replacesField(context, session, t)),
    ...expectFields(session.decision, t),
  ];
  const isOpen = expects !== undefined || review !== undefined;
  return { ...form, fields, fold: { label: t.messages.reviews.fold, isOpen } };
};

type Questions = { readonly title: string; readonly submit: string; readonly fields: readonly Field[] };

const questionsOf = (session: Session, type: FacilitatorCommand, t: Translator): Questions => {
  const { extendForm, reminder, facilitatorForm, decision } = t.messages.session;
  switch (type) {
    case "extend": {
      const { title, submit, field: label, hint, first } = extendForm;
      return {
        ...(session.deadline === null ? first : { title, submit }),
        fields: [{ type: "text", id: "end", label, hint, required: true, multiline: false, lengthMax: 20 }],
      };
    }
    case "set-reminder": {
      const { formTitle: title, submit, field: label, hint } = reminder;
      return {
        title,
        submit,
        fields: [{ type: "text", id: "at", label, hint, required: true, multiline: false, lengthMax: 20 }],
      };
    }
    case "add-facilitator": {
      const { title, submit, field: label } = facilitatorForm;
      return { title, submit, fields: [{ type: "person", id: "person", label, required: true }] };
    }
    case "record-decision":
      return { title: decision.formTitle, submit: decision.save, fields: decisionFields(session, t) };
    default:
      return type satisfies never;
  }
};

const personId = z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/);

const extendValues = z.object({ end: z.string().max(200) });
const reminderValues = z.object({ at: z.string().max(200) });
const facilitatorValues = z.object({ person: personId });
/** Takes a form that a facilitator submitted. */
export const submitOnSession = async (asking: Asking, token: SessionToken, values: Draft): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, token.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const replaces = token.type === "record-decision" ? await replacedBy(context, session, values, t) : undefined;
  const taken = token.type === "record-decision" ? await takenBy(context, session, values, t) : undefined;
  const more = present({ replaces, ...taken?.decision });
  const commandAt = (now: number) => commandOf(token, values, { session, origin, now, more }, t);
  const command = commandAt(context.clock.now());
  if (command.type === "mistakes") return command;
  if (taken?.type === "missing") return { type: "mistakes", mistakes: { takes: t.messages.session.required } };
  if (taken?.type === "unreasoned") {
    const asked = await askOn(asking, session, "record-decision");
    return asked.type === "form" ? askReason(asked.form, values, taken.opposed, t) : asked;
  }
  // A span is counted from when it was sent first.
  const says = ({ said, at }: MadeChange): boolean => {
    const then = commandAt(at);
    return then.type !== "mistakes" && isKeptAs(eventOf(then), said);
  };
  const compare = async (made: Made): Promise<Repeat> => repeatOf(made, says);
  return apply(asking, { session: session.id, intent: token.nonce, compare }, () => command);
};

type MistakesReply = Extract<Reply, { type: "mistakes" }>;
type FormCommand = SessionCommand & { readonly type: FacilitatorCommand };

/** What the command leads to where it isn't refused. */
const eventOf = (command: FormCommand): SessionEvent => {
  switch (command.type) {
    case "extend":
      return { type: "deadline-moved", deadline: command.deadline };
    case "set-reminder":
      return { type: "reminder-set", at: command.at };
    case "add-facilitator":
      return { type: "facilitator-added", person: command.person };
    case "record-decision":
      return { type: "decision-recorded", decision: command.decision };
    default:
      return command satisfies never;
  }
};

const commandOf = (
  token: SessionToken,
  values: Draft,
  given: {
    readonly session: Session;
    readonly origin: Origin;
    readonly now: number;
    readonly more: Pick<Decision, "replaces" | "takes" | "against">;
  },
  t: Translator,
): FormCommand | MistakesReply => {
  const { origin, now } = given;
  const mistake = (field: string, sentence: string): MistakesReply => ({
    type: "mistakes",
    mistakes: { [field]: sentence },
  });
  switch (token.type) {
    case "extend": {
      const parsed = extendValues.safeParse(values);
      const end = parsed.success ? parseEnd(parsed.data.end, origin.zone, now) : undefined;
      return end === undefined
        ? mistake("end", t.messages.commands.badEnd)
        : { type: "extend", deadline: end.deadline };
    }
    case "set-reminder": {
      const parsed = reminderValues.safeParse(values);
      const at = parsed.success ? parseEnd(parsed.data.at, origin.zone, now) : undefined;
      return at === undefined ? mistake("at", t.messages.commands.badEnd) : { type: "set-reminder", at: at.deadline };
    }
    case "add-facilitator": {
      const parsed = facilitatorValues.safeParse(values);
      if (!parsed.success) return mistake("person", t.messages.session.required);
      return { type: "add-facilitator", person: parsed.data.person };
    }
    case "record-decision":
      return decisionOf(given.session, values, given, t);
    default:
      return token satisfies never;
  }
};
