/** Reads the values of a start's options: a deadline, a language, how many are wanted. Pure. */
import { isLanguage, type Language, languageCodes } from "../i18n/languages.ts";
import type { OptionName } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { calledIn } from "../text/called.ts";
import { parseSpan, parseWallTime } from "./deadline.ts";

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
  /** Who is asked, by id; empty for everybody. */
  readonly invited: readonly string[];
  readonly endWhenAll: boolean;
  /** Whoever starts it leads without responding. */
  readonly observing: boolean;
  /** Who takes the decision, by id. */
  readonly decider: string | null;
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
  invited: [],
  endWhenAll: false,
  observing: false,
  decider: null,
  language: null,
};

/** What these options ask for, or what is wrong with the first that can't be taken. */
export const optionsOf = (
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

/** The options with one more. `zone` is the person's, `now` in UTC milliseconds. */
export const withOption = (
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
    case "when-all":
      return { ...options, endWhenAll: true };
    case "observe":
      return { ...options, observing: true };
    case "decider": {
      const [decider, ...others] = calledIn(value) ?? [];
      return decider === undefined || others.length > 0 ? bad("--decider @ann") : { ...options, decider };
    }
    case "ask": {
      const named = calledIn(value);
      const invited = [...new Set([...options.invited, ...(named ?? [])])];
      return named === undefined || invited.length > invitedMax ? bad("--ask @ann @bob") : { ...options, invited };
    }
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

/** A list of more people than this nobody reads; a channel of many asks everybody. */
export const invitedMax = 50;

export const parseLanguage = (given: string): { readonly language: Language } | Refusal => {
  const language = given.toLowerCase();
  return isLanguage(language) ? { language } : badLanguage(given);
};

export const badLanguage = (given: string): Refusal => ({
  code: "bad-value",
  option: "--lang",
  given,
  examples: languageCodes.map((code) => `--lang ${code}`),
});

/** How many responses are wanted, from 1 to 999; undefined for anything else. */
export const parseQuorum = (given: string): number | undefined =>
  /^[1-9]\d{0,2}$/.test(given.trim()) ? Number(given) : undefined;
