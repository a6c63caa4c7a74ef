/** Reads a typed command: which one, and with what; or the refusal. Pure. */

import { isLanguage, type Language, languageCodes } from "../i18n/languages.ts";
import {
  type CommandName,
  commandNames,
  learnOptionNames,
  type MethodName,
  methodNames,
  type OptionName,
  optionNames,
  type SetupName,
  setupNames,
  startOptionNames,
} from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { nearest } from "../text/nearest.ts";
import { type Piece, piecesOf } from "../text/quoted.ts";
import {
  commandNamed,
  isMethodOption,
  learnOptionNamed,
  methodWordNamed,
  optionNamed,
  startOptionNamed,
  takesValue,
} from "./command-words.ts";
import { parseSpan, parseWallTime } from "./deadline.ts";
import { splitOptions, unknownOption } from "./split-options.ts";

/** What a start asks for; the same choices stand in the start form. */
export type StartOptions = {
  readonly anonymous: boolean;
  readonly discussion: boolean;
  readonly deadline: number | null;
  readonly roundMs: number | null;
  /** Members may add options; where content is asked for in chat. */
  readonly open: boolean;
  readonly quorum: number | null;
  readonly revealAtEnd: boolean;
  readonly language: Language | null;
};

/** A start without any option. */
export const plainStart: StartOptions = {
  anonymous: false,
  discussion: false,
  deadline: null,
  roundMs: null,
  open: false,
  quorum: null,
  revealAtEnd: false,
  language: null,
};

/** What is asked of a reference card: whether the channel gets it, and in which language. */
export type LearnOptions = { readonly share: boolean; readonly language: Language | null };

/** What was typed as an option and can't be taken; `option` is null where there is none such. */
export type Unread = {
  readonly option: OptionName | "method" | null;
  readonly given: string;
  readonly refusal: Refusal;
};

export type CommandLine =
  | { readonly type: "menu" }
  | { readonly type: "help" }
  | { readonly type: "list" }
  | { readonly type: "history" }
  | { readonly type: "export" }
  /** Without words, they are asked for. */
  | { readonly type: "find"; readonly words: string }
  | ({ readonly type: "learn"; readonly activity: string | null } & LearnOptions)
  | { readonly type: "schedules" }
  | { readonly type: "ask-schedule" }
  | { readonly type: "schedule"; readonly words: readonly string[] }
  /** `line`: everything behind the name of the setup. */
  | { readonly type: "schedule-set-up"; readonly setup: SetupName; readonly line: string }
  | { readonly type: "ask-start" }
  /** `words`: what is left behind the command without its options. */
  | {
      readonly type: "set-up";
      readonly setup: SetupName;
      readonly words: string;
      readonly options: StartOptions;
      /** How the question is answered, where that was said. */
      readonly method?: MethodName;
      readonly unread: readonly Unread[];
    }
  | { readonly type: "start"; readonly activity: string; readonly options: StartOptions };

export type ParsedCommand =
  | { readonly type: "command"; readonly command: CommandLine }
  | { readonly type: "refused"; readonly refusal: Refusal };

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

/** Phones turn two hyphens into a dash while one types; both mean an option. */
export const straighten = (word: string): string => word.replace(/^[—–]+(?=\p{L})/u, "--");

/** A command without options. */
const parseBare = (
  command: Exclude<CommandName, SetupName | "start" | "schedule" | "learn" | "find">,
  words: readonly string[],
): ParsedCommand => {
  const split = splitOptions(words, { command, names: [], named: () => undefined, takesValue: () => false });
  return split.type === "refused" ? split : { type: "command", command: { type: command } };
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

const parseLanguage = (given: string): { readonly language: Language } | Refusal => {
  const language = given.toLowerCase();
  return isLanguage(language) ? { language } : badLanguage(given);
};

export const badLanguage = (given: string): Refusal => ({
  code: "bad-value",
  option: "--lang",
  given,
  examples: languageCodes.map((code) => `--lang ${code}`),
});

const startOptions = { command: "start", names: startOptionNames, named: startOptionNamed, takesValue } as const;

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

/**
 * What is quoted is no option, and the value of one only where it can be read as that. What can't
 * be read leaves all else as it was understood.
 */
const parseSetup = (setup: SetupName, line: string, zone: string, now: number): ParsedCommand => {
  const pieces = piecesOf(line).map((piece) => (piece.quoted ? piece : { ...piece, text: straighten(piece.text) }));
  const words: string[] = [];
  const unread: Unread[] = [];
  let options = plainStart;
  let method: MethodName | undefined;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if (piece.quoted || !piece.text.startsWith("--")) {
      words.push(piece.raw);
      continue;
    }
    const [flag = "", inline] = piece.text.split("=", 2);
    if (isMethodOption(flag)) {
      const given = inline ?? pieces[at + 1]?.text ?? "";
      method = methodWordNamed(given);
      if (method === undefined) unread.push({ option: "method", given, refusal: badMethod(given) });
      if (inline === undefined && (method !== undefined || pieces[at + 1]?.quoted === false)) at += 1;
      continue;
    }
    const name = optionNamed(flag);
    if (name === undefined) {
      unread.push({ option: null, given: flag, refusal: unknownOption(setup, flag, optionNames) });
      continue;
    }
    const next = inline === undefined && takesValue(name) ? pieces[at + 1] : undefined;
    const isIts = next !== undefined && isValue(next, name, zone, now);
    if (isIts) at += 1;
    const given = inline ?? (isIts ? next.text : "");
    const read = withOption(options, name, given, zone, now);
    if ("code" in read) unread.push({ option: name, given, refusal: read });
    else options = read;
  }
  const said = method === undefined ? {} : { method };
  return { type: "command", command: { type: "set-up", setup, words: words.join(" "), options, unread, ...said } };
};

export const badMethod = (given: string): Refusal => ({
  code: "bad-value",
  option: "--method",
  given,
  examples: methodNames.map((name) => `--method ${name}`),
});

/** A quotation is most likely an option of the question. */
const isValue = ({ text, quoted }: Piece, name: OptionName, zone: string, now: number): boolean =>
  quoted ? !("code" in withOption(plainStart, name, text, zone, now)) : text !== "|" && !text.startsWith("--");

const optionsOf = (
  given: readonly (readonly [OptionName, string])[],
  zone: string,
  now: number,
): StartOptions | Refusal => {
  let options = plainStart;
  for (const [name, value] of given) {
    const next = withOption(options, name, value, zone, now);
    if ("code" in next) return next;
    options = next;
  }
  return options;
};

const refused = (refusal: Refusal): ParsedCommand => ({ type: "refused", refusal });

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
    case "open":
      return { ...options, open: true };
    case "reveal":
      return { ...options, revealAtEnd: true };
    case "quorum": {
      const quorum = parseQuorum(value);
      return quorum === undefined ? bad("--quorum 5") : { ...options, quorum };
    }
    case "lang": {
      const parsed = parseLanguage(value);
      return "code" in parsed ? parsed : { ...options, ...parsed };
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

/** How many responses are wanted, from 1 to 999; undefined for anything else. */
export const parseQuorum = (given: string): number | undefined =>
  /^[1-9]\d{0,2}$/.test(given.trim()) ? Number(given) : undefined;
