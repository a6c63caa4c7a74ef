import type { TeamsMessages } from "../messages/teams.ts";

export const teams: TeamsMessages = {
  someone: "someone",
  next: ({ page, pages }) => `Continue (${page} of ${pages})`,
  previous: "Previous page",
  back: "Back",
  refresh: "Refresh",
  update: "Update this form",
  peopleLeftOut: ({ shown }) => `Only the first ${shown} people of this conversation fit in this list.`,
  choose: "Choose one",
  go: "Go",
  helpIntro:
    "Mention @Workshop before each command; in a chat with me alone, just type it. In the thread of a session say end, discuss, again, reveal, close, cancel or controls. Commands work in English and in Korean.",
  notSaved: "Nothing is saved yet. Please look at what is marked.",
  writeToMe: "I have an answer for you alone, but can’t write to you. Please open a chat with me and say it there.",
};
