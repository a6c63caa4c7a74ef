import type { WorksheetMessages } from "../messages/worksheet.ts";

export const worksheet: WorksheetMessages = {
  kind: { one: "Worksheet", inTurn: "Worksheets, in turn" },
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
};
