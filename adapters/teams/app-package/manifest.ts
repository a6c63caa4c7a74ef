/** The app's manifest, and its translation, as Teams reads them from the package. */

import { commandWord } from "../../../src/commands/command-words.ts";
import { defaultLanguage, type Language, languageCodes } from "../../../src/i18n/languages.ts";
import { translatorFor } from "../../../src/i18n/translator.ts";
import type { CommandName } from "../../../src/i18n/typed-words.ts";
import { decideCommand } from "../decide.ts";
import { teamsMessages } from "../messages/speak.ts";
import type { AppDetails } from "./details.ts";

/** The oldest version with all that is used here, so that most tenants take it. */
const schemaVersion = "1.19";

const scopes = ["team", "groupChat", "personal"] as const;

const schemaAddress = (name: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/${name}.schema.json`;

/**
 * The languages that the package has a file for, beside the one that the manifest itself speaks.
 */
export const otherLanguages: readonly Language[] = languageCodes.filter((code) => code !== defaultLanguage);

export const localizationFile = (language: Language): string => `${language}.json`;

const textsIn = (language: Language) => teamsMessages(language).app;

/** The manifest, in the default language. `version` is the app's own, as semver. */
export const makeManifest = (details: AppDetails, version: string): Readonly<Record<string, unknown>> => ({
  $schema: schemaAddress("MicrosoftTeams"),
  manifestVersion: schemaVersion,
  version,
  id: details.appId,
  developer: {
    name: details.developer,
    websiteUrl: details.website,
    privacyUrl: details.privacy,
    termsOfUseUrl: details.terms,
  },
  name: { short: "Workshop", full: "Decision Workshop" },
  description: { short: textsIn(defaultLanguage).short, full: textsIn(defaultLanguage).full },
  icons: { color: "color.png", outline: "outline.png" },
  accentColor: "#4338CA",
  localizationInfo: {
    defaultLanguageTag: defaultLanguage,
    additionalLanguages: otherLanguages.map((code) => ({ languageTag: code, file: localizationFile(code) })),
  },
  bots: [
    {
      botId: details.appId,
      scopes: [...scopes],
      supportsFiles: true,
      isNotificationOnly: false,
      commandLists: scopes.map((scope) => ({ scopes: [scope], commands: commandsIn(defaultLanguage) })),
    },
  ],
  composeExtensions: [
    {
      botId: details.appId,
      commands: [
        {
          id: decideCommand,
          type: "action",
          context: ["message"],
          fetchTask: true,
          ...teamsMessages(defaultLanguage).decide,
        },
      ],
    },
  ],
  // It tells people what is for them alone, and asks who is in a channel.
  permissions: ["identity", "messageTeamMembers"],
  validDomains: [new URL(details.website).hostname],
});

/** What stands in another language, each by its place in the manifest. */
export const makeLocalization = (language: Language): Readonly<Record<string, string>> => ({
  $schema: schemaAddress("MicrosoftTeams.Localization"),
  "name.short": "Workshop",
  "name.full": "Decision Workshop",
  "description.short": textsIn(language).short,
  "description.full": textsIn(language).full,
  "composeExtensions[0].commands[0].title": teamsMessages(language).decide.title,
  "composeExtensions[0].commands[0].description": teamsMessages(language).decide.description,
  ...Object.fromEntries(
    scopes.flatMap((_scope, list) =>
      commandsIn(language).flatMap(({ title, description }, index) => {
        const place = `bots[0].commandLists[${list}].commands[${index}]`;
        return [
          [`${place}.title`, title],
          [`${place}.description`, description],
        ];
      }),
    ),
  ),
});

/** Teams lists ten at most; the menu and help lead to the others. */
export const offeredCommands = [
  "ask",
  "assess",
  "start",
  "schedule",
  "list",
  "learn",
  "find",
  "history",
  "settings",
  "help",
] as const satisfies readonly CommandName[];

/** Teams types the title for whoever picks it, so it is the command's own word. */
const commandsIn = (language: Language): readonly { readonly title: string; readonly description: string }[] => {
  const { messages, typed } = translatorFor(language);
  const { details } = messages.commands;
  return offeredCommands.map((name) => ({
    title: commandWord(name, typed),
    description: capitalized(name === "start" ? textsIn(language).start : details[name]),
  }));
};

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
