/** One language at work: its messages, and a pack's texts in it. */

import { type Address, slashCommand } from "./address.ts";
import { type Language, languages } from "./languages.ts";
import { type Localized, textIn } from "./localized.ts";
import type { Messages } from "./messages.ts";
import type { TypedWords } from "./typed-words.ts";

export type Translator = {
  readonly language: Language;
  readonly messages: Messages;
  /** How the bot is addressed in what is said. */
  readonly address: Address;
  readonly typed: TypedWords;
  /**
   * A pack's text in this language, or in the default one, as it stands in the pack: inline
   * Markdown still in it.
   */
  readonly pick: (text: Localized) => string;
  readonly number: (value: number) => string;
  /** A share (0–1) as a percentage without decimals: 0.6 → "60%". */
  readonly percent: (share: number) => string;
  /** An amount of a currency (ISO 4217), shortened as the language shortens large numbers. */
  readonly money: (amount: number, currency: string) => string;
  /** A weekday's name; 1 is Monday, as in ISO 8601. */
  readonly weekday: (day: number) => string;
  /** A calendar date, `YYYY-MM-DD`, in words. */
  readonly date: (date: string) => string;
  /** The month, with its year, in which an instant lies in a zone (IANA). */
  readonly month: (at: number, zone: string) => string;
  /** The day, without its year, on which an instant lies in a zone (IANA). */
  readonly day: (at: number, zone: string) => string;
  /** What clocks show, `YYYY-MM-DDTHH:MM`, in words: "Mon, Dec 1, 10:00". */
  readonly wallTime: (wall: string) => string;
  /** A language's name. */
  readonly languageName: (code: Language) => string;
};

const makeTranslator = (language: Language, address: Address): Translator => {
  const { messages, addressed, typed, amounts } = languages[language];
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const names = new Intl.DisplayNames(language, { type: "language" });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const wallTime = new Intl.DateTimeFormat(language, {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return {
    language,
    messages: { ...messages, addressed: addressed(address) },
    address,
    typed,
    pick: (text) => textIn(text, language),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (amount, currency) => {
      // With a currency Intl writes "KRW 50M" alone, without one "50 million".
      const format = { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 } as const;
      const figure = new Intl.NumberFormat(language, { ...format, useGrouping: "always" }).format(amount);
      return amounts[currency]?.(figure) ?? `${currency} ${figure}`;
    },
    // 2024-01-01 was a Monday.
    weekday: (day) => weekday.format(new Date(Date.UTC(2024, 0, day))),
    date: (text) => date.format(new Date(`${text}T00:00Z`)),
    month: (at, timeZone) => new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone }).format(at),
    day: (at, timeZone) => new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone }).format(at),
    wallTime: (text) => wallTime.format(new Date(`${text}Z`)),
    languageName: (code) => names.of(code) ?? code,
  };
};

const translators = new Map<string, Translator>();

/**
 * `address` is how the bot is addressed where it is read; there are as many as there are platforms.
 */
export const translatorFor = (language: Language, address: Address = slashCommand): Translator => {
  const key = `${language} ${address.by} ${address.name}`;
  const known = translators.get(key) ?? makeTranslator(language, address);
  translators.set(key, known);
  return known;
};
