/** What may follow what a person is typing: commands, activities, options, in the language they type. Pure. */
import { plainText } from "../cards/plain.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Library } from "../packs/library.ts";
import type { Completion } from "../requests/request.ts";
import { parseInline } from "../text/inline-markdown.ts";
import {
  commandNamed,
  commandNames,
  commandWord,
  optionNamed,
  optionNames,
  optionWord,
  scheduleOptionNamed,
  scheduleOptionNames,
  scheduleOptionWord,
  shareWord,
  takesValue,
} from "./command-words.ts";
import { sourcesOf } from "./schedule-source.ts";

const prefix = "/workshop";
const completionsMax = 12;

/** Completions of a composer's whole text; each one is a whole text again. */
export const complete = (text: string, library: Library, t: Translator): readonly Completion[] => {
  const say = t.messages.commands;
  if (!text.startsWith("/")) return [];
  if (!text.startsWith(`${prefix} `))
    return prefix.startsWith(text) ? [{ insert: `${prefix} `, label: prefix, detail: say.menuTitle }] : [];
  const words = text.slice(prefix.length).trimStart().split(/\s+/u);
  const typed = words.at(-1) ?? "";
  const before = text.slice(0, text.length - typed.length);
  const make = (word: string, detail: string): Completion => ({ insert: `${before}${word} `, label: word, detail });
  return candidates(words.slice(0, -1), typed, library, t)
    .filter(([word]) => word !== typed && word.toLowerCase().startsWith(typed.toLowerCase()))
    .slice(0, completionsMax)
    .map(([word, detail]) => make(word, detail));
};

type Candidate = readonly [word: string, detail: string];

const candidates = (
  before: readonly string[],
  typed: string,
  library: Library,
  t: Translator,
): readonly Candidate[] => {
  const say = t.messages.commands;
  // Whoever types Latin letters is offered the English words, whatever language the interface speaks.
  const language = /^-*[a-z]/i.test(typed) ? "en" : t.language;
  const [first, ...rest] = before;
  if (first === undefined) return commandNames.map((name) => [commandWord(name, language), say.details[name]]);
  if (commandNamed(first) === "schedule") return scheduleCandidates(rest, language, library, t);
  const learning = commandNamed(first) === "learn";
  if (!learning && commandNamed(first) !== "start") return [];
  const fitting = library.activities.filter(({ open }) => open.takesResponses !== learning);
  const activities = fitting.map(({ id, open }): Candidate => [id, plainText(open.title(t))]);
  if (learning) return rest.length === 0 ? activities : [[shareWord(language), say.share]];
  const last = optionNamed(rest.at(-1) ?? "");
  if (last === "lang") return languages(t);
  if (last !== undefined && takesValue(last)) return [];
  const used = rest.map(optionNamed);
  const named = rest.some((word, index) => {
    const flag = optionNamed(rest[index - 1] ?? "");
    return !word.startsWith("--") && (flag === undefined || !takesValue(flag));
  });
  const options = optionNames
    .filter((name) => !used.includes(name))
    .map((name): Candidate => [optionWord(name, language), say.optionDetails[name]]);
  if (named) return options;
  const exercises = library.exercises.map(({ id, title }): Candidate => [id, plainText(parseInline(t.pick(title)))]);
  return [...activities, ...exercises, ...options];
};

const languages = (t: Translator): readonly Candidate[] => {
  const { ko, en } = t.messages.commands.startForm.languages;
  return [
    ["ko", ko],
    ["en", en],
  ];
};

const scheduleCandidates = (
  words: readonly string[],
  language: "en" | "ko",
  library: Library,
  t: Translator,
): readonly Candidate[] => {
  const { howOften } = t.messages.schedule.form;
  const [first] = words;
  if (first === undefined)
    return ruleWords[language].map(
      ([id, word]): Candidate => [word, id === "monthly" ? howOften.monthly({ weekday: t.weekday(1) }) : howOften[id]],
    );
  const last = scheduleOptionNamed(words.at(-1) ?? "");
  if (last === "from") return sourcesOf(library, t).map(({ id, label }): Candidate => [id, label]);
  if (last === "lang") return languages(t);
  if (last !== undefined && takesValue(last)) return [];
  const used = words.map(scheduleOptionNamed);
  return scheduleOptionNames
    .filter((name) => !used.includes(name))
    .map((name): Candidate => [scheduleOptionWord(name, language), t.messages.commands.optionDetails[name]]);
};

/** How often, as parse-rule.ts reads it. */
const ruleWords = {
  en: [
    ["weekly", "weekly"],
    ["biweekly", "biweekly"],
    ["monthly", "monthly"],
    ["weekdays", "weekdays"],
    ["cron", "cron"],
  ],
  ko: [
    ["weekly", "매주"],
    ["biweekly", "격주"],
    ["monthly", "매월"],
    ["weekdays", "평일"],
    ["cron", "크론"],
  ],
} as const;
