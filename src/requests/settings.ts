/**
 * What a channel has preset: who may see and change it, and who may start what. Everybody may see
 * it; an admin changes it, or whom the channel has named.
 */
import { isDeepStrictEqual } from "node:util";
import type { Draft } from "../activities/asking.ts";
import type { FormToken } from "../cards/form.ts";
import { drawSettingsForm, readSettings, type SettingsAsked } from "../cards/forms/settings-form.ts";
import { drawSettings, type SettingsScope } from "../cards/private/settings-card.ts";
import type { Refusal } from "../session/refusal.ts";
import {
  builtIn,
  type Chosen,
  type Resolved,
  resolve,
  type SettingName,
  type Settings,
  starterRules,
} from "../settings/settings.ts";
import type { SettingsOf } from "../store/port/store.ts";
import { type Asking, type Context, refuse } from "./context.ts";
import type { Origin, Reply } from "./request.ts";

type Place = Pick<Origin, "workspace" | "channel">;

/** What holds where nobody chose, on this platform. */
const firstOn = ({ platformOf }: Pick<Context, "platformOf">, workspace: string): Settings => ({
  ...builtIn,
  broadcast: platformOf(workspace).capabilities.broadcasts === "unless-refused",
});

const resolveKept = (context: Pick<Context, "platformOf">, workspace: string, kept: SettingsOf): Resolved =>
  resolve(kept.channel.chosen, kept.workspace.chosen, firstOn(context, workspace));

/** What holds in a channel. */
export const loadPreset = async (
  context: Pick<Context, "platformOf" | "store">,
  { workspace, channel }: Place,
): Promise<Resolved> => resolveKept(context, workspace, await context.store.in(workspace).loadSettings(channel));

const isAdmin = ({ platformOf }: Context, { workspace, person }: Origin): Promise<boolean> =>
  platformOf(workspace)
    .isAdmin({ workspace, person })
    .catch(() => false);

/**
 * Which settings the person may change. Where the platform doesn't say who administers it, everyone
 * may until somebody is named.
 */
const changeable = async (context: Context, origin: Origin, kept: SettingsOf): Promise<readonly SettingsScope[]> => {
  if (await isAdmin(context, origin)) return ["channel", "workspace"];
  const { tellsAdmins } = context.platformOf(origin.workspace).capabilities;
  const may = (named: readonly string[]): boolean =>
    named.includes(origin.person) || (!tellsAdmins && named.length === 0);
  const ofWorkspace = kept.workspace.chosen.facilitators ?? [];
  const ofChannel = kept.channel.chosen.facilitators ?? ofWorkspace;
  return [
    ...(may(ofChannel) ? (["channel"] as const) : []),
    ...(!tellsAdmins && may(ofWorkspace) ? (["workspace"] as const) : []),
  ];
};

/** Why the person may start nothing here; undefined where they may. */
export const refuseStarter = async (
  context: Context,
  origin: Origin,
  { settings }: Resolved,
): Promise<Refusal | undefined> => {
  const { starters, facilitators } = settings;
  if (starters === "everyone") return undefined;
  if (starters === "facilitators" && facilitators.includes(origin.person)) return undefined;
  return (await isAdmin(context, origin)) ? undefined : { code: "not-starter", starters };
};

/** What there is nothing to choose of where the platform can't do it. */
const withoutOn = ({ platformOf }: Context, workspace: string): readonly SettingName[] =>
  platformOf(workspace).capabilities.broadcasts === "never" ? ["broadcast"] : [];

export const showSettings = async ({ context, origin, t }: Asking): Promise<Reply> => {
  const { workspace, channel } = origin;
  const kept = await context.store.in(workspace).loadSettings(channel);
  const { tellsAdmins } = context.platformOf(workspace).capabilities;
  const shown = {
    resolved: resolveKept(context, workspace, kept),
    without: withoutOn(context, workspace),
    changes: await changeable(context, origin, kept),
    tellsAdmins,
  };
  return { type: "card", card: drawSettings(shown, t) };
};

export const askSettings = async (asking: Asking, scope: SettingsScope): Promise<Reply> => {
  const { context, origin, t } = asking;
  const { workspace, channel } = origin;
  const kept = await context.store.in(workspace).loadSettings(channel);
  if (!(await changeable(context, origin, kept)).includes(scope)) return refuse({ code: "not-settings" }, t);
  return { type: "form", form: drawSettingsForm(context.ids.next(), await askedOf(asking, scope, kept), t) };
};

const askedOf = async ({ context, origin }: Asking, scope: SettingsScope, kept: SettingsOf): Promise<SettingsAsked> => {
  const { workspace, channel } = origin;
  const { chosen, revision } = kept[scope];
  const above = scope === "channel" ? kept.workspace.chosen : {};
  const { settings: inherited, from } = resolve({}, above, firstOn(context, workspace));
  const platform = context.platformOf(workspace);
  const people = chosen.facilitators ?? [];
  const names = people.length === 0 ? {} : await platform.namesOf({ workspace, channel, people }).catch(() => ({}));
  const called = new Map(Object.entries<string>(names));
  return {
    scope,
    revision,
    chosen,
    inherited,
    inheritedFrom: (name) => (from[name] === "workspace" ? "workspace" : "built-in"),
    without: withoutOn(context, workspace),
    starters: platform.capabilities.tellsAdmins ? starterRules : starterRules.filter((rule) => rule !== "admins"),
    nameOf: (person) => called.get(person) ?? person,
  };
};

/** Takes the submitted form; what was sent before and stands is answered as it was then. */
export const submitSettings = async (
  asking: Asking,
  { scope, revision }: Extract<FormToken, { type: "settings" }>,
  values: Draft,
): Promise<Reply> => {
  const { context, origin, t } = asking;
  const own = context.store.in(origin.workspace);
  const kept = await own.loadSettings(origin.channel);
  if (!(await changeable(context, origin, kept)).includes(scope)) return refuse({ code: "not-settings" }, t);
  const read = readSettings(values, kept[scope].chosen, t);
  if (read === undefined || !isOffered(context, origin, read.chosen)) return refuse({ code: "bad-request" }, t);
  if (Object.keys(read.mistakes).length > 0) return { type: "mistakes", mistakes: read.mistakes };
  if (isAsKept(read.chosen, kept[scope].chosen)) return showSettings(asking);
  const channel = scope === "channel" ? origin.channel : null;
  const isSaved = await own.saveSettings(channel, read.chosen, revision);
  return isSaved ? showSettings(asking) : refuse({ code: "settings-changed" }, t);
};

/** Nobody could start anything where admins alone may and the platform knows none. */
const isOffered = ({ platformOf }: Context, { workspace }: Origin, { starters }: Chosen): boolean =>
  starters !== "admins" || platformOf(workspace).capabilities.tellsAdmins;

const isAsKept = (one: Chosen, other: Chosen): boolean => isDeepStrictEqual({ ...one }, { ...other });
