/**
 * The one table of who may ask what of a session, and when. It refuses commands, decides which
 * controls are drawn, and is what the property test walks.
 */
import type { Asker, CommandType, SessionCommand } from "./command.ts";
import type { Refusal } from "./refusal.ts";
import type { Session, SessionState } from "./session.ts";

type Rule = {
  readonly in: readonly SessionState[];
  readonly by: "anyone" | "facilitator" | "facilitator or clock" | "clock";
  readonly because: string;
};

const before = ["collecting", "ended", "discussing"] as const;

/** The states from which no round follows any more. */
export const over: readonly SessionState[] = ["revealed", "closed", "cancelled"];

export const permission: Readonly<Record<CommandType, Rule>> = {
  respond: { in: ["collecting"], by: "anyone", because: "a response counts only while its round is open" },
  "end-round": {
    in: ["collecting"],
    by: "facilitator or clock",
    because: "an open round ends by hand or at its deadline",
  },
  extend: { in: ["collecting"], by: "facilitator", because: "only an open round has an end to move" },
  discuss: {
    in: ["ended"],
    by: "facilitator",
    because: "reasons are shown once nobody can still be swayed in that round",
  },
  "vote-again": {
    in: ["ended", "discussing"],
    by: "facilitator",
    because: "a new round needs the last one ended and nothing revealed",
  },
  reveal: {
    in: ["ended", "discussing"],
    by: "facilitator",
    because: "choices stay unseen while anyone may still respond",
  },
  "record-decision": {
    in: ["revealed", "closed"],
    by: "facilitator",
    because: "a decision rests on what was revealed, and may be corrected",
  },
  close: { in: ["revealed"], by: "facilitator", because: "what was not revealed is cancelled, not closed" },
  "set-reminder": { in: ["collecting"], by: "facilitator", because: "only an open round waits for anyone" },
  remind: { in: ["collecting"], by: "clock", because: "people are reminded when it was planned, not on a whim" },
  "add-facilitator": {
    in: [...before, "revealed"],
    by: "facilitator",
    because: "a session that is over needs no one to lead it",
  },
  cancel: { in: before, by: "facilitator", because: "what was revealed can't be taken back: it is closed" },
};

const isFacilitator = (session: Session, asker: Asker): boolean =>
  asker.type === "person" && session.facilitators.includes(asker.person);

/** Why this asker may not give this command now; undefined when they may. */
export const refusalFor = (session: Session, command: CommandType, asker: Asker): Refusal | undefined => {
  const rule = permission[command];
  const allowed =
    rule.by === "anyone" ||
    (asker.type === "clock" ? rule.by.endsWith("clock") : rule.by !== "clock" && isFacilitator(session, asker));
  if (!allowed) return { code: "not-facilitator", command };
  if (!rule.in.includes(session.state)) return { code: "wrong-state", command, state: session.state };
  if (command === "discuss" && !session.settings.discussion) return { code: "no-discussion-planned" };
  return undefined;
};

/** The commands that this person may give now, in the order of the table. */
export const offered = (session: Session, person: string): readonly SessionCommand["type"][] =>
  commandTypes.filter((command) => refusalFor(session, command, { type: "person", person }) === undefined);

export const commandTypes = Object.keys(permission) as readonly CommandType[];
