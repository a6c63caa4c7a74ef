/**
 * What a channel, or else its workspace, has preset: which settings there are, what holds where
 * nobody chose, and from where each value comes. Pure.
 */
import { z } from "zod";
import { type Language, languageCodes } from "../i18n/languages.ts";
import { type MethodName, methodNames } from "../i18n/typed-words.ts";
import { type QuietHours, usualQuiet } from "../schedule/quiet-hours.ts";
import { isZone } from "../schedule/zones.ts";

/** Whether a reason goes with a choice. */
export const reasonRules = ["required", "optional", "none"] as const;
export type ReasonRule = (typeof reasonRules)[number];

/** Who may start sessions and schedules, beside the workspace's admins. */
export const starterRules = ["everyone", "facilitators", "admins"] as const;
export type StarterRule = (typeof starterRules)[number];

export type Settings = {
  /** Null: everyone starts in their own. */
  readonly language: Language | null;
  /** IANA name, for schedules and for people whose own is unknown; null: nobody chose one. */
  readonly zone: string | null;
  readonly anonymous: boolean;
  readonly discussion: boolean;
  readonly reasons: ReasonRule;
  readonly method: MethodName;
  /** Whoever hasn't responded is reminded when half of a round's time is over. */
  readonly halfway: boolean;
  /** Between which shares, in percent, the advice is to talk. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** When nobody is disturbed, in each person's zone; from and to alike: never. */
  readonly quiet: QuietHours;
  readonly starters: StarterRule;
  /** People's ids: who may change the settings and start where that is for the few. */
  readonly facilitators: readonly string[];
  /** Whether a channel without schedules is offered one a week. */
  readonly offer: boolean;
  /** Whether the outcome is shown in the channel too, beside the thread. */
  readonly broadcast: boolean;
};

export type SettingName = keyof Settings;

/** As far as somebody chose. */
export type Chosen = Partial<Settings>;

export const builtIn: Settings = {
  language: null,
  zone: null,
  anonymous: false,
  discussion: false,
  reasons: "required",
  method: methodNames[0],
  halfway: false,
  bounds: { low: 30, high: 70 },
  quiet: usualQuiet,
  starters: "everyone",
  facilitators: [],
  offer: true,
  broadcast: false,
};

/** In the order in which they are shown. */
export const settingNames = [
  "language",
  "method",
  "reasons",
  "discussion",
  "anonymous",
  "halfway",
  "broadcast",
  "bounds",
  "zone",
  "quiet",
  "offer",
  "starters",
  "facilitators",
] as const satisfies readonly SettingName[];

/** More would be no longer "the few". */
export const facilitatorsMax = 10;

const wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const values = z.strictObject({
  language: z.enum(languageCodes).nullable(),
  zone: z.string().refine(isZone).nullable(),
  anonymous: z.boolean(),
  discussion: z.boolean(),
  reasons: z.enum(reasonRules),
  method: z.enum(methodNames),
  halfway: z.boolean(),
  bounds: z
    .strictObject({ low: z.int().min(1).max(99), high: z.int().min(1).max(99) })
    .refine(({ low, high }) => low <= high),
  quiet: z.strictObject({ from: wall, to: wall }),
  starters: z.enum(starterRules),
  facilitators: z.array(z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/)).max(facilitatorsMax),
  offer: z.boolean(),
  broadcast: z.boolean(),
});

/** Reads what was kept; a value that this program doesn't know counts as not chosen. */
export const parseChosen = (kept: unknown): Chosen => {
  const found = z.record(z.string(), z.unknown()).catch({}).parse(kept);
  return Object.fromEntries(
    Object.entries(found).filter(
      ([name, value]) => values.partial().safeParse({ [name]: value }).success && value !== undefined,
    ),
  );
};

/** Who chose a value. */
export type SettingSource = "channel" | "workspace" | "built-in";

export type Resolved = {
  readonly settings: Settings;
  readonly from: Readonly<Record<SettingName, SettingSource>>;
};

/**
 * What holds in a channel. `first` is what holds where nobody chose.
 *
 * @example
 * resolve({ anonymous: true }, {}, builtIn).from.anonymous; // "channel"
 */
export const resolve = (channel: Chosen, workspace: Chosen, first: Settings): Resolved => {
  const sourceOf = (name: SettingName): SettingSource => {
    if (channel[name] !== undefined) return "channel";
    return workspace[name] === undefined ? "built-in" : "workspace";
  };
  const from = {
    language: sourceOf("language"),
    zone: sourceOf("zone"),
    anonymous: sourceOf("anonymous"),
    discussion: sourceOf("discussion"),
    reasons: sourceOf("reasons"),
    method: sourceOf("method"),
    halfway: sourceOf("halfway"),
    bounds: sourceOf("bounds"),
    quiet: sourceOf("quiet"),
    starters: sourceOf("starters"),
    facilitators: sourceOf("facilitators"),
    offer: sourceOf("offer"),
    broadcast: sourceOf("broadcast"),
  };
  return { settings: { ...first, ...workspace, ...channel }, from };
};
