import type { RecordsMessages } from "../messages/records.ts";

export const records: RecordsMessages = {
  find: "Find",
  findForm: {
    title: "Find a session",
    field: "What it was about",
    hint: "Words from its title, question, options, decision or revealed reasons; parts of words will do.",
    submit: "Find",
  },
  foundTitle: ({ words }) => `Found for “${words}”`,
  foundNothing:
    "Nothing was found in the channels you share with me. Try fewer or shorter words; reasons are found once they are revealed.",
  moreFound: ({ shown }) => `These are the newest ${shown}. Add a word to narrow it down.`,
  hereAlone: "I couldn’t check which other channels you are in, so only this one was searched.",
  elsewhere: "in another channel",
  parts: { question: "Question", option: "Option", reason: "Reason" },
  nothingToFind: "There is no word to look for. Please give at least one, such as a part of the title.",
  thread: "Go to the thread",
  open: "Open",
  decision: "Decision",
  responses: ({ count }) => (count === 1 ? "1 response" : `${count} responses`),
  filter: "Filter",
  filterForm: {
    title: "Filter past sessions",
    month: "Month",
    owner: "Who sees to it",
    decided: "Decision",
    with: "With a decision",
    without: "Without a decision",
    submit: "Show",
  },
  older: "Older",
  newest: "Newest",
  noneLeft: "There are no such sessions.",
  lookUp: "Look something up",
};
