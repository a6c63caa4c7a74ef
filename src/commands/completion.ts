/**
 * What may follow what a person is typing: commands, activities, options, in the language they
 * type. Pure.
 */
import { plainText } from "../cards/plain.ts";
import { languageCodes, languages } from "../i18n/languages.ts";
import type { Translator } from "../i18n/translator.ts";
import {
  commandNames,
  type LearnOptionName,
  rhythms,
  scheduleOptionNames,
  startOptionNames,
  type TypedWords,
} from "../i18n/typed-words.ts";
import type { Library } from "../packs/library.ts";
import { parseInline } from "../text/inline-markdown.ts";
import {
  commandNamed,
  commandWord,
  learnOptionNamed,
  optionWord,
  scheduleOptionNamed,
  shareWord,
  slashNames,
  startOptionNamed,
  takesValue,
} from "./command-words.ts";
import { sourcesOf } from "./schedule-source.ts";

/** One way to go on typing a command. */
export type Completion = { readonly insert: string; readonly label: string; readonly detail: string };

const completionsMax = 15;

/** Completions of a composer's whole text; each one is a whole text again. */
export const complete = (text: string, library: Library, t: Translator): readonly Completion[] => {
  const say = t.messages.commands;
  const prefix = t.address.name;
  if (!text.startsWith(prefix.slice(0, 1))) return [];
  const names = namesOf(t);
  const name = [...names, ...slashNames].find((one) => text.startsWith(`${one} `));
  if (name === undefined) {
    const begun = (all: readonly string[]) => all.filter((one) => one.startsWith(text));
    const found = begun(names).length > 0 ? begun(names) : begun(slashNames);
    return found.map((one) => ({ insert: `${one} `, label: one, detail: say.menuTitle }));
  }
  const words = text.slice(name.length).trimStart().split(/\s+/u);
  const typed = words.at(-1) ?? "";
  const before = text.slice(0, text.length - typed.length);
  const make = (word: string, detail: string): Completion => ({ insert: `${before}${word} `, label: word, detail });
  return fitting(words.slice(0, -1), typed, library, t)
    .filter(([word]) => word !== typed)
    .slice(0, completionsMax)
    .map(([word, detail]) => make(word, detail));
};

/** How the bot is called where one types, and in the person's own language too. */
const namesOf = ({ address, typed }: Translator): readonly string[] =>
  address.by === "command" ? [...new Set([address.name, `/${typed.self[0]}`])] : [address.name];

/**
 * In the person's own language; where none of its words begins as typed, in the first one that has
 * such words.
 */
const fitting = (before: readonly string[], typed: string, library: Library, t: Translator): readonly Candidate[] => {
  for (const vocabulary of [t.typed, ...languageCodes.map((code) => languages[code].typed)]) {
    const found = candidates(before, vocabulary, library, t).filter(([word]) =>
      word.toLowerCase().startsWith(typed.toLowerCase()),
    );
    if (found.length > 0) return found;
  }
  return [];
};

type Candidate = readonly [word: string, detail: string];

const candidates = (
  before: readonly string[],
  vocabulary: TypedWords,
  library: Library,
  t: Translator,
): readonly Candidate[] => {
  const say = t.messages.commands;
  const [first, ...rest] = before;
  if (first === undefined) return commandNames.map((name) => [commandWord(name, vocabulary), say.details[name]]);
  if (commandNamed(first) === "schedule") return scheduleCandidates(rest, vocabulary, library, t);
  const learning = commandNamed(first) === "learn";
  if (!learning && commandNamed(first) !== "start") return [];
  const usable = library.activities.filter(({ open }) => open.takesResponses !== learning);
  const activities = usable.map(({ id, open }): Candidate => [id, plainText(open.title(t))]);
  if (learning) return rest.length === 0 ? activities : learnCandidates(rest, vocabulary, t);
  const last = startOptionNamed(rest.at(-1) ?? "");
  if (last === "lang") return languageCandidates(t);
  if (last !== undefined && takesValue(last)) return [];
  const used = rest.map(startOptionNamed);
  const named = rest.some((word, index) => {
    const flag = startOptionNamed(rest[index - 1] ?? "");
    return !word.startsWith("--") && (flag === undefined || !takesValue(flag));
  });
  const options = startOptionNames
    .filter((name) => !used.includes(name))
    .map((name): Candidate => [optionWord(name, vocabulary), say.optionDetails[name]]);
  if (named) return options;
  const exercises = library.exercises.map(({ id, title }): Candidate => [id, plainText(parseInline(t.pick(title)))]);
  return [...activities, ...exercises, ...options];
};

const learnCandidates = (words: readonly string[], vocabulary: TypedWords, t: Translator): readonly Candidate[] => {
  const say = t.messages.commands;
  if (learnOptionNamed(words.at(-1) ?? "") === "lang") return languageCandidates(t);
  const used = words.map(learnOptionNamed);
  const offered: readonly (readonly [LearnOptionName, ...Candidate])[] = [
    ["share", shareWord(vocabulary), say.share],
    ["lang", optionWord("lang", vocabulary), say.optionDetails.lang],
  ];
  return offered.filter(([name]) => !used.includes(name)).map(([, word, detail]) => [word, detail]);
};

const languageCandidates = (t: Translator): readonly Candidate[] =>
  languageCodes.map((code) => [code, t.languageName(code)]);

const scheduleCandidates = (
  words: readonly string[],
  vocabulary: TypedWords,
  library: Library,
  t: Translator,
): readonly Candidate[] => {
  const { howOften } = t.messages.schedule.form;
  const [first] = words;
  if (first === undefined)
    return [
      ...rhythms.map(
        (rhythm): Candidate => [
          vocabulary.rhythms[rhythm][0],
          rhythm === "monthly" ? howOften.monthly({ weekday: t.weekday(1) }) : howOften[rhythm],
        ],
      ),
      [commandWord("ask", vocabulary), t.messages.schedule.form.own],
    ];
  const last = scheduleOptionNamed(words.at(-1) ?? "");
  if (last === "from") return sourcesOf(library, t).map(({ id, label }): Candidate => [id, label]);
  if (last === "lang") return languageCandidates(t);
  if (last !== undefined && takesValue(last)) return [];
  const used = words.map(scheduleOptionNamed);
  return scheduleOptionNames
    .filter((name) => !used.includes(name))
    .map((name): Candidate => [optionWord(name, vocabulary), t.messages.commands.optionDetails[name]]);
};
