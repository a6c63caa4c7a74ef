/**
 * Responding: the form, filled with what the person said before, and what becomes of its
 * submission.
 */

import type { Draft, OpenActivity, Questions } from "../activities/activity.ts";
import { openFrozen } from "../activities/kinds.ts";
import type { Block } from "../cards/card.ts";
import type { Form, FormToken } from "../cards/form.ts";
import { stayButton } from "../cards/session/ballot-card.ts";
import type { Translator } from "../i18n/translator.ts";
import type { SessionCommand } from "../session/command.ts";
import { isOpen } from "../session/decide.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Session } from "../session/session.ts";
import type { StandingResponse } from "../session/standing.ts";
import { maySeeChoices } from "../session/visibility.ts";
import type { Made, WorkspaceStore } from "../store/store.ts";
import { words } from "../text/text.ts";
import { applyCommand } from "./apply-command.ts";
import { type Asking, type Context, loadSessionFor, refuse } from "./context.ts";
import { participantFor } from "./participant.ts";
import { isKeptAs, type Repeat, repeatOf } from "./repeat.ts";
import type { Origin, Reply } from "./request.ts";
import { loadStanding } from "./standing-response.ts";
import { refuseLate } from "./too-late.ts";

type AskedRound = { readonly session: string; readonly round: number; readonly option?: string };

/** The response form for this person, or the refusal when the round is over. */
export const askResponse = async (asking: Asking, asked: AskedRound): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, asked.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const store = context.store.in(origin.workspace);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  const participant = await participantFor(session, origin.person, store);
  if (open !== asked.round || participant === undefined)
    return refuseLate(asking, session, { type: "pressed", round: asked.round });
  const activity = openFrozen(session.activity);
  const standing = await loadStanding(store, session, participant);
  const seen = standing?.kept === false ? standing.revision : 0;
  const { option } = asked;
  const before: Draft = standing === undefined ? {} : activity.draftOf(standing.answer);
  const draft = option === undefined ? before : activity.pressed(option, before, t);
  const token = {
    type: "respond",
    nonce: context.ids.next(),
    session: session.id,
    round: session.round,
    seen,
  } as const;
  if (option !== undefined && activity.isOnePress(option))
    return respond(asking, token, activity.pressed(option, {}, t));
  const questions = activity.form(draft, t, { earlier: standing?.answer });
  return { type: "form", form: drawForm({ session, activity, standing, t }, token, questions) };
};

type Token = FormToken & { readonly type: "respond" };

/** What a form is drawn for: `standing` is what its participant stands by. */
type Opened = {
  readonly session: Session;
  readonly activity: OpenActivity;
  readonly standing: StandingResponse | undefined;
  readonly t: Translator;
};

const drawForm = (opened: Opened, token: Token, { intro = [], ...questions }: Questions): Form => {
  const say = opened.t.messages.session.responseForm;
  return {
    token,
    title: say.title({ round: opened.session.round }),
    intro: [...introOf(opened), ...intro],
    ...questions,
    submit: token.seen === 0 ? say.submit : say.change,
    cancel: say.cancel,
  };
};

/**
 * The same form again for what is filled in now; `pressed` is the step that was pressed, if one
 * was. Nothing is kept.
 */
export const askAgain = async (
  asking: Asking,
  token: Token,
  values: Draft,
  pressed: string | undefined,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, token.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const open = isOpen(session, context.clock.now()) ? session.round : null;
  if (open !== token.round) return refuseLate(asking, session, { ...token, type: "submitted" });
  const activity = openFrozen(session.activity);
  const standing = await standingBehind(context, origin, token, session);
  const questions = activity.form(values, t, { pressed, earlier: standing?.answer });
  return { type: "form", form: drawForm({ session, activity, standing, t }, token, questions) };
};

/**
 * What the person who fills in the form stands by; nothing is looked up where there can be nothing.
 */
const standingBehind = async (
  context: Context,
  { workspace, person }: Origin,
  { round, seen }: Token,
  session: Session,
): Promise<StandingResponse | undefined> => {
  if (round === 1 && seen === 0) return undefined;
  const store = context.store.in(workspace);
  const participant = await participantFor(session, person, store);
  return participant === undefined ? undefined : loadStanding(store, { ...session, round }, participant);
};

/** Says before the submission who will see it. */
const introOf = ({ session, activity, standing, t }: Opened): readonly Block[] => {
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
    ...(standing?.kept === true ? stayBlocks(session, standing, activity.inShort(standing.answer, t), t) : []),
  ];
};

/** What counts unless the person says otherwise, and one press to say that it does. */
const stayBlocks = (
  session: Session,
  { round }: StandingResponse,
  inShort: string | undefined,
  t: Translator,
): readonly Block[] => [
  { type: "paragraph", text: words(t.messages.session.standing.own({ round, inShort })) },
  { type: "buttons", buttons: [stayButton(session, t)] },
];

/**
 * Takes a submitted response: a confirmation for the person alone, mistakes at their fields, or the
 * refusal.
 */
export const respond = async (asking: Asking, token: Token, values: Draft): Promise<Reply> => {
  const { context, origin, t } = asking;
  const recalled = await context.store.in(origin.workspace).recallSession(token.session);
  if (recalled?.channel !== origin.channel) return refuse({ code: "not-found" }, t);
  const activity = openFrozen(recalled.activity);
  const earlier = await standingBehind(context, origin, token, recalled);
  const checked = activity.check(values, t, earlier?.answer);
  if (checked.type === "mistakes") return checked;
  const { round, seen, nonce } = token;
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
    // The first try takes it that nothing changed since the form was opened; the commit finds out.
    const current = session === recalled ? seen : await revisionOf(store, session.id, round, participant);
    // A form sent again with another answer corrects what it was sent with before, and nothing
    // else.
    const corrected = before?.revision ?? seen;
    return { type: "respond", round, participant, seen: corrected, current, answer: checked.answer };
  };
  const applied = await applyCommand(context, request, commandFor, recalled);
  if (applied.type === "refused") return refuseResponse(asking, recalled, token, applied.refusal);
  return confirm(token, activity.confirmation(checked.answer, t), applied.corrected, t);
};

const refuseResponse = async (
  asking: Asking,
  recalled: Session,
  { round, seen }: Token,
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

/**
 * Where nobody knows any more which response the form led to, one that is kept as it says stands
 * for it: the person's own, or, once an anonymous session's key is gone, anybody's of the round
 * that everybody is shown. Of any other, sending answers would find out what others said.
 */
const compareAnswer = async (
  made: Made,
  store: WorkspaceStore,
  person: string,
  { session: id, round }: Token,
  answer: unknown,
): Promise<Repeat> => {
  if (made.changes.length > 0) return repeatOf(made, ({ said }) => isKeptAs(answer, said));
  const session = await store.loadSession(id);
  if (session === undefined) return "unknown";
  const participant = await participantFor(session, person, store);
  if (participant !== undefined) {
    const response = await store.loadResponse(id, round, participant);
    return response !== undefined && isKeptAs(answer, response.answer) ? "same" : "unknown";
  }
  if (!maySeeChoices(session) || round !== session.round) return "unknown";
  const responses = await store.loadResponses(id);
  return responses.some((one) => one.round === round && isKeptAs(answer, one.answer)) ? "same" : "unknown";
};

const revisionOf = async (
  store: WorkspaceStore,
  session: string,
  round: number,
  participant: string,
): Promise<number> => (await store.loadResponse(session, round, participant))?.revision ?? 0;

/** The same however often it is told, also after the end; its button says then what stands. */
const confirm = (token: Token, blocks: readonly Block[], corrected: boolean, t: Translator): Reply => {
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
