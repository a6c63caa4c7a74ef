/**
 * The facilitator's controls, and the advice after a round: shown to facilitators alone, drawn from
 * the permission table.
 */
import type { Undelivered } from "../../session/card-slot.ts";
import { hasQuorum } from "../../session/decide.ts";
import {
  asksBack,
  type ControlCommand,
  isControl,
  leads,
  offered,
  type SureCommand,
} from "../../session/permission.ts";
import { maySeeChoices } from "../../session/visibility.ts";
import { plain, time, words } from "../../text/text.ts";
import { actionFor } from "../action.ts";
import type { Block, Button, Card } from "../card.ts";
import { type Advised, adviseAfterRound } from "./advise.ts";
import { rollText } from "./ballot-card.ts";
import { type SessionView, standingOf } from "./session-view.ts";
import { stateText } from "./state-text.ts";

export const drawControls = (view: SessionView, person: string, undelivered: readonly Undelivered[]): Card => {
  const { session, t } = view;
  const say = t.messages.session;
  const advised = adviseOn(view, person);
  const buttons = offered(session, person)
    .filter(isControl)
    .filter((command) => command !== "mend" || view.activity.mending !== undefined)
    .map((command) => drawControl(view, command, command === advised.command));
  const isLead = leads(session, person);
  const all = isLead ? [...buttons, ...amendButton(view), ...repeatButton(view)] : buttons;
  return {
    title: words(isLead ? say.controls.title : t.messages.roles.deciderTitle),
    blocks: [
      { type: "note", text: words(isLead ? say.controls.onlyYou : t.messages.roles.deciderOnly) },
      { type: "paragraph", text: words(stateText(session, t)) },
      ...(isLead ? [...reminderOf(view), ...adviceOf(view, advised)] : []),
      ...(undelivered.length === 0
        ? []
        : [{ type: "paragraph", text: words(say.controls.undelivered({ count: undelivered.length })) } as const]),
      ...(buttons.length === 0 ? [{ type: "note", text: words(say.controls.over) } as const] : []),
      ...(all.length === 0 ? [] : [{ type: "buttons", buttons: all } as const]),
    ],
  };
};

/** Asks a proposal again in other words, once its answers are known. */
const amendButton = ({ session, activity, t }: SessionView): readonly Button[] =>
  maySeeChoices(session) && activity.amending !== undefined
    ? [{ label: t.messages.methods.consent.amend, action: { type: "ask-amend", session: session.id } }]
    : [];

/** Runs it again on the same thing, once its answers are known. */
const repeatButton = ({ session, activity, t }: SessionView): readonly Button[] =>
  maySeeChoices(session) && activity.again !== undefined
    ? [{ label: t.messages.assessment.againButton, action: { type: "ask-repeat", session: session.id } }]
    : [];

/** When people are reminded, and whether that was done. */
const reminderOf = ({ session, t }: SessionView): readonly Block[] => {
  const say = t.messages.session.reminder;
  const { at, sent } = session.reminder;
  return [
    ...(at === null ? [] : [{ type: "note", text: [plain(`${say.planned}: `), time(at)] } as const]),
    ...(sent === 0 ? [] : [{ type: "note", text: words(say.sent({ count: sent })) } as const]),
  ];
};

/** Who has responded, and what to do next. */
const adviceOf = (view: SessionView, { sentence }: Advised): readonly Block[] => {
  const { state, round } = view.session;
  if (state !== "ended" && state !== "discussing") return [];
  const roll = { type: "paragraph", text: rollText(view, round) } as const;
  return sentence === undefined ? [roll] : [roll, { type: "paragraph", text: words(sentence) }];
};

/**
 * The one control that is filled: what the state asks for, and after a round what the advice says.
 */
const adviseOn = (view: SessionView, person: string): Advised => {
  const { session } = view;
  switch (session.state) {
    case "collecting":
      return { command: "end-round" };
    case "ended":
      return adviseAfterRound(view, person);
    // Whoever discusses votes again: the reasons are there for that.
    case "discussing":
      return { command: "vote-again" };
    case "revealed":
      return { command: "record-decision" };
    case "closed":
    case "cancelled":
      return {};
    default:
      return session.state satisfies never;
  }
};

const drawControl = (view: SessionView, command: ControlCommand, advised: boolean): Button => {
  const { session, t } = view;
  const say = t.messages.session.controls;
  const question = asksBack(command) ? questionOf(view, command) : undefined;
  const label = labelOf(view, command);
  return {
    label,
    action: actionFor(command, session.id, session.round),
    style: advised ? "primary" : command === "cancel" ? "danger" : undefined,
    confirm:
      question === undefined ? undefined : { question, yes: label, no: command === "cancel" ? say.keep : say.cancel },
  };
};

const labelOf = (view: SessionView, command: ControlCommand): string => {
  const { session, t } = view;
  const say = t.messages.session.controls;
  if (command === "reveal" && !hasQuorum(session, standingOf(view, session.round).length))
    return t.messages.session.quorum.reveal;
  if (command === "record-decision" && session.decision !== null) return say.amendDecision;
  return command === "extend" && session.deadline === null ? say.setDeadline : say.verbs[command];
};

const questionOf = (view: SessionView, command: SureCommand): string => {
  const say = view.t.messages.session.controls;
  switch (command) {
    case "reveal":
      return view.activity.asked(view.t).revealQuestion;
    case "cancel":
      return say.cancelQuestion;
    case "close":
      return say.closeQuestion;
    default:
      return command satisfies never;
  }
};
