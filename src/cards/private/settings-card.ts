/** What holds in a channel, with who chose it: for whoever asks, and in the form of every start. */
import type { Translator } from "../../i18n/translator.ts";
import { builtIn, type Resolved, type SettingName, type Settings, settingNames } from "../../settings/settings.ts";
import { mention, plain, type Text, words } from "../../text/text.ts";
import type { Block, Button, Card } from "../card.ts";

/** Whose settings are meant. */
export type SettingsScope = "channel" | "workspace";

/** A value in words; people are left to whoever shows them. */
export const sayValue = (name: Exclude<SettingName, "facilitators">, settings: Settings, t: Translator): string => {
  const say = t.messages.settings;
  switch (name) {
    case "language":
      return settings.language === null ? say.own.language : t.languageName(settings.language);
    case "zone":
      return settings.zone ?? say.own.zone;
    case "reasons":
      return t.messages.scenario.own.reasonRule[settings.reasons];
    case "method":
      return t.messages.methods.names[settings.method];
    case "bounds":
      return say.bounds({ low: t.percent(settings.bounds.low / 100), high: t.percent(settings.bounds.high / 100) });
    case "quiet":
      return settings.quiet.from === settings.quiet.to ? say.never : say.quiet(settings.quiet);
    case "starters":
      return say.starters[settings.starters];
    case "anonymous":
    case "discussion":
    case "halfway":
    case "offer":
    case "broadcast":
      return settings[name] ? say.on : say.off;
    default:
      return name satisfies never;
  }
};

export type ShownSettings = {
  readonly resolved: Resolved;
  /** What there is nothing to choose of on this platform. */
  readonly without: readonly SettingName[];
  /** What the person may change. */
  readonly changes: readonly SettingsScope[];
  /** Who else may, where they may not. */
  readonly tellsAdmins: boolean;
};

export const drawSettings = ({ resolved, without, changes, tellsAdmins }: ShownSettings, t: Translator): Card => {
  const say = t.messages.settings;
  const { settings, from } = resolved;
  const facts = settingNames
    .filter((name) => !without.includes(name))
    .map((name) => {
      const value: Text = name === "facilitators" ? namesOf(settings, t) : words(sayValue(name, settings, t));
      return { label: say.names[name], values: [[...value, plain(` · ${say.source[from[name]]}`)]] };
    });
  const buttons = changes.map(
    (scope): Button => ({ label: say.change[scope], action: { type: "ask-settings", scope } }),
  );
  return {
    title: words(say.title),
    blocks: [
      { type: "paragraph", text: words(say.intro) },
      { type: "facts", facts },
      ...(buttons.length === 0
        ? [{ type: "note", text: words(say.mayChange[tellsAdmins ? "admins" : "facilitators"]) } as const]
        : [{ type: "buttons", buttons } as const]),
    ],
  };
};

const namesOf = ({ facilitators }: Settings, t: Translator): Text =>
  facilitators.length === 0
    ? words(t.messages.settings.nobody)
    : facilitators.flatMap((person, index) => [...(index === 0 ? [] : [plain(", ")]), mention(person)]);

/** What of it bears on a start. */
const ofStarts = ["method", "reasons", "discussion", "anonymous", "halfway", "bounds", "broadcast"] as const;

/** What somebody has preset otherwise than it is built in, in a line; nothing where nobody has. */
export const presetNote = ({ settings, from }: Resolved, t: Translator): readonly Block[] => {
  const say = t.messages.settings;
  const values = ofStarts.flatMap((name) => {
    const value = sayValue(name, settings, t);
    return from[name] === "built-in" || value === sayValue(name, builtIn, t) ? [] : [`${say.names[name]}: ${value}`];
  });
  return values.length === 0 ? [] : [{ type: "note", text: words(say.preset({ values })) }];
};
