/** The words of commands in every language: the same everywhere, Korean and English side by side. */
import type { SessionVerb } from "../cards/action.ts";

export const commandNames = ["start", "schedule", "schedules", "list", "learn", "history", "help"] as const;
export type CommandName = (typeof commandNames)[number];

const koreanNames: Readonly<Record<CommandName, string>> = {
  start: "시작",
  schedule: "예약",
  schedules: "예약목록",
  list: "목록",
  learn: "읽기",
  history: "기록",
  help: "도움말",
};

/** Words that commands were called by before, still understood. */
const koreanAliases: Readonly<Record<string, CommandName>> = { 학습: "learn" };

export const optionNames = ["anonymous", "discuss", "until", "for", "lang"] as const;
export type OptionName = (typeof optionNames)[number];

const koreanOptions: Readonly<Record<OptionName, string>> = {
  anonymous: "익명",
  discuss: "토론",
  until: "마감",
  for: "동안",
  lang: "언어",
};

/** What `schedule` takes beside what `start` does. */
const ownScheduleOptions = ["from", "zone", "skip"] as const;
type OwnScheduleOption = (typeof ownScheduleOptions)[number];

const koreanScheduleOptions: Readonly<Record<OwnScheduleOption, string>> = {
  from: "활동",
  zone: "시간대",
  skip: "제외",
};

export const scheduleOptionNames = [...ownScheduleOptions, ...optionNames] as const;
export type ScheduleOptionName = (typeof scheduleOptionNames)[number];

/** A command's word as people of that language type it. */
export const commandWord = (name: CommandName, language: "en" | "ko"): string =>
  language === "ko" ? koreanNames[name] : name;

/** An option's word, with its dashes. */
export const optionWord = (name: OptionName, language: "en" | "ko"): string =>
  `--${language === "ko" ? koreanOptions[name] : name}`;

/** The command a word means, in either language. */
export const commandNamed = (word: string): CommandName | undefined =>
  commandNames.find((name) => name === word.toLowerCase() || koreanNames[name] === word) ?? koreanAliases[word];

/** The option a word with its dashes means, in either language. */
export const optionNamed = (word: string): OptionName | undefined =>
  optionNames.find((name) => `--${name}` === word.toLowerCase() || `--${koreanOptions[name]}` === word);

/** The option of `schedule` that a word with its dashes means, in either language. */
export const scheduleOptionNamed = (word: string): ScheduleOptionName | undefined =>
  ownScheduleOptions.find(
    (name) => `--${name}` === word.toLowerCase() || `--${koreanScheduleOptions[name]}` === word,
  ) ?? optionNamed(word);

/** An option of `schedule`, with its dashes. */
export const scheduleOptionWord = (name: ScheduleOptionName, language: "en" | "ko"): string => {
  const own = ownScheduleOptions.find((one) => one === name);
  const shared = optionNames.find((one) => one === name);
  if (own !== undefined) return `--${language === "ko" ? koreanScheduleOptions[own] : own}`;
  return shared === undefined ? "" : optionWord(shared, language);
};

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
export const takesValue = (name: ScheduleOptionName): boolean => name !== "anonymous" && name !== "discuss";
