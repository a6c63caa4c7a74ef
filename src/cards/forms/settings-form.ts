/** The form of a channel's or a workspace's settings: what it asks, and what was answered. */
import { z } from "zod";
import type { Draft, Mistakes } from "../../activities/asking.ts";
import { languageCodes } from "../../i18n/languages.ts";
import type { Translator } from "../../i18n/translator.ts";
import { methodNames } from "../../i18n/typed-words.ts";
import { parseZone } from "../../schedule/zones.ts";
import {
  type Chosen,
  facilitatorsMax,
  parseChosen,
  reasonRules,
  type SettingName,
  type Settings,
  type StarterRule,
} from "../../settings/settings.ts";
import { present } from "../../text/present.ts";
import type { Field, FieldOption, Form } from "../form.ts";
import { refusalSentence } from "../private/refusal-text.ts";
import { type SettingsScope, sayValue } from "../private/settings-card.ts";

export type SettingsAsked = {
  readonly scope: SettingsScope;
  readonly revision: number;
  /** What is chosen where the form stands. */
  readonly chosen: Chosen;
  /** What holds where that leaves a value open, and who chose it. */
  readonly inherited: Settings;
  readonly inheritedFrom: (name: SettingName) => "workspace" | "built-in";
  readonly without: readonly SettingName[];
  readonly starters: readonly StarterRule[];
  /** What those are called who are named. */
  readonly nameOf: (person: string) => string;
};

/** Leaves a value to what holds otherwise. */
const inherit = "inherit";

const toggles = ["discussion", "anonymous", "halfway", "broadcast", "offer"] as const;
type Toggle = (typeof toggles)[number];
type Listed = "language" | "method" | "reasons" | "starters" | Toggle;

export const drawSettingsForm = (nonce: string, asked: SettingsAsked, t: Translator): Form => {
  const say = t.messages.settings;
  const { scope, revision, without } = asked;
  const list = (name: Listed, section: string, hint?: string) => listField(asked, { name, section, hint }, t);
  const fields: readonly Field[] = [
    list("language", "starts"),
    list("method", "starts"),
    list("reasons", "starts"),
    list("discussion", "starts"),
    list("anonymous", "starts"),
    list("halfway", "starts", say.hints.halfway),
    list("broadcast", "starts", say.hints.broadcast),
    list("starters", "people", say.hints.starters),
    ...facilitatorFields(asked, t),
    lineField(asked, "bounds", t),
    { ...lineField(asked, "zone", t), completes: "zones" },
    lineField(asked, "quiet", t),
    list("offer", "advice"),
  ];
  return {
    token: { type: "settings", nonce, scope, revision },
    title: say.formTitle[scope],
    intro: [],
    fields: fields.filter(({ id }) => !without.some((name) => name === id)),
    sections: [
      { id: "starts", title: say.sections.starts },
      { id: "people", title: say.sections.people },
      { id: "advice", title: say.sections.advice },
    ],
    submit: say.save,
    cancel: t.messages.commands.startForm.cancel,
  };
};

const onOff = (t: Translator): readonly FieldOption[] => [
  { id: "on", label: t.messages.settings.on },
  { id: "off", label: t.messages.settings.off },
];

const optionsOf = (name: Listed, { starters }: SettingsAsked, t: Translator): readonly FieldOption[] => {
  switch (name) {
    case "language":
      return languageCodes.map((id) => ({ id, label: t.languageName(id) }));
    case "method":
      return methodNames.map((id) => ({ id, label: t.messages.methods.names[id] }));
    case "reasons":
      return reasonRules.map((id) => ({ id, label: t.messages.scenario.own.reasonRule[id] }));
    case "starters":
      return starters.map((id) => ({ id, label: t.messages.settings.starters[id] }));
    case "discussion":
    case "anonymous":
    case "halfway":
    case "broadcast":
    case "offer":
      return onOff(t);
    default:
      return name satisfies never;
  }
};

const listField = (
  asked: SettingsAsked,
  { name, section, hint }: { readonly name: Listed; readonly section: string; readonly hint: string | undefined },
  t: Translator,
): Field => {
  const say = t.messages.settings;
  const value = asked.chosen[name];
  const open = say.inherit[asked.inheritedFrom(name)]({ value: sayValue(name, asked.inherited, t) });
  return {
    type: "choice",
    id: name,
    label: say.names[name],
    hint,
    required: true,
    menu: true,
    section,
    options: [{ id: inherit, label: open }, ...optionsOf(name, asked, t)],
    value:
      value === undefined || value === null ? inherit : typeof value === "boolean" ? (value ? "on" : "off") : value,
  };
};

/** A line that stays empty where a value is left open. */
const lineField = (
  asked: SettingsAsked,
  name: "bounds" | "zone" | "quiet",
  t: Translator,
): Field & { type: "text" } => {
  const say = t.messages.settings;
  const { bounds, quiet, zone } = asked.chosen;
  const value = {
    bounds: bounds && `${bounds.low}-${bounds.high}`,
    quiet: quiet && `${quiet.from}-${quiet.to}`,
    zone: zone ?? undefined,
  }[name];
  const inherited = say.inherit[asked.inheritedFrom(name)]({ value: sayValue(name, asked.inherited, t) });
  return {
    type: "text",
    id: name,
    label: say.names[name],
    hint: `${say.hints[name]} ${say.emptyHint({ inherited })}`,
    required: false,
    multiline: false,
    lengthMax: name === "zone" ? 64 : 20,
    section: "advice",
    value,
  };
};

const facilitatorFields = ({ chosen, nameOf }: SettingsAsked, t: Translator): readonly Field[] => {
  const say = t.messages.settings;
  const named = chosen.facilitators ?? [];
  const keep: Field = {
    type: "choices",
    id: "facilitators",
    label: say.named,
    hint: say.hints.facilitators,
    required: false,
    section: "people",
    options: named.map((person) => ({ id: person, label: nameOf(person) })),
    value: named,
  };
  return [
    ...(named.length === 0 ? [] : [keep]),
    { type: "person", id: "add", label: say.add, hint: say.hints.add, required: false, section: "people" },
  ];
};

const line = z.string().max(200).nullish();
const person = z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/);

const filledIn = z.object({
  language: line,
  method: line,
  reasons: line,
  starters: line,
  discussion: line,
  anonymous: line,
  halfway: line,
  broadcast: line,
  offer: line,
  bounds: line,
  zone: line,
  quiet: line,
  facilitators: z.array(person).max(facilitatorsMax).nullish(),
  add: z.union([person, z.literal("")]).nullish(),
});

type Filled = z.infer<typeof filledIn>;
type Read = { readonly chosen: Chosen; readonly mistakes: Mistakes };

/**
 * What is chosen after the form, of what was chosen `before`; what the form didn't send stays as it
 * was. Undefined for what no form of ours sends.
 */
export const readSettings = (values: Draft, before: Chosen, t: Translator): Read | undefined => {
  const parsed = filledIn.safeParse(values);
  if (!parsed.success) return undefined;
  const lists = readLists(parsed.data, before);
  const named = readNamed(parsed.data, before, t);
  const lines = [
    readLine("bounds", parsed.data.bounds, before, t),
    readLine("quiet", parsed.data.quiet, before, t),
    readZone(parsed.data.zone, before, t),
  ];
  const chosen = Object.assign({}, lists, named.chosen, ...lines.map((one) => one.chosen));
  const mistakes = Object.assign({}, named.mistakes, ...lines.map((one) => one.mistakes));
  const said = present(chosen);
  const kept = parseChosen(said);
  return Object.keys(kept).length === Object.keys(said).length ? { chosen: kept, mistakes } : undefined;
};

const readLists = (filled: Filled, before: Chosen): Readonly<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const name of ["language", "method", "reasons", "starters", ...toggles] as const) {
    const value = filled[name];
    const isToggle = toggles.some((one) => one === name);
    if (value === undefined || value === null || value === "") {
      if (before[name] !== undefined) found[name] = before[name];
    } else if (value !== inherit)
      found[name] = isToggle && (value === "on" || value === "off") ? value === "on" : value;
  }
  return found;
};

type Part = { readonly chosen: Readonly<Record<string, unknown>>; readonly mistakes: Mistakes };

const readNamed = ({ facilitators, add }: Filled, before: Chosen, t: Translator): Part => {
  const kept = (before.facilitators ?? []).filter((one) => facilitators?.includes(one) ?? true);
  const named = [...new Set([...kept, ...(add ? [add] : [])])];
  if (named.length > facilitatorsMax)
    return { chosen: {}, mistakes: { add: t.messages.settings.tooManyNamed({ most: facilitatorsMax }) } };
  return { chosen: named.length === 0 ? {} : { facilitators: named }, mistakes: {} };
};

const parts = {
  bounds: /^(\d{1,2})\s*%?\s*[-–~]\s*(\d{1,2})\s*%?$/u,
  quiet: /^(\d{1,2}:\d{2})\s*[-–~]\s*(\d{1,2}:\d{2})$/u,
} as const;

const readLine = (name: "bounds" | "quiet", typed: string | null | undefined, before: Chosen, t: Translator): Part => {
  const say = t.messages.settings;
  if (typed === undefined || typed === null) return { chosen: { [name]: before[name] }, mistakes: {} };
  if (typed.trim() === "") return { chosen: {}, mistakes: {} };
  const [, first = "", second = ""] = parts[name].exec(typed.trim()) ?? [];
  const value =
    name === "bounds"
      ? { low: Number(first), high: Number(second) }
      : { from: first.padStart(5, "0"), to: second.padStart(5, "0") };
  if (parseChosen({ [name]: value })[name] === undefined)
    return { chosen: {}, mistakes: { [name]: name === "bounds" ? say.badBounds : say.badQuiet } };
  return { chosen: { [name]: value }, mistakes: {} };
};

const readZone = (typed: string | null | undefined, before: Chosen, t: Translator): Part => {
  if (typed === undefined || typed === null) return { chosen: { zone: before.zone }, mistakes: {} };
  if (typed.trim() === "") return { chosen: {}, mistakes: {} };
  const zone = parseZone(typed);
  if (zone.type === "zone") return { chosen: { zone: zone.name }, mistakes: {} };
  const refusal = { code: "unknown-zone", given: typed.trim(), nearest: zone.nearest } as const;
  return { chosen: {}, mistakes: { zone: refusalSentence(refusal, t) } };
};
