/**
 * Run with `add-language.ts`: does with the third language what people do, and prints what came of
 * it as JSON.
 */
import { localizationFile, makeLocalization, otherLanguages } from "../../adapters/teams/app-package/manifest.ts";
import { kinds } from "../../src/activities/kinds.ts";
import { parseCommandLine } from "../../src/commands/command-line.ts";
import { isGreeting, threadVerbNamed } from "../../src/commands/command-words.ts";
import { complete } from "../../src/commands/completion.ts";
import { parseRule } from "../../src/commands/parse-rule.ts";
import { parseScheduleLine } from "../../src/commands/schedule-line.ts";
import { isLanguage, languageOfLocale } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadPacks } from "../../src/packs/folder.ts";
import { makeLibrary } from "../../src/packs/library.ts";

const code: string = "eo";
if (!isLanguage(code)) throw new Error("The language was not added");
const t = translatorFor(code);
const loaded = await loadPacks(["packs"], kinds);
const library = makeLibrary(loaded.type === "packs" ? loaded.packs : []);
const labels = (text: string) => complete(text, library, t).map(({ label }) => label);

process.stdout.write(
  JSON.stringify({
    command: parseCommandLine("komenci some-id --diskuti --dum 2tagoj --lingvo eo", "UTC", 0),
    schedule: parseScheduleLine(["semajne", "lun", "10:00", "--el", "discussion"], { zone: "UTC", language: code }),
    rule: parseRule(["monate", "unua", "ven", "9:30"], "UTC", 0),
    verb: threadVerbNamed("Montri"),
    greeting: isGreeting("Saluton!"),
    completions: [labels("/workshop "), labels("/workshop sta"), labels("/workshop komenci x --di")],
    said: t.messages.session.respond,
    names: [t.languageName(code), translatorFor("en").languageName(code)],
    figures: [t.percent(0.5), t.date("2026-11-25")],
    locales: [languageOfLocale("eo-XX"), languageOfLocale("fr"), languageOfLocale(undefined)],
    picked: t.pick({ en: "Only English" }),
    titles: library.activities.length,
    teams: [otherLanguages.map(localizationFile), makeLocalization(code)["bots[0].commandLists[0].commands[0].title"]],
  }),
);
