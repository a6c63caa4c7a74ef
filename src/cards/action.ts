/**
 * What a button stands for: a verb and ids, nothing else. One short string form serves every
 * platform; what comes back from a client is parsed as untrusted.
 */
import { z } from "zod";
import { type SetupName, setupNames } from "../i18n/typed-words.ts";
import { type ControlCommand, type ControlVerb, controls, verbOf } from "../session/permission.ts";

/** The verbs that need no more than a session's id: its controls, and what only shows a card. */
export type SessionVerb = ControlVerb | "all-reasons" | "controls";
export const sessionVerbs: readonly SessionVerb[] = [...controls.map(verbOf), "all-reasons", "controls"];

/** The verbs that act on a schedule and need nothing more. */
export const scheduleVerbs = ["pause", "resume", "skip", "run", "delete"] as const;
export type ScheduleVerb = (typeof scheduleVerbs)[number];

/** The private cards that a button leads to. */
const shownCards = [
  "menu",
  "list",
  "help",
  "history",
  "learn",
  "schedules",
  "settings",
  "reviews",
  "stats",
  "me",
] as const;
export type ShownCard = (typeof shownCards)[number];

export type Action =
  /** `edition` is the content's that the button was drawn for; absent before any change. */
  | {
      readonly type: "ask-response";
      readonly session: string;
      readonly round: number;
      readonly option?: string;
      readonly edition?: number;
    }
  /** Asks for an option to be added. */
  | { readonly type: "ask-option"; readonly session: string; readonly round: number }
  /** Stays with what one said in an earlier round. */
  | { readonly type: "stay"; readonly session: string; readonly round: number }
  /**
   * `round` is the one the button was drawn in, so that an old button can't act on a later round.
   */
  | { readonly type: "on-session"; readonly verb: SessionVerb; readonly session: string; readonly round: number }
  | { readonly type: "ask-start"; readonly activity?: string }
  /** Asks for the content of what is to be started. */
  | { readonly type: "ask-set-up"; readonly setup: SetupName }
  /** Asks for other words of a proposal, which is then asked again. */
  | { readonly type: "ask-amend"; readonly session: string }
  /** Asks to run again what a session was about. */
  | { readonly type: "ask-repeat"; readonly session: string }
  /** Shows a reference card to the person, or posts it in the channel. */
  | { readonly type: "learn"; readonly activity: string; readonly share: boolean }
  /** Asks for a new schedule, or to change this one. */
  | { readonly type: "ask-schedule"; readonly schedule?: string }
  /**
   * `revision` is the one the button was drawn for, so that an old button can't act on what has
   * changed since.
   */
  | { readonly type: "on-schedule"; readonly verb: ScheduleVerb; readonly schedule: string; readonly revision: number }
  /** Makes the schedule that a channel without one is offered. */
  | { readonly type: "take-offer" }
  | { readonly type: "show"; readonly what: ShownCard }
  /** Deletes one's own figures. */
  | { readonly type: "forget-figures" }
  /** Asks for other settings, of the channel or of its workspace. */
  | { readonly type: "ask-settings"; readonly scope: "channel" | "workspace" }
  | { readonly type: "ask-find" }
  | { readonly type: "ask-history" }
  /** Asks how to take along a session, or what was revealed in the channel. */
  | { readonly type: "ask-export"; readonly session?: string }
  | ({ readonly type: "history" } & HistoryFilter)
  /** Shows what a session came to, to the person alone. */
  | { readonly type: "open-record"; readonly session: string };

/** What of a channel's history is looked at, newest first. */
export type HistoryFilter = {
  /** Only what stands behind this place. */
  readonly behind?: number;
  /** `YYYY-MM`, in the person's zone. */
  readonly month?: string;
  readonly owner?: string;
  /** With a decision, or without one. */
  readonly decided?: boolean;
};

/** What the button of a control stands for. */
export const actionFor = (command: ControlCommand, session: string, round: number): Action => ({
  type: "on-session",
  verb: verbOf(command),
  session,
  round,
});

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const place = z.string().regex(/^\d{0,16}$/);
const month = z.string().regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/);
const person = z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

const parts = z.union([
  z
    .tuple([z.literal("respond"), id, count])
    .transform(([, session, round]): Action => ({ type: "ask-response", session, round })),
  z
    .tuple([z.literal("respond"), id, count, name])
    .transform(([, session, round, option]): Action => ({ type: "ask-response", session, round, option })),
  z.tuple([z.literal("respond"), id, count, name, revision]).transform(
    ([, session, round, option, edition]): Action => ({
      type: "ask-response",
      session,
      round,
      option,
      edition,
    }),
  ),
  z
    .tuple([z.literal("add-option"), id, count])
    .transform(([, session, round]): Action => ({ type: "ask-option", session, round })),
  z.tuple([z.literal("stay"), id, count]).transform(([, session, round]): Action => ({ type: "stay", session, round })),
  z
    .tuple([z.enum(sessionVerbs), id, count])
    .transform(([verb, session, round]): Action => ({ type: "on-session", verb, session, round })),
  z.tuple([z.literal("amend"), id]).transform(([, session]): Action => ({ type: "ask-amend", session })),
  z.tuple([z.literal("repeat"), id]).transform(([, session]): Action => ({ type: "ask-repeat", session })),
  z.tuple([z.literal("set-up"), z.enum(setupNames)]).transform(([, setup]): Action => ({ type: "ask-set-up", setup })),
  z.tuple([z.literal("start")]).transform((): Action => ({ type: "ask-start" })),
  z.tuple([z.literal("start"), name]).transform(([, activity]): Action => ({ type: "ask-start", activity })),
  z
    .tuple([z.enum(["learn", "share"]), name])
    .transform(([verb, activity]): Action => ({ type: "learn", activity, share: verb === "share" })),
  z.tuple([z.literal("schedule")]).transform((): Action => ({ type: "ask-schedule" })),
  z.tuple([z.literal("schedule"), id]).transform(([, schedule]): Action => ({ type: "ask-schedule", schedule })),
  z
    .tuple([z.literal("schedule"), id, z.enum(scheduleVerbs), revision])
    .transform(([, schedule, verb, at]): Action => ({ type: "on-schedule", verb, schedule, revision: at })),
  z.tuple([z.literal("take-offer")]).transform((): Action => ({ type: "take-offer" })),
  z
    .tuple([z.literal("settings"), z.enum(["channel", "workspace"])])
    .transform(([, scope]): Action => ({ type: "ask-settings", scope })),
  z.tuple([z.literal("forget-figures")]).transform((): Action => ({ type: "forget-figures" })),
  z.tuple([z.literal("ask-find")]).transform((): Action => ({ type: "ask-find" })),
  z.tuple([z.literal("ask-history")]).transform((): Action => ({ type: "ask-history" })),
  z.tuple([z.literal("export")]).transform((): Action => ({ type: "ask-export" })),
  z.tuple([z.literal("export"), id]).transform(([, session]): Action => ({ type: "ask-export", session })),
  z.tuple([z.literal("record"), id]).transform(([, session]): Action => ({ type: "open-record", session })),
  z
    .tuple([z.literal("history"), place, month, z.enum(["with", "without", "any"])], z.string())
    .transform(([, behind, during, decided, ...named]): Action => {
      const owner = person.safeParse(named.join(":"));
      return {
        type: "history",
        ...(behind === "" ? {} : { behind: Number(behind) }),
        ...(during === "" ? {} : { month: during }),
        ...(decided === "any" ? {} : { decided: decided === "with" }),
        ...(owner.success ? { owner: owner.data } : {}),
      };
    }),
  z.tuple([z.literal("show"), z.enum(shownCards)]).transform(([, what]): Action => ({ type: "show", what })),
]);

/** Writes an action as `verb:id:…`, at most 200 characters. */
export const formatAction = (action: Action): string => {
  switch (action.type) {
    case "ask-response":
      return ["respond", action.session, action.round, action.option, action.option && action.edition]
        .filter((part) => part !== undefined && part !== "")
        .join(":");
    case "ask-option":
      return `add-option:${action.session}:${action.round}`;
    case "stay":
      return `stay:${action.session}:${action.round}`;
    case "on-session":
      return `${action.verb}:${action.session}:${action.round}`;
    case "ask-start":
      return action.activity ? `start:${action.activity}` : "start";
    case "ask-set-up":
      return `set-up:${action.setup}`;
    case "ask-amend":
      return `amend:${action.session}`;
    case "ask-repeat":
      return `repeat:${action.session}`;
    case "learn":
      return `${action.share ? "share" : "learn"}:${action.activity}`;
    case "ask-schedule":
      return action.schedule ? `schedule:${action.schedule}` : "schedule";
    case "on-schedule":
      return `schedule:${action.schedule}:${action.verb}:${action.revision}`;
    case "take-offer":
      return "take-offer";
    case "ask-settings":
      return `settings:${action.scope}`;
    case "forget-figures":
    case "ask-find":
    case "ask-history":
      return action.type;
    case "ask-export":
      return action.session === undefined ? "export" : `export:${action.session}`;
    case "open-record":
      return `record:${action.session}`;
    case "history":
      return formatHistory(action);
    case "show":
      return `show:${action.what}`;
    default:
      return action satisfies never;
  }
};

const formatHistory = ({ behind, month: during = "", decided, owner }: HistoryFilter): string => {
  const kept = decided === undefined ? "any" : decided ? "with" : "without";
  return ["history", behind ?? "", during, kept, ...(owner === undefined ? [] : [owner])].join(":");
};

/** Reads what `formatAction` wrote; undefined for anything else. */
export const parseAction = (text: unknown): Action | undefined =>
  typeof text === "string" ? parts.safeParse(text.split(":")).data : undefined;
