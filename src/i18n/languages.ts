/**
 * The languages the product speaks, a line a language: what each owes stands in `locale.ts`, and
 * its folder fulfils it.
 */
import { en } from "./en/en.ts";
import { ko } from "./ko/ko.ts";
import type { Locale } from "./locale.ts";

export const languages = {
  en,
  ko,
} as const satisfies Readonly<Record<string, Locale>>;

/** A language's code, as BCP 47 has it. */
export type Language = keyof typeof languages;

/** Every pack says everything in it, and who has no language of ours is spoken to in it. */
export const defaultLanguage = "en" satisfies Language;

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/** Their codes, in the order in which they are offered. */
export const languageCodes: readonly Language[] = Object.keys(languages).filter(isLanguage);

/**
 * The language for someone of a locale such as `ko-KR` or `en_GB`; the default one where it is none
 * of ours, undefined where no locale is known.
 */
export const languageOfLocale = (locale: string | undefined): Language | undefined => {
  if (locale === undefined) return undefined;
  const [code = ""] = locale.toLowerCase().split(/[-_]/u);
  return isLanguage(code) ? code : defaultLanguage;
};
