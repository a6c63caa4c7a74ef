/** What the playground says by itself, a line a language. */
import type { Language } from "../../../src/i18n/languages.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { PlaygroundMessages } from "./messages.ts";

const each: Readonly<Record<Language, PlaygroundMessages>> = {
  en,
  ko,
};

export const playgroundMessages = (language: Language): PlaygroundMessages => each[language];
