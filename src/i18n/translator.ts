/** One language at work: its messages, and a pack's texts in it. */

import type { Language } from "../session/session.ts";
import type { Localized } from "../text/localized.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { Messages } from "./messages.ts";

export type Translator = {
  readonly language: Language;
  readonly messages: Messages;
  /** A pack's text in this language, as it stands in the pack: inline Markdown still in it. */
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
};

const catalogues: Readonly<Record<Language, Messages>> = { en, ko };

const makeTranslator = (language: Language): Translator => {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return {
    language,
    messages: catalogues[language],
    pick: (text) => text[language],
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (amount, currency) => {
      const format = { notation: "compact", maximumFractionDigits: 2, useGrouping: "always" } as const;
      // Intl would say "KRW 2120만"; Koreans write the won right behind the number.
      if (language === "ko" && currency === "KRW") return `${new Intl.NumberFormat(language, format).format(amount)}원`;
      return new Intl.NumberFormat(language, { ...format, style: "currency", currency, currencyDisplay: "code" })
        .format(amount)
        .replaceAll("\u00a0", " ");
    },
    // 2024-01-01 was a Monday.
    weekday: (day) => weekday.format(new Date(Date.UTC(2024, 0, day))),
    date: (text) => date.format(new Date(`${text}T00:00Z`)),
  };
};

const translators: Readonly<Record<Language, Translator>> = { en: makeTranslator("en"), ko: makeTranslator("ko") };

export const translatorFor = (language: Language): Translator => translators[language];
