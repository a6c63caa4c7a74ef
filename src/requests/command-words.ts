/** The words of commands in every language: the same everywhere, Korean and English side by side. */

import { closest, distance } from "fastest-levenshtein";
import type { SessionVerb } from "../cards/action.ts";

export const commandNames = ["start", "list", "learn", "history", "help"] as const;
export type CommandName = (typeof commandNames)[number];

const koreanNames: Readonly<Record<CommandName, string>> = {
  start: "시작",
  list: "목록",
  learn: "학습",
  history: "기록",
  help: "도움말",
};

export const optionNames = ["anonymous", "discuss", "until", "for", "lang"] as const;
export type OptionName = (typeof optionNames)[number];

const koreanOptions: Readonly<Record<OptionName, string>> = {
  anonymous: "익명",
  discuss: "토론",
  until: "마감",
  for: "동안",
  lang: "언어",
};

/** A command's word as people of that language type it. */
export const commandWord = (name: CommandName, language: "en" | "ko"): string =>
  language === "ko" ? koreanNames[name] : name;

/** An option's word, with its dashes. */
export const optionWord = (name: OptionName, language: "en" | "ko"): string =>
  `--${language === "ko" ? koreanOptions[name] : name}`;

/** The command a word means, in either language. */
export const commandNamed = (word: string): CommandName | undefined =>
  commandNames.find((name) => name === word.toLowerCase() || koreanNames[name] === word);

/** The option a word with its dashes means, in either language. */
export const optionNamed = (word: string): OptionName | undefined =>
  optionNames.find((name) => `--${name}` === word.toLowerCase() || `--${koreanOptions[name]}` === word);

/** The option of `learn` that posts the card in the channel. */
export const shareWord = (language: "en" | "ko"): string => (language === "ko" ? "--공유" : "--share");

export const isShareFlag = (flag: string): boolean => [shareWord("en"), shareWord("ko")].includes(flag.toLowerCase());

const threadVerbs = {
  "end-round": ["end", "마감"],
  discuss: ["discuss", "토론"],
  "vote-again": ["again", "재투표"],
  reveal: ["reveal", "공개"],
  close: ["close", "종료"],
  cancel: ["cancel", "취소"],
  controls: ["controls", "진행"],
} as const satisfies Partial<Record<SessionVerb, readonly string[]>>;

type ThreadVerb = keyof typeof threadVerbs;

const isThreadVerb = (verb: string): verb is ThreadVerb => verb in threadVerbs;

/** The control that a word said in a session's thread means, in either language. */
export const threadVerbNamed = (said: string): ThreadVerb | undefined => {
  const word = said.trim().toLowerCase();
  return Object.keys(threadVerbs)
    .filter(isThreadVerb)
    .find((verb) => threadVerbs[verb].some((name) => name === word));
};

/** Whether an option takes a value behind it. */
export const takesValue = (name: OptionName): boolean => name !== "anonymous" && name !== "discuss";

/**
 * The candidates that were probably meant, nearest first: those that contain what was given, and those within a third of its length by
 * Levenshtein distance; the single nearest one if it shares at least half its letters.
 */
export const nearest = (given: string, candidates: readonly string[], most = 3): readonly string[] => {
  const word = given.toLowerCase().slice(0, 64);
  if (word === "" || candidates.length === 0) return [];
  const bound = Math.max(2, Math.ceil(word.length / 3));
  const near = candidates
    .map((candidate) => ({ candidate, away: candidate.includes(word) ? 0 : distance(word, candidate) }))
    .filter(({ away }) => away <= bound)
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ candidate }) => candidate);
  if (near.length > 0) return near;
  const one = closest(word, [...candidates]);
  return distance(word, one) <= Math.max(word.length, one.length) / 2 ? [one] : [];
};
