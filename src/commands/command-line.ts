/** Reads a typed command: which one, and with what; or the refusal. Pure. */

import { isLanguage, type Language, languageCodes } from "../i18n/languages.ts";
import { commandNames, type OptionName, optionNames } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { nearest } from "../text/nearest.ts";
import { commandNamed, isShareFlag, optionNamed, takesValue } from "./command-words.ts";
import { parseSpan, parseWallTime } from "./deadline.ts";

/** What a start asks for; the same choices stand in the start form. */
export type StartOptions = {
  readonly anonymous: boolean;
  readonly discussion: boolean;
  readonly deadline: number | null;
  readonly roundMs: number | null;
  readonly language: Language | null;
};

/** A start without any option. */
export const plainStart: StartOptions = {
  anonymous: false,
  discussion: false,
  deadline: null,
  roundMs: null,
  language: null,
};

export type CommandLine =
  | { readonly type: "menu" }
  | { readonly type: "help" }
  | { readonly type: "list" }
  | { readonly type: "history" }
  | { readonly type: "learn"; readonly activity: string | null; readonly share: boolean }
  | { readonly type: "schedules" }
  | { readonly type: "ask-schedule" }
  | { readonly type: "schedule"; readonly words: readonly string[] }
  | { readonly type: "ask-start" }
  | { readonly type: "start"; readonly activity: string; readonly options: StartOptions };

export type ParsedCommand =
  | { readonly type: "command"; readonly command: CommandLine }
  | { readonly type: "refused"; readonly refusal: Refusal };

/** Parses the words behind `/workshop`. `zone` is the person's, `now` in UTC milliseconds. */
export const parseCommandLine = (text: string, zone: string, now: number): ParsedCommand => {
  const words = text.trim().split(/\s+/u).filter(Boolean).map(straighten);
  const [first, ...rest] = words;
  if (first === undefined) return { type: "command", command: { type: "menu" } };
  const name = commandNamed(first);
  if (name === undefined)
    return refused({ code: "unknown-command", given: first, nearest: nearest(first, commandNames, 2) });
  if (name === "learn") return parseLearn(rest);
  if (name === "schedule")
    return { type: "command", command: rest.length === 0 ? { type: "ask-schedule" } : { type: name, words: rest } };
  if (name !== "start") return { type: "command", command: { type: name } };
  return parseStart(rest, zone, now);
};

/** Phones turn two hyphens into a dash while one types; both mean an option. */
const straighten = (word: string): string => word.replace(/^[—–]+(?=\p{L})/u, "--");

const parseLearn = (words: readonly string[]): ParsedCommand => {
  const flags = words.filter((word) => word.startsWith("--"));
  const [activity = null, surplus] = words.filter((word) => !word.startsWith("--"));
  const wrong = surplus ?? flags.find((flag) => !isShareFlag(flag));
  if (wrong !== undefined) return refused({ code: "unknown-option", given: wrong, nearest: ["--share"] });
  const share = flags.length > 0;
  if (share && activity === null) return refused({ code: "missing-reference" });
  return { type: "command", command: { type: "learn", activity: activity?.toLowerCase() ?? null, share } };
};

const parseStart = (words: readonly string[], zone: string, now: number): ParsedCommand => {
  let options = plainStart;
  const bare: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith("--")) {
      bare.push(word);
      continue;
    }
    const [flag = "", inline] = word.split("=", 2);
    const name = optionNamed(flag);
    if (name === undefined) return refused(unknownOption(flag));
    const value = takesValue(name) ? (inline ?? left.shift() ?? "") : "";
    const next = withOption(options, name, value, zone, now);
    if ("code" in next) return refused(next);
    options = next;
  }
  const [activity, surplus] = bare;
  if (surplus !== undefined) return refused(unknownOption(surplus));
  if (activity === undefined)
    return words.length === 0
      ? { type: "command", command: { type: "ask-start" } }
      : refused({ code: "missing-activity" });
  return { type: "command", command: { type: "start", activity: activity.toLowerCase(), options } };
};

const refused = (refusal: Refusal): ParsedCommand => ({ type: "refused", refusal });

const unknownOption = (given: string): Refusal => {
  const flags = optionNames.map((option) => `--${option}`);
  return { code: "unknown-option", given, nearest: nearest(given, flags, 2) };
};

const withOption = (
  options: StartOptions,
  name: OptionName,
  value: string,
  zone: string,
  now: number,
): StartOptions | Refusal => {
  const bad = (...examples: readonly string[]): Refusal => ({
    code: "bad-value",
    option: `--${name}`,
    given: value,
    examples,
  });
  switch (name) {
    case "anonymous":
      return { ...options, anonymous: true };
    case "discuss":
      return { ...options, discussion: true };
    case "lang": {
      const language = value.toLowerCase();
      return isLanguage(language) ? { ...options, language } : bad(...languageCodes.map((code) => `--lang ${code}`));
    }
    case "until": {
      if (options.deadline !== null) return { code: "deadline-twice" };
      const deadline = parseWallTime(value, zone, now);
      return deadline === undefined ? bad("--until 17:00") : { ...options, deadline };
    }
    case "for": {
      if (options.deadline !== null) return { code: "deadline-twice" };
      const roundMs = parseSpan(value);
      return roundMs === undefined
        ? bad("--for 30m", "--for 2h", "--for 2d")
        : { ...options, deadline: now + roundMs, roundMs };
    }
    default:
      return name satisfies never;
  }
};
