/** What Slack alone makes necessary to say, a line a language. */
import type { Language } from "../../../src/i18n/languages.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import type { SlackMessages } from "./messages.ts";

const each: Readonly<Record<Language, SlackMessages>> = {
  en,
  ko,
};

export const slackMessages = (language: Language): SlackMessages => each[language];
