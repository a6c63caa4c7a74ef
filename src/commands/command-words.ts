/**
 * What a typed word means, in whichever language it is typed: the same everywhere, all languages
 * side by side.
 */
import { languageCodes, languages } from "../i18n/languages.ts";
import {
  type CommandName,
  commandNames,
  type LearnOptionName,
  learnOptionNames,
  type MethodName,
  methodNames,
  type OptionName,
  optionNames,
  type Rhythm,
  rhythms,
  type ScheduleOptionName,
  type StartOptionName,
  scheduleOptionNames,
  startOptionNames,
  type ThreadVerb,
  type TypedWords,
  type Unit,
  units,
  type Words,
} from "../i18n/typed-words.ts";
import { pressedCommands } from "../session/permission.ts";

/** The permission table's: a control that needs no form doesn't compile without its words. */
const threadVerbs: readonly ThreadVerb[] = [...pressedCommands, "controls", "ask-mend"];

const spoken: readonly TypedWords[] = languageCodes.map((code) => languages[code].typed);

/** Finds the name that some language has the word for; capitals mean no other word. */
const named =
  <Name>(names: readonly Name[], wordsFor: (name: Name, typed: TypedWords) => Words) =>
  (word: string): Name | undefined => {
    const small = word.trim().toLowerCase();
    return names.find((name) => spoken.some((typed) => wordsFor(name, typed).includes(small)));
  };

/** An option as it is typed: behind two dashes. */
const dashed = ([word, ...more]: Words): Words => [`--${word}`, ...more.map((one) => `--${one}`)];

export const commandNamed = named<CommandName>(commandNames, (name, typed) => typed.commands[name]);

/** The option of `start` that a word with its dashes means. */
export const startOptionNamed = named<StartOptionName>(startOptionNames, (name, typed) => dashed(typed.options[name]));

/** The option of a command that asks for its content. */
export const optionNamed = named<OptionName>(optionNames, (name, typed) => dashed(typed.options[name]));

/** The option of `schedule` that a word with its dashes means. */
export const scheduleOptionNamed = named<ScheduleOptionName>(scheduleOptionNames, (name, typed) =>
  dashed(typed.options[name]),
);

/** The option of `learn` that a word with its dashes means. */
export const learnOptionNamed = named<LearnOptionName>(learnOptionNames, (name, typed) =>
  dashed(name === "share" ? typed.share : typed.options[name]),
);

/** Whether a word with its dashes says how a question is answered. */
export const isMethodOption = (word: string): boolean =>
  spoken.some(({ method }) => dashed(method).includes(word.trim().toLowerCase()));

/** The method that a word means. */
export const methodWordNamed = named<MethodName>(methodNames, (name, typed) => typed.methods[name]);

/** The control that a word said in a session's thread means. */
export const threadVerbNamed = named<ThreadVerb>(threadVerbs, (name, typed) => typed.threadVerbs[name]);

export const rhythmNamed = named<Rhythm>(rhythms, (name, typed) => typed.rhythms[name]);

/** What a span's number is followed by. */
export const unitNamed = named<Unit>(units, (name, typed) => typed.units[name]);

/** ISO: 1 is Monday, 7 is Sunday. */
export const weekdayNamed = (word: string): number | undefined => {
  const given = word.toLowerCase();
  for (const { names, lettersMin } of spoken.map(({ weekdays }) => weekdays)) {
    const isBegun = (name: string): boolean =>
      lettersMin !== null && given.length >= lettersMin && name.startsWith(given);
    const index = names.findIndex((words) => words.some((name) => name === given || isBegun(name)));
    if (index >= 0) return index + 1;
  }
  return undefined;
};

/** Whether a word says that the first such weekday of the month is meant. */
export const isFirst = (word: string): boolean => spoken.some(({ first }) => first.includes(word.toLowerCase()));

/**
 * Whether a word is what the bot is called in some language, with a slash before it or without.
 */
export const isOwnName = (word: string): boolean => {
  const name = word.replace(/^\//u, "").normalize("NFC").toLowerCase();
  return spoken.some(({ self }) => self.includes(name));
};

/** Whether a word with its dashes says how often a question of one's own is asked. */
export const isEveryOption = (word: string): boolean =>
  spoken.some(({ every }) => dashed(every).includes(word.trim().toLowerCase()));

/** What stands behind the word that runs something again; undefined where there is no such word. */
export const behindAgain = (words: string): string | undefined => {
  const [first = ""] = words.trim().split(/\s/u);
  return spoken.some(({ again }) => again.includes(first.toLowerCase()))
    ? words.trim().slice(first.length).trim()
    : undefined;
};

/** Every name the bot answers to, with a slash before it. */
export const slashNames: readonly string[] = spoken.flatMap(({ self }) => self.map((name) => `/${name}`));

/** Whether a word says that one's own figures are to go. */
export const isForget = (word: string): boolean => spoken.some(({ forget }) => forget.includes(word.toLowerCase()));

/** Whether these words do no more than greet; signs behind them don't matter. */
export const isGreeting = (said: string): boolean =>
  spoken.some(({ greetings }) => greetings.includes(said.toLowerCase().replace(/[!.~?]+$/u, "")));

/** A command's word as it is offered in a language. */
export const commandWord = (name: CommandName, typed: TypedWords): string => typed.commands[name][0];

/** An option's word as it is offered, with its dashes. */
export const optionWord = (name: OptionName | ScheduleOptionName, typed: TypedWords): string =>
  `--${typed.options[name][0]}`;

/** The word of the option that posts a card in the channel. */
export const shareWord = (typed: TypedWords): string => `--${typed.share[0]}`;

/** Whether an option takes a value behind it. */
export const takesValue = (name: OptionName | ScheduleOptionName): boolean =>
  !["anonymous", "discuss", "open", "reveal", "when-all", "observe"].includes(name);

/** Whether as many names as are typed stand behind it. */
export const takesPeople = (name: OptionName | ScheduleOptionName): boolean => name === "ask";
