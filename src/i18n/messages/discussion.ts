/** What discussion prompts say: the form and the summary. */
import type { AskedWords } from "./asked.ts";
import type { KindMessages } from "./kind.ts";

export type DiscussionMessages = {
  readonly kind: KindMessages;
  readonly considerTitle: string;
  readonly position: string;
  readonly positionHint: string;
  readonly givePosition: string;
  readonly positionTooLong: (args: { over: number; max: number }) => string;
  readonly takePart: string;
  readonly nobody: string;
  readonly tooFew: (args: { count: number }) => string;
  readonly tookPart: (args: { count: number }) => string;
  readonly positionsTitle: (args: { count: number }) => string;
  readonly morePositions: (args: { count: number }) => string;
  readonly summaryTitle: string;
  readonly asked: AskedWords;
  /** Where there is nothing to fill in. */
  readonly takingPart: AskedWords;
};
