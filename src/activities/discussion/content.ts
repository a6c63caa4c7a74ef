/** What a pack file of kind `discussion` says, and what a participant submits. */
import { z } from "zod";
import { localized } from "../../i18n/localized.ts";

export const discussionContent = z.strictObject({
  title: localized(100),
  prompt: localized(500),
  /** Questions that help to think about the prompt. */
  consider: z.array(localized(300)).max(6).default([]),
  /**
   * Whether everyone is asked for one short position; otherwise the talk takes place in the thread
   * alone.
   */
  asksPosition: z.boolean().default(true),
  /** What to take along, shown at the end. */
  summary: localized(1000).optional(),
});

export type DiscussionContent = z.infer<typeof discussionContent>;

export const positionLengthMax = 500;

/** The position as typed; null where none is asked for. */
export const discussionAnswer = z.strictObject({ position: z.string().min(1).max(positionLengthMax).nullable() });

export type DiscussionAnswer = z.infer<typeof discussionAnswer>;
