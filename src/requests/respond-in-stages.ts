/** Takes the steps of an answer that is given step by step; the last one makes the whole. */
import type { Draft } from "../activities/asking.ts";
import { openFrozen } from "../activities/kinds.ts";
import { isOpen } from "../session/decide.ts";
import type { Session } from "../session/session.ts";
import { type Asking, loadSessionFor, refuse } from "./context.ts";
import { participantFor } from "./participant.ts";
import type { Reply } from "./request.ts";
import { drawStage, type Opened, type ResponseToken } from "./response-form.ts";
import {
  type Answerer,
  backStep,
  filledIn,
  keepStage,
  type Stage,
  stageOf,
  stepBeside,
  unsoundStep,
} from "./stages.ts";
import { loadStanding } from "./standing-response.ts";
import { refuseLate } from "./too-late.ts";

/** Whose answer it is, what it is drawn for, and what is kept of it, at the step that was asked. */
type Begun = { readonly answerer: Answerer; readonly opened: Opened; readonly stage: Stage };

/** Undefined where nobody can answer any more, or not in such a step. */
const beginAt = async (
  { context, origin, t }: Asking,
  session: Session,
  { step = "", round }: ResponseToken,
): Promise<Begun | undefined> => {
  const store = context.store.in(origin.workspace);
  const participant = await participantFor(session, origin.person, store);
  const activity = openFrozen(session.activity);
  if (participant === undefined || session.round !== round || activity.stepping?.ids.includes(step) !== true)
    return undefined;
  const answerer = { store, session, participant };
  // Also what the same form has led to already, so that the last step sent twice says the same.
  const standing = await loadStanding(store, session, participant);
  const kept = await stageOf(answerer, activity, standing === undefined ? {} : activity.draftOf(standing.answer));
  return kept && { answerer, opened: { session, activity, standing, t }, stage: { ...kept, step } };
};

type Refilled = { readonly values: Draft; readonly pressed: string | undefined };

/** Keeps what is filled in of this step, and asks it again or the one before. */
export const askStageAgain = async (
  asking: Asking,
  session: Session,
  token: ResponseToken,
  { values, pressed }: Refilled,
): Promise<Reply> => {
  const { context, t } = asking;
  const begun = await beginAt(asking, session, token);
  if (begun === undefined) return refuse({ code: "bad-request" }, t);
  const { answerer, opened, stage } = begun;
  const back = pressed === backStep ? stepBeside(opened.activity, stage.step, -1) : undefined;
  const next = { step: back ?? stage.step, draft: filledIn(opened.activity, stage, values, t) };
  if (!(await keepStage(answerer, next, context.clock.now())))
    return refuseLate(asking, session, { ...token, type: "submitted" });
  return drawStage(opened, token, next, pressed);
};

/** `finish` takes the whole answer, once nothing is missing. */
export const respondStage = async (
  asking: Asking,
  token: ResponseToken,
  values: Draft,
  finish: (draft: Draft) => Promise<Reply>,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const session = await loadSessionFor(context, origin, token.session);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const now = context.clock.now();
  const begun = await beginAt(asking, session, token);
  if (begun === undefined) return refuseLate(asking, session, { ...token, type: "submitted" });
  const { answerer, opened, stage } = begun;
  const { activity } = opened;
  const draft = filledIn(activity, stage, values, t);
  const mistakes = activity.stepping?.mistakesIn(stage.step, draft, t) ?? {};
  if (Object.keys(mistakes).length > 0) return { type: "mistakes", mistakes };
  const next = stepBeside(activity, stage.step, 1) ?? unsoundStep(activity, draft, t);
  if (next === undefined) {
    const reply = await finish(draft);
    if (reply.type === "card") await answerer.store.dropDraft(session.id, answerer.participant);
    return reply;
  }
  const kept = isOpen(session, now) && (await keepStage(answerer, { step: next, draft }, now));
  if (!kept) return refuseLate(asking, session, { ...token, type: "submitted" });
  return drawStage(opened, token, { step: next, draft });
};
