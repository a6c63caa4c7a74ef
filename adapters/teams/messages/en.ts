import type { TeamsMessages } from "./messages.ts";

export const en: TeamsMessages = {
  someone: "someone",
  next: ({ page, pages }) => `Continue (${page} of ${pages})`,
  more: "More",
  previous: "Previous page",
  back: "Back",
  refresh: "Refresh",
  update: "Update this form",
  peopleLeftOut: ({ shown }) => `Only the first ${shown} people of this conversation fit in this list.`,
  orChoose: "or choose",
  choose: "Choose one",
  go: "Go",
  notSaved: "Nothing is saved yet. Please look at what is marked.",
  notHere: "Workshop isn’t in this conversation yet. Add the app here, then choose this again.",
  decide: { title: "Decide on this", description: "Ask your team a question about this message." },
  fileLost: "I no longer have this file. Please export it once more.",
  mySessions: "My sessions",
  fromElsewhere: "About another conversation",
  writeToMe: "I have an answer for you alone, but can’t write to you. Please open a chat with me and say it there.",
  closed:
    "This app isn’t open to your organisation, so nothing was saved. Please ask whoever runs it to let your organisation in.",
  app: {
    short: "Take a decision together: everyone responds unseen, then the team sees why.",
    full: [
      "Workshop helps a team take a decision together, and take it well.",
      "Start a scenario, a checklist, a decision flow, an ROI comparison, a worksheet or a discussion in a channel or a chat. Everyone gives a choice, a reason and a confidence, unseen by the others until the reveal. The team may talk about the reasons, without names or choices, and respond once more. The reveal shows how the team responded, how opinion moved, and the recommended answer with its reasons where there is one. The decision is kept with its owner and its date.",
      "Say “@Workshop help” in a channel or a group chat, or “help” when you talk with the app alone. Commands work in English and in Korean.",
    ].join("\n\n"),
    start: "start a session here",
  },
};
