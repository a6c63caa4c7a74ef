/** The app's manifest, and its translation, as Teams reads them from the package. */

import { commandNames, commandWord } from "../../../src/commands/command-words.ts";
import { translatorFor } from "../../../src/i18n/translator.ts";
import type { Language } from "../../../src/session/session.ts";
import type { AppDetails } from "./details.ts";
import { appTexts } from "./texts.ts";

/** The oldest version with all that is used here, so that most tenants take it. */
const schemaVersion = "1.19";

const scopes = ["team", "groupChat", "personal"] as const;

const schemaAddress = (name: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/${name}.schema.json`;

/** The manifest, in English. `version` is the app's own, as semver. */
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
  description: { short: appTexts.en.short, full: appTexts.en.full },
  icons: { color: "color.png", outline: "outline.png" },
  accentColor: "#4338CA",
  localizationInfo: { defaultLanguageTag: "en", additionalLanguages: [{ languageTag: "ko", file: "ko.json" }] },
  bots: [
    {
      botId: details.appId,
      scopes: [...scopes],
      supportsFiles: false,
      isNotificationOnly: false,
      commandLists: scopes.map((scope) => ({ scopes: [scope], commands: commandsIn("en") })),
    },
  ],
  // It tells people what is for them alone, and asks who is in a channel.
  permissions: ["identity", "messageTeamMembers"],
  validDomains: [new URL(details.website).hostname],
});

/** What stands in another language, each by its place in the manifest. */
export const makeLocalization = (language: Exclude<Language, "en">): Readonly<Record<string, string>> => ({
  $schema: schemaAddress("MicrosoftTeams.Localization"),
  "name.short": "Workshop",
  "name.full": "Decision Workshop",
  "description.short": appTexts[language].short,
  "description.full": appTexts[language].full,
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

/** Teams types the title for whoever picks it, so it is the command's own word. */
const commandsIn = (language: Language): readonly { readonly title: string; readonly description: string }[] => {
  const { details } = translatorFor(language).messages.commands;
  return commandNames.map((name) => ({
    title: commandWord(name, language),
    description: capitalized(name === "start" ? appTexts[language].start : details[name]),
  }));
};

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
