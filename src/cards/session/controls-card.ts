/** The facilitator's controls, and the advice after a round: shown to facilitators alone, drawn from the permission table. */
import { bandOf } from "../../analysis/advice.ts";
import type { SessionMessages } from "../../i18n/messages/session.ts";
import type { CommandType } from "../../session/command.ts";
import { offered } from "../../session/permission.ts";
import { groupMin } from "../../session/visibility.ts";
import type { Trouble } from "../../store/store.ts";
import { plain, time, words } from "../../text/text.ts";
import type { SessionVerb } from "../action.ts";
import type { Block, Button, Card } from "../card.ts";
import { rollText } from "./ballot-card.ts";
import { responsesOf, type SessionView } from "./session-view.ts";

type ControlType = Exclude<CommandType, "respond" | "remind">;

const verbOf: Readonly<Record<ControlType, SessionVerb>> = {
  "end-round": "end-round",
  extend: "ask-extend",
  "set-reminder": "ask-reminder",
  discuss: "discuss",
  "vote-again": "vote-again",
  reveal: "reveal",
  "record-decision": "ask-decision",
  close: "close",
  "add-facilitator": "ask-add-facilitator",
  cancel: "cancel",
};

export const drawControls = (view: SessionView, person: string, troubles: readonly Trouble[]): Card => {
  const { session, t } = view;
  const say = t.messages.session;
  const buttons = offered(session, person)
    .filter((command) => command !== "respond" && command !== "remind")
    .map((command) => drawControl(view, command));
  return {
    title: words(say.controls.title),
    blocks: [
      { type: "note", text: words(say.controls.onlyYou) },
      { type: "paragraph", text: words(`${say.round({ round: session.round })} · ${say.state[session.state]}`) },
      ...reminderOf(view),
      ...adviceOf(view),
      ...(troubles.length === 0
        ? []
        : [{ type: "paragraph", text: words(say.controls.troubles({ count: troubles.length })) } as const]),
      ...(buttons.length === 0
        ? [{ type: "note", text: words(say.controls.over) } as const]
        : [{ type: "buttons", buttons } as const]),
    ],
  };
};

/** When people are reminded, and whether that was done. */
const reminderOf = ({ session, t }: SessionView): readonly Block[] => {
  const say = t.messages.session.reminder;
  const { at, sent } = session.reminder;
  return [
    ...(at === null ? [] : [{ type: "note", text: [plain(`${say.planned}: `), time(at)] } as const]),
    ...(sent === 0 ? [] : [{ type: "note", text: words(say.sent({ count: sent })) } as const]),
  ];
};

/** The advice rests on a band, never a figure: the facilitator, too, sees no counts by option before the reveal. */
const adviceOf = (view: SessionView): readonly Block[] => {
  const { session, activity, t } = view;
  if (session.state !== "ended") return [];
  const say = t.messages.session.controls;
  const responses = responsesOf(view, session.round);
  return [
    { type: "paragraph", text: rollText(view, session.round) },
    { type: "paragraph", text: words(adviceText(activity.shareOnRecommendation(responses), responses.length, say)) },
  ];
};

const adviceText = (share: number | undefined, count: number, say: SessionMessages["controls"]): string => {
  if (share === undefined) return say.noAdvice;
  return count < groupMin ? say.tooFewToAdvise : say.advice[bandOf(share)];
};

const primary: Partial<Record<ControlType, true>> = { "end-round": true, reveal: true, "record-decision": true };

const drawControl = (view: SessionView, command: ControlType): Button => {
  const { session, t } = view;
  const say = t.messages.session.controls;
  const amending = command === "record-decision" && session.decision !== null;
  const question = questionOf(view, command);
  const label = labelOf(view, command);
  return {
    label,
    action: { type: "on-session", verb: verbOf[command], session: session.id, round: session.round },
    ...(primary[command] && !amending ? { style: "primary" } : command === "cancel" ? { style: "danger" } : {}),
    ...(question === undefined
      ? {}
      : { confirm: { question, yes: label, no: command === "cancel" ? say.keep : say.cancel } }),
  };
};

const labelOf = ({ session, t }: SessionView, command: ControlType): string => {
  const say = t.messages.session.controls;
  if (command === "record-decision" && session.decision !== null) return say.amendDecision;
  return command === "extend" && session.deadline === null ? say.setDeadline : say.verbs[command];
};

const questionOf = (view: SessionView, command: ControlType): string | undefined => {
  const say = view.t.messages.session.controls;
  if (command === "reveal") return say.revealQuestion;
  if (command === "cancel") return say.cancelQuestion;
  return command === "close" ? say.closeQuestion : undefined;
};
