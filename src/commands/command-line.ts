import {
  type CommandName,
  commandNames,
  learnOptionNames,
  type SetupName,
  type StartOptionName,
  setupNames,
  startOptionNames,
} from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { isCalled } from "../text/called.ts";
import { nearest } from "../text/nearest.ts";
import type { ParsedCommand } from "./command.ts";
import {
  commandNamed,
  isForget,
  learnOptionNamed,
  startOptionNamed,
  takesPeople,
  takesValue,
} from "./command-words.ts";
import { optionsOf, parseLanguage } from "./option-values.ts";
import { parseSetup, straighten } from "./setup-line.ts";
import { splitOptions } from "./split-options.ts";

/** Parses the words behind the command. `zone` is the person's, `now` in UTC milliseconds. */
export const parseCommandLine = (text: string, zone: string, now: number): ParsedCommand => {
  const words = text.trim().split(/\s+/u).filter(Boolean).map(straighten);
  const [first, ...rest] = words;
  if (first === undefined) return { type: "command", command: { type: "menu" } };
  const name = commandNamed(first);
  if (name === undefined)
    return refused({ code: "unknown-command", given: first, nearest: nearest(first, commandNames, 2) });
  if (isSetup(name)) return parseSetup(name, text.trim().slice(first.length), zone, now);
  if (name === "find")
    return { type: "command", command: { type: name, words: text.trim().slice(first.length).trim() } };
  if (name === "me" && rest.length === 1 && isForget(rest[0] ?? ""))
    return { type: "command", command: { type: name, forget: true } };
  if (name === "learn") return parseLearn(rest);
  const [second = ""] = rest;
  const setup = name === "schedule" ? commandNamed(second) : undefined;
  if (setup !== undefined && isSetup(setup))
    return { type: "command", command: { type: "schedule-set-up", setup, line: behind(text, [first, second]) } };
  if (name === "schedule")
    return { type: "command", command: rest.length === 0 ? { type: "ask-schedule" } : { type: name, words: rest } };
  if (name === "start") return parseStart(rest, zone, now);
  return parseBare(name, rest);
};

/** What stands behind these words at the beginning of a line. */
const behind = (line: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.trimStart().slice(word.length), line);

/** A command without options. */
const parseBare = (
  command: Exclude<CommandName, SetupName | "start" | "schedule" | "learn" | "find">,
  words: readonly string[],
): ParsedCommand => {
  const split = splitOptions(words, { command, names: [], named: () => undefined, takesValue: () => false });
  return split.type === "refused"
    ? split
    : { type: "command", command: command === "me" ? { type: command, forget: false } : { type: command } };
};

const learnOptions = {
  command: "learn",
  names: learnOptionNames,
  named: learnOptionNamed,
  takesValue: (name: string) => name === "lang",
} as const;

const parseLearn = (words: readonly string[]): ParsedCommand => {
  const split = splitOptions(words, learnOptions);
  if (split.type === "refused") return split;
  const [activity = null, surplus] = split.bare;
  if (surplus !== undefined) return refused({ code: "surplus-word", command: "learn", given: surplus });
  const share = split.options.some(([name]) => name === "share");
  const said = split.options.find(([name]) => name === "lang")?.[1];
  const language = said === undefined ? null : parseLanguage(said);
  if (language !== null && "code" in language) return refused(language);
  if (share && activity === null) return refused({ code: "missing-reference" });
  const options = { share, language: language?.language ?? null };
  return { type: "command", command: { type: "learn", activity: activity?.toLowerCase() ?? null, ...options } };
};

const startOptions = {
  command: "start",
  names: startOptionNames,
  named: startOptionNamed,
  takesValue,
  takesMore: (name: StartOptionName, word: string) => takesPeople(name) && isCalled(word),
} as const;

const parseStart = (words: readonly string[], zone: string, now: number): ParsedCommand => {
  const split = splitOptions(words, startOptions);
  if (split.type === "refused") return split;
  const options = optionsOf(split.options, zone, now);
  if ("code" in options) return refused(options);
  const [activity, surplus] = split.bare;
  if (surplus !== undefined) return refused({ code: "surplus-word", command: "start", given: surplus });
  if (activity === undefined)
    return words.length === 0
      ? { type: "command", command: { type: "ask-start" } }
      : refused({ code: "missing-activity" });
  return { type: "command", command: { type: "start", activity: activity.toLowerCase(), options } };
};

const isSetup = (name: CommandName): name is SetupName => setupNames.some((one) => one === name);

const refused = (refusal: Refusal): ParsedCommand => ({ type: "refused", refusal });
