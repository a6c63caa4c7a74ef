/** Which request takes what a person said, pressed or submitted. All of it is untrusted. */
import { z } from "zod";
import { parseAction } from "../cards/action.ts";
import { parseFormToken } from "../cards/forms/form-token.ts";
import { parseCommandLine } from "../commands/command-line.ts";
import { askOption, submitOption } from "./add-option.ts";
import { readable, readableRefusal } from "./called-people.ts";
import { type Asking, refuse } from "./context.ts";
import { pressOnSession, submitOnSession } from "./facilitate.ts";
import {
  askSchedule,
  drawPlanForm,
  pressOnSchedule,
  runScheduleLine,
  submitSchedule,
  takeOffer,
} from "./keep-schedule.ts";
import { learn } from "./learn.ts";
import { askFind, askHistory, find, openRecord, showHistory, submitFind, submitHistory } from "./look-up.ts";
import { redrawMending, submitMending } from "./mend.ts";
import { askCompletion, askToRepeat, repeatByLine } from "./repeat-setup.ts";
import type { Reply } from "./request.ts";
import { askAgain, askResponse, respond } from "./respond.ts";
import { submitReview } from "./review.ts";
import { runScheduledQuestion } from "./schedule-question.ts";
import { askAmendment, askSetup, redrawSetup, runSetup, submitSetup } from "./set-up.ts";
import { askSettings, submitSettings } from "./settings.ts";
import { showCard } from "./show-card.ts";
import { askStart, redrawStart, startByLine, submitStart } from "./start-session.ts";
import { forgetCalibration } from "./stats.ts";
import { stay } from "./stay.ts";
import { askExport, submitExport } from "./take-along.ts";

/** What is said behind the command, by the command that it is. */
export const runCommand = async (asking: Asking, words: string): Promise<Reply> => {
  const { context, origin, t } = asking;
  const parse = (line: string) => parseCommandLine(line, origin.zone, context.clock.now());
  const first = parse(words);
  if (first.type === "refused") return refuse(await readableRefusal(asking, first.refusal), t);
  const namesPeople = first.command.type === "start" || first.command.type === "set-up";
  // Where nobody is asked by id, names are words like others.
  const parsed = namesPeople ? first : parse(await readable(asking, words));
  if (parsed.type === "refused") return refuse(parsed.refusal, t);
  const { command } = parsed;
  if (command.type === "start")
    return askCompletion(asking, command.activity) ?? startByLine(asking, command.activity, command.options);
  if (command.type === "set-up") {
    const spoken = { ...command, words: await readable(asking, command.words) };
    return (await repeatByLine(asking, spoken)) ?? runSetup(asking, spoken);
  }
  if (command.type === "ask-start") return askStart(asking, undefined);
  if (command.type === "learn") return learn(asking, command);
  if (command.type === "ask-schedule") return askSchedule(asking, undefined);
  if (command.type === "schedule") return runScheduleLine(asking, command.words);
  if (command.type === "schedule-set-up") return runScheduledQuestion(asking, command.setup, command.line);
  if (command.type === "find") return find(asking, command.words);
  if (command.type === "export") return askExport(asking, undefined);
  if (command.type === "me" && command.forget) return forgetCalibration(asking);
  return showCard(asking, command.type);
};

/** A pressed button, by the action that it carries; anything else is refused. */
export const press = async (asking: Asking, pressed: unknown): Promise<Reply> => {
  const { t } = asking;
  const action = parseAction(pressed);
  switch (action?.type) {
    case undefined:
      return refuse({ code: "bad-request" }, t);
    case "ask-response":
      return askResponse(asking, action);
    case "ask-option":
      return askOption(asking, action);
    case "stay":
      return stay(asking, action);
    case "on-session":
      return pressOnSession(asking, action);
    case "ask-start":
      return askCompletion(asking, action.activity) ?? askStart(asking, action.activity);
    case "ask-set-up":
      return askSetup(asking, action.setup);
    case "ask-amend":
      return askAmendment(asking, action.session);
    case "ask-repeat":
      return askToRepeat(asking, action.session);
    case "learn":
      return learn(asking, { ...action, language: null });
    case "ask-schedule":
      return askSchedule(asking, action.schedule);
    case "on-schedule":
      return pressOnSchedule(asking, action);
    case "take-offer":
      return takeOffer(asking);
    case "show":
      return showCard(asking, action.what);
    case "forget-figures":
      return forgetCalibration(asking);
    case "ask-settings":
      return askSettings(asking, action.scope);
    case "ask-find":
      return askFind(asking);
    case "ask-history":
      return askHistory(asking);
    case "history":
      return showHistory(asking, action);
    case "ask-export":
      return askExport(asking, action.session);
    case "open-record":
      return openRecord(asking, action.session);
    default:
      return action satisfies never;
  }
};

const draftOf = z.record(z.string(), z.unknown());

/** A submitted form, by its token, whose nonce is what the person meant. */
export const submit = async ({ context, t, origin }: Asking, about: unknown, values: unknown): Promise<Reply> => {
  const token = parseFormToken(about);
  const draft = draftOf.safeParse(values);
  if (token === undefined || !draft.success) return refuse({ code: "bad-request" }, t);
  const asking = { context, t, origin: { ...origin, intent: token.nonce } };
  switch (token.type) {
    case "start":
      return submitStart(asking, token, draft.data);
    case "set-up":
      return submitSetup(asking, token, draft.data);
    case "respond":
      return respond(asking, token, draft.data);
    case "settings":
      return submitSettings(asking, token, draft.data);
    case "review":
      return submitReview(asking, token, draft.data);
    case "find":
      return submitFind(asking, draft.data);
    case "history":
      return submitHistory(asking, draft.data);
    case "mend":
      return submitMending(asking, token, draft.data);
    case "add-option":
      return submitOption(asking, token, draft.data);
    case "export":
      return submitExport(asking, token, draft.data);
    case "schedule":
      return submitSchedule(asking, token, draft.data);
    case "extend":
    case "set-reminder":
    case "add-facilitator":
    case "record-decision":
      return submitOnSession(asking, token, draft.data);
    default:
      return token satisfies never;
  }
};

const stepOf = z.string().max(64).nullish();

/** A form that is asked again, as a field of it changed or a step was pressed. */
export const redraw = async (asking: Asking, about: unknown, values: unknown, pressed: unknown): Promise<Reply> => {
  const { context, t } = asking;
  const token = parseFormToken(about);
  const draft = draftOf.safeParse(values);
  const step = stepOf.safeParse(pressed);
  if (!draft.success || !step.success) return refuse({ code: "bad-request" }, t);
  if (token?.type === "start")
    return redrawStart(asking, token, { values: draft.data, pressed: step.data ?? undefined });
  if (token?.type === "schedule")
    return {
      type: "form",
      form: drawPlanForm(context, token, { draft: draft.data, t, pressed: step.data ?? undefined }),
    };
  if (token?.type === "set-up")
    return redrawSetup(asking, token, { values: draft.data, pressed: step.data ?? undefined });
  if (token?.type === "mend") return redrawMending(asking, token, draft.data);
  if (token?.type !== "respond") return refuse({ code: "bad-request" }, t);
  return askAgain(asking, token, draft.data, step.data ?? undefined);
};
