/** What Teams' cards say beside what all platforms show, a line a language. */
import type { Language } from "../../../src/i18n/languages.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { TeamsMessages } from "./messages.ts";

const each: Readonly<Record<Language, TeamsMessages>> = {
  en,
  ko,
};

export const teamsMessages = (language: Language): TeamsMessages => each[language];
