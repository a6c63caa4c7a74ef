/** What an answer holds by whatever method it is given, and the bounds of it. */
import { z } from "zod";
import { chanceMax } from "../../chance.ts";

export const optionId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

export const reasonLengthMax = 2000;
/** Percent. Where the scale of before began: a coin toss, however many options there were. */
export const confidenceMin = 50;

/** What moved whoever changed: a reason by its key, the thread, or a second thought. */
export const movedPattern = /^(?:talk|again|reason-[0-9a-f]{12})$/u;

/**
 * The reason as typed (empty where none was asked for, and once its author was forgotten), and how
 * likely they think that their choice is right or will turn out well, in percent (0–100), or null.
 * Answers from before that was asked hold how sure their author was on a scale of its own (50–100).
 */
export const givenShape = {
  reason: z.string().max(reasonLengthMax),
  chance: z.number().min(0).max(chanceMax).nullable().optional(),
  confidence: z.number().min(confidenceMin).max(chanceMax).nullable().optional(),
  moved: z.string().regex(movedPattern).optional(),
  /** Percent of all votes that are foreseen on one's own choice. */
  foreseen: z.number().min(0).max(chanceMax).optional(),
};

export type Given = {
  readonly reason: string;
  readonly chance?: number | null | undefined;
  readonly confidence?: number | null | undefined;
  readonly moved?: string | undefined;
  readonly foreseen?: number | undefined;
};
