import type { ChecklistMessages } from "../messages/checklist.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const checklist: ChecklistMessages = {
  kind: { one: "Checklist", inTurn: "Checklists, in turn" },
  items: "What is checked",
  answers: { yes: "Yes", no: "No", unsure: "Not sure" },
  note: ({ number }) => `Note on item ${number}`,
  noteHint: "A word on why, if you like.",
  answerEach: "Please choose one.",
  noteTooLong: ({ over, max }) =>
    `Please shorten this note by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
  ownResult: "Your own result",
  ownSums: ({ yes, total }) => `You answered yes to ${yes} of ${total} items.`,
  nobody: "Nobody responded in the last round.",
  tooFew: ({ count }) =>
    `${people(count)} responded. With fewer than three responses the counts would give people away, so they are not shown.`,
  responded: ({ count }) => `${people(count)} responded.`,
  talkTitle: "Talk about these first",
  talkHint: "The team disagrees here, or somebody isn’t sure. The most open item comes first.",
  agreedTitle: "Agreed",
  item: "Item",
  followsTitle: "What follows",
  followsHint: "An item counts as answered when more than half of the team gave that answer.",
  notesTitle: "Notes",
  noNotes: "Nobody left a note.",
  moreNotes: ({ count }) => (count === 1 ? "and 1 more note" : `and ${count.toLocaleString("en")} more notes`),
};
