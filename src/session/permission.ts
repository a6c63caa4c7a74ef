/**
 * The one table of who may ask what of a session, when, and how a person gives it. It refuses
 * commands; the controls, their buttons and questions, and what a word in the thread does are
 * derived from it; and it is what the property test walks.
 */
import { present } from "../text/present.ts";
import type { Asker, CommandType } from "./command.ts";
import type { Refusal } from "./refusal.ts";
import { deciderOf, isObserver, mayRespond } from "./roles.ts";
import type { Session, SessionState } from "./session.ts";

/** `asked`: whoever is asked, which is everybody where nobody in particular is. */
export type Role = "asked" | "facilitator" | "decider" | "owner" | "clock";

/** By one press, by a press that is asked back whether one is sure, or in a form of its own. */
type Given = "at-once" | "once-sure" | "in-form";

type Rule = {
  readonly in: readonly SessionState[];
  readonly by: readonly Role[];
  /** What must have been planned when the session began. */
  readonly needs?: "discussion" | "own-content" | "open-options" | "decision";
  /** What it is refused with in another state. */
  readonly outside?: "round-over" | "options-settled";
  /**
   * How a facilitator gives it, and the verb on its button, which must stay as it is for the
   * buttons that are posted already. A response, given in its activity's form, and what only
   * the clock gives are no controls.
   */
  readonly control?: { readonly given: Given; readonly verb: string };
  readonly because: string;
};

const before = ["collecting", "ended", "discussing"] as const;

/** The states from which no round follows any more. */
export const over: readonly SessionState[] = ["revealed", "closed", "cancelled"];

const table = {
  respond: {
    in: ["collecting"],
    by: ["asked"],
    outside: "round-over",
    because: "a response counts only while its round is open",
  },
  "add-option": {
    in: ["collecting"],
    by: ["asked"],
    needs: "open-options",
    outside: "options-settled",
    because: "everyone chooses from the same options, so none is added once a round was over",
  },
  "end-round": {
    in: ["collecting"],
    by: ["facilitator", "clock"],
    control: { given: "at-once", verb: "end-round" },
    because: "an open round ends by hand or at its deadline",
  },
  reopen: {
    in: ["ended"],
    by: ["facilitator"],
    control: { given: "at-once", verb: "reopen" },
    because: "an end by mistake, or with too few responses, is taken back while nothing was shown",
  },
  extend: {
    in: ["collecting"],
    by: ["facilitator"],
    control: { given: "in-form", verb: "ask-extend" },
    because: "only an open round has an end to move",
  },
  mend: {
    in: ["collecting"],
    by: ["facilitator"],
    needs: "own-content",
    control: { given: "in-form", verb: "ask-mend" },
    because: "words change only while whoever answered the old ones may still change their answer",
  },
  discuss: {
    in: ["ended"],
    by: ["facilitator"],
    needs: "discussion",
    control: { given: "at-once", verb: "discuss" },
    because: "reasons are shown once nobody can still be swayed in that round",
  },
  "vote-again": {
    in: ["ended", "discussing"],
    by: ["facilitator"],
    control: { given: "at-once", verb: "vote-again" },
    because: "a new round needs the last one ended and nothing revealed",
  },
  reveal: {
    in: ["ended", "discussing"],
    by: ["facilitator"],
    control: { given: "once-sure", verb: "reveal" },
    because: "choices stay unseen while anyone may still respond",
  },
  "record-decision": {
    in: ["revealed", "closed"],
    by: ["decider"],
    control: { given: "in-form", verb: "ask-decision" },
    because: "a decision rests on what was revealed, and may be corrected",
  },
  "request-review": {
    in: ["closed"],
    by: ["clock"],
    needs: "decision",
    because: "a decision is looked back on when it was planned",
  },
  "tell-reviews": {
    in: ["closed"],
    by: ["clock"],
    needs: "decision",
    because: "a channel hears of its open reviews once a month",
  },
  review: {
    in: ["closed"],
    by: ["facilitator", "owner"],
    needs: "decision",
    control: { given: "in-form", verb: "ask-review" },
    because: "whoever sees to it knows best what came of it",
  },
  close: {
    in: ["revealed"],
    by: ["facilitator"],
    control: { given: "once-sure", verb: "close" },
    because: "what was not revealed is cancelled, not closed",
  },
  "set-reminder": {
    in: ["collecting"],
    by: ["facilitator"],
    control: { given: "in-form", verb: "ask-reminder" },
    because: "only an open round waits for anyone",
  },
  remind: {
    in: ["collecting"],
    by: ["clock"],
    because: "people are reminded when it was planned, not on a whim",
  },
  "add-facilitator": {
    in: [...before, "revealed"],
    by: ["facilitator"],
    control: { given: "in-form", verb: "ask-add-facilitator" },
    because: "a session that is over needs no one to lead it",
  },
  cancel: {
    in: before,
    by: ["facilitator", "clock"],
    control: { given: "once-sure", verb: "cancel" },
    because: "what was revealed can't be taken back: it is closed; what nobody can see goes by itself",
  },
} as const satisfies Readonly<Record<CommandType, Rule>>;

export const permission: Readonly<Record<CommandType, Rule>> = table;

export const commandTypes = Object.keys(permission) as readonly CommandType[];

type Table = typeof table;
type GivenBy<How extends Given> = {
  [Type in CommandType]: Table[Type] extends { readonly control: { readonly given: How } } ? Type : never;
}[CommandType];

export type SureCommand = GivenBy<"once-sure">;
/** What takes effect with the press, or with the answer that one is sure. */
export type PressedCommand = GivenBy<"at-once"> | SureCommand;
/** What a form is needed for. */
export type FormCommandType = GivenBy<"in-form">;
export type ControlCommand = PressedCommand | FormCommandType;
export type ControlVerb = Table[ControlCommand]["control"]["verb"];

export const isControl = (command: CommandType): command is ControlCommand => permission[command].control !== undefined;
export const needsForm = (command: ControlCommand): command is FormCommandType =>
  table[command].control.given === "in-form";
export const asksBack = (command: ControlCommand): command is SureCommand =>
  table[command].control.given === "once-sure";

export const controls = commandTypes.filter(isControl);

/** Everything that one word can ask for, as it needs no form. */
export const pressedCommands = controls.filter((command): command is PressedCommand => !needsForm(command));

export const verbOf = (command: ControlCommand): ControlVerb => table[command].control.verb;

/** The control behind a button. */
export const controlBehind = (verb: ControlVerb): ControlCommand => {
  const command = controls.find((one) => verbOf(one) === verb);
  if (command === undefined) throw new Error(`No control has the verb ${verb}`);
  return command;
};

/** Whether this person leads the session, and so sees its controls. */
export const leads = (session: Session, person: string): boolean => session.facilitators.includes(person);

/** Whether this person records the decision: whoever was named for it, else who leads. */
const decides = (session: Session, person: string): boolean => {
  const decider = deciderOf(session);
  return decider === undefined ? leads(session, person) : person === decider;
};

/** Whether there may be controls for this person. */
export const seesControls = (session: Session, person: string): boolean =>
  leads(session, person) || deciderOf(session) === person;

const holds = (session: Session, asker: Asker, role: Role): boolean => {
  switch (role) {
    case "asked":
      return asker.type === "person" && mayRespond(session, asker.person);
    case "facilitator":
      return asker.type === "person" && leads(session, asker.person);
    case "owner":
      return asker.type === "person" && session.decision?.owner === asker.person;
    case "decider":
      return asker.type === "person" && decides(session, asker.person);
    case "clock":
      return asker.type === "clock";
    default:
      return role satisfies never;
  }
};

/** A command, and the round it is meant for where it says so. */
type Wish = { readonly type: CommandType; readonly round?: number };

/** Why this asker may not give this command now; undefined when they may. */
export const refusalFor = (session: Session, { type, round }: Wish, asker: Asker): Refusal | undefined => {
  const rule = permission[type];
  const { state } = session;
  if (!rule.by.some((role) => holds(session, asker, role))) return refusalTo(session, type, asker);
  const lacking = lackingOf(session, rule.needs);
  // What this session never had isn't told of as if it were only too late.
  if (lacking !== undefined && rule.needs !== "discussion") return lacking;
  if (!rule.in.includes(state)) return refusalOutside(session, { type, ...present({ round }) });
  return lacking;
};

/** What the wrong one is told. */
const refusalTo = (session: Session, command: CommandType, asker: Asker): Refusal => {
  if (permission[command].by.includes("decider") && deciderOf(session) !== undefined) return { code: "not-decider" };
  const isAsked = permission[command].by.includes("asked");
  if (!isAsked) return { code: "not-facilitator", command };
  return asker.type === "person" && isObserver(session, asker.person) ? { code: "observing" } : { code: "not-asked" };
};

const refusalOutside = (session: Session, { type, round }: Wish): Refusal => {
  switch (permission[type].outside) {
    case "round-over":
      return { code: "round-over", round: round ?? session.round, open: null };
    case "options-settled":
      return { code: "options-settled" };
    case undefined:
      return { code: "wrong-state", command: type, state: session.state };
    default:
      return permission[type].outside satisfies never;
  }
};

/** What had to be planned when the session began, and was not. */
const lackingOf = ({ settings, activity, decision }: Session, needs: Rule["needs"]): Refusal | undefined => {
  switch (needs) {
    case "discussion":
      return settings.discussion ? undefined : { code: "no-discussion-planned" };
    case "own-content":
      return activity.pack === null ? undefined : { code: "not-mendable" };
    case "open-options":
      return settings.open ? undefined : { code: "no-options-taken" };
    case "decision":
      return decision === null ? { code: "no-decision" } : undefined;
    case undefined:
      return undefined;
    default:
      return needs satisfies never;
  }
};

/** The commands that this person may give now, in the order of the table. */
export const offered = (session: Session, person: string): readonly CommandType[] =>
  commandTypes.filter((type) => refusalFor(session, { type }, { type: "person", person }) === undefined);
