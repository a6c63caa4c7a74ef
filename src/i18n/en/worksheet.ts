import type { WorksheetMessages } from "../messages/worksheet.ts";

export const worksheet: WorksheetMessages = {
  kind: {
    one: "Worksheet",
    about: "Each fills in figures of their own. 10 minutes",
    inTurn: "Worksheets, in turn",
  },
  figure: ({ figure, unit }) => `${figure} ${unit}`,
  chooseOne: "Please choose one.",
  badFigure: ({ min, max }) => `Please give a number from ${min} to ${max}.`,
  tooLong: ({ max }) => `Please write at most ${max.toLocaleString("en")} characters.`,
  nobody: "Nobody responded in the last round.",
  tooFew: ({ count }) =>
    `${count === 1 ? "1 person" : `${count} people`} responded. With fewer than three responses in an anonymous session, rows would give people away, so they are not shown.`,
  who: "Who",
  median: "Median",
  moreRows: ({ count }) =>
    count === 1 ? "1 more row counts in the median." : `${count} more rows count in the median.`,
  asked: {
    hint: "Fill in the form behind the button. You can change it until the round ends.",
    unseen: "What is filled in stays unseen until the reveal.",
    named: "Your name and what you fill in are shown to everyone at the reveal, and not before.",
    anonymous:
      "This session is anonymous: nobody can ever link what you fill in to you. One limit: the words and figures themselves may give you away.",
    reminder:
      "This session is still collecting responses. If you haven’t responded yet, please do: it takes a few figures.",
    revealQuestion: "Show what everyone filled in now? This can’t be undone.",
  },
};
