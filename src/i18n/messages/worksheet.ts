/** What worksheets say: mistakes at fields, and the table. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

export type WorksheetMessages = {
  readonly kind: KindMessages;
  /** A figure with its unit, as each language sets them beside each other. */
  readonly figure: (args: { figure: string; unit: string }) => string;
  readonly chooseOne: string;
  readonly badFigure: (args: { min: string; max: string }) => string;
  readonly tooLong: (args: { max: number }) => string;
  readonly nobody: string;
  readonly tooFew: (args: { count: number }) => string;
  readonly who: string;
  readonly median: string;
  readonly moreRows: (args: { count: number }) => string;
  readonly asked: AskedWords;
};
