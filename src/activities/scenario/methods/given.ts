/** What an answer holds by whatever method it is given, and the bounds of it. */
import { z } from "zod";

export const optionId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

export const reasonLengthMax = 2000;
/** Percent. Half is a coin toss between two options; less would be confidence in another one. */
export const confidenceMin = 50;
export const confidenceMax = 100;

/**
 * The reason as typed (empty where none was asked for, and once its author was forgotten), and how
 * sure they are in percent (50–100), or null.
 */
export const givenShape = {
  reason: z.string().max(reasonLengthMax),
  confidence: z.number().min(confidenceMin).max(confidenceMax).nullable(),
};

export type Given = { readonly reason: string; readonly confidence: number | null };
