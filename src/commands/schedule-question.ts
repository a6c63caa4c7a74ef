/**
 * Reads the words behind `schedule ask`: a question of one's own, and how often it is asked:
 * `"Which risk first?" "Cost" "Time" --every monday 10:00`. What can't be read leaves all else as
 * it was understood. Pure.
 */
import { isLanguage, type Language } from "../i18n/languages.ts";
import {
  type MethodName,
  type OptionName,
  rhythms,
  type ScheduleOptionName,
  scheduleOptionNames,
} from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { present } from "../text/present.ts";
import { type Piece, piecesOf } from "../text/quoted.ts";
import type { Unread } from "./command.ts";
import {
  isEveryOption,
  isMethodOption,
  methodWordNamed,
  optionNamed,
  scheduleOptionNamed,
  takesValue,
  weekdayNamed,
} from "./command-words.ts";
import { badLanguage } from "./option-values.ts";
import { readQuorum } from "./schedule-line.ts";
import { listed, type PlanWords } from "./schedule-plan.ts";
import { badMethod, straighten } from "./setup-line.ts";
import { unknownOption } from "./split-options.ts";

export type ScheduledQuestion = {
  /** What is asked, without the options. */
  readonly words: string;
  readonly method: MethodName | undefined;
  readonly plan: PlanWords;
  readonly unread: readonly Unread[];
};

type Name = ScheduleOptionName | OptionName;

/** What packs are asked from has no place here, and members may add options. */
const names: readonly Name[] = [...scheduleOptionNames.filter((name) => name !== "from"), "open"];

const nameOf = (flag: string): Name | undefined => {
  const name = scheduleOptionNamed(flag) ?? optionNamed(flag);
  return names.find((one) => one === name);
};

/** A weekday alone means every week. */
const howOften = (words: readonly string[]): readonly string[] =>
  weekdayNamed(words[0] ?? "") === undefined ? words : [rhythms[0], ...words];

/** An option with what stands behind it: any number of words behind the one that says how often. */
type Said = { readonly flag: string; readonly words: readonly string[] };

const isFlag = ({ quoted, text }: Piece): boolean => !quoted && text.startsWith("--");

/** Takes a line apart into the words of the question and its options. */
const takeApart = (line: string): { readonly words: readonly string[]; readonly said: readonly Said[] } => {
  const pieces = piecesOf(line).map((piece) => (piece.quoted ? piece : { ...piece, text: straighten(piece.text) }));
  const words: string[] = [];
  const said: Said[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if (!isFlag(piece)) {
      words.push(piece.raw);
      continue;
    }
    const flag = piece.text;
    const name = nameOf(flag);
    const one = isMethodOption(flag) || (name !== undefined && takesValue(name)) ? 1 : 0;
    const most = isEveryOption(flag) ? Number.POSITIVE_INFINITY : one;
    const behind = pieces.slice(at + 1);
    const end = behind.findIndex((next) => next.quoted || isFlag(next));
    const taken = behind.slice(0, Math.min(most, end < 0 ? behind.length : end));
    said.push({ flag, words: taken.map(({ text }) => text) });
    at += taken.length;
  }
  return { words, said };
};

/** `zone` and `language` are the person's own, for what isn't said. */
export const parseScheduledQuestion = (
  line: string,
  own: { readonly zone: string; readonly language: Language },
): ScheduledQuestion => {
  const { words, said } = takeApart(line);
  const values = new Map<string, string>();
  const unread: Unread[] = [];
  const fail = (option: Unread["option"], given: string, refusal: Refusal): void => {
    unread.push({ option, given, refusal });
  };
  let how: readonly string[] = [];
  let method: MethodName | undefined;
  for (const { flag, words: behind } of said) {
    const given = behind.join(" ");
    const name = nameOf(flag);
    if (isEveryOption(flag)) how = howOften(behind);
    else if (isMethodOption(flag)) {
      method = methodWordNamed(given);
      if (method === undefined) fail("method", given, badMethod(given));
    } else if (name === undefined) fail(null, flag, unknownOption("schedule", flag, names));
    else values.set(name, given);
  }
  const quorum = readQuorum(values);
  const language = values.get("lang")?.toLowerCase() ?? own.language;
  if (typeof quorum === "object") fail("quorum", values.get("quorum") ?? "", quorum);
  if (!isLanguage(language)) fail("lang", language, badLanguage(language));
  if (values.has("for") && values.has("until")) fail("until", values.get("until") ?? "", { code: "deadline-twice" });
  const plan: PlanWords = {
    how,
    zone: values.get("zone") ?? own.zone,
    from: [],
    skip: listed(values.get("skip") ?? ""),
    end: values.get("for") ?? values.get("until") ?? null,
    settings: {
      anonymous: values.has("anonymous"),
      discussion: values.has("discuss"),
      language: isLanguage(language) ? language : own.language,
      ...present({ open: values.has("open") || undefined, quorum: typeof quorum === "number" ? quorum : undefined }),
    },
  };
  return { words: words.join(" "), method, plan, unread };
};
