/** What worksheets say: mistakes at fields, and the table. */
export type WorksheetMessages = {
  readonly chooseOne: string;
  readonly badFigure: (args: { min: string; max: string }) => string;
  readonly tooLong: (args: { max: number }) => string;
  readonly nobody: string;
  readonly tooFew: (args: { count: number }) => string;
  readonly who: string;
  readonly median: string;
  readonly moreRows: (args: { count: number }) => string;
};
