/** What checklists say: the form, a participant's own result, the reveal. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

export type ChecklistMessages = {
  readonly kind: KindMessages;
  readonly items: string;
  readonly answers: Readonly<Record<"yes" | "no" | "unsure", string>>;
  readonly note: (args: { number: number }) => string;
  readonly noteHint: string;
  /** The button that shows an item's note. */
  readonly addNote: string;
  readonly answerEach: string;
  readonly noteTooLong: (args: { over: number; max: number }) => string;
  /** A participant's own answers in a few words. */
  readonly inShort: (args: { yes: number; total: number }) => string;
  readonly ownResult: string;
  readonly ownSums: (args: { yes: number; total: number }) => string;
  readonly nobody: string;
  readonly tooFew: (args: { count: number }) => string;
  readonly responded: (args: { count: number }) => string;
  readonly talkTitle: string;
  readonly talkHint: string;
  readonly agreedTitle: string;
  readonly item: string;
  readonly followsTitle: string;
  readonly followsHint: string;
  readonly notesTitle: string;
  readonly noNotes: string;
  readonly moreNotes: (args: { count: number }) => string;
  readonly asked: AskedWords;
  /** Where the team sees sums alone. */
  readonly selfChecked: AskedWords;
};
