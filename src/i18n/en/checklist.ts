import type { ChecklistMessages } from "../messages/checklist.ts";

const people = (count: number): string => (count === 1 ? "1 person" : `${count.toLocaleString("en")} people`);

export const checklist: ChecklistMessages = {
  kind: {
    one: "Checklist",
    about: "Yes, no or not sure to each item; then talk about what differs. 10 minutes",
    inTurn: "Checklists, in turn",
  },
  items: "What is checked",
  answers: { yes: "Yes", no: "No", unsure: "Not sure" },
  note: ({ number }) => `Note on item ${number}`,
  addNote: "+ Note",
  noteHint: "A word on why, if you like.",
  answerEach: "Please choose one.",
  noteTooLong: ({ over, max }) =>
    `Please shorten this note by ${over.toLocaleString("en")} characters; it may have ${max.toLocaleString("en")}.`,
  inShort: ({ yes, total }) => `${yes} of ${total} yes`,
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
  asked: {
    hint: "Answer each item in the form behind the button. You can change your answers until the round ends.",
    unseen: "Answers and notes stay unseen until the reveal.",
    named:
      "At the reveal everyone sees how often each answer was given, and your notes with your name; nothing before.",
    anonymous:
      "This session is anonymous: nobody can ever link your answers to you. Two limits: the wording of your notes may give you away, and if everyone gives the same answer, everyone’s answer is known.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes an answer to each item.",
    revealQuestion: "Show the team’s answers and notes now? This can’t be undone.",
    reasons: {
      beforeDiscussion: "When the round ends, its notes are shown for discussion, without names or answers.",
      discussed:
        "These are the notes from the round that just ended, without names or answers. Which ones hold up? Discuss them here in the thread; another round follows.",
      seeAll: "See all notes",
      allTitle: "All notes",
    },
  },
  selfChecked: {
    hint: "Answer each item in the form behind the button. You can change your answers until the round ends.",
    unseen: "Nobody ever sees your answers; the reveal shows sums alone.",
    named: "Your answers are for you alone. The team only ever sees sums, and none with fewer than three responses.",
    anonymous:
      "Your answers are for you alone. The team only ever sees sums, and none with fewer than three responses.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes an answer to each item.",
    revealQuestion: "Show the team’s sums now? This can’t be undone.",
  },
};
