/**
 * Tells what came again from what was corrected: what an intent has led to is held against what it
 * says now.
 */
import { isDeepStrictEqual } from "node:util";
import type { Made, MadeChange } from "../store/port/change.ts";

/**
 * `same`: what it led to last, to be answered as then. `older`: what it led to before it was
 * corrected, which changes nothing. `other`: a correction. `unknown`: nobody knows any more what it
 * led to, so that it changes nothing either.
 */
export type Repeat = "same" | "older" | "other" | "unknown";

/** `says`: whether a change says what the request does. */
export const repeatOf = ({ changes }: Made, says: (change: MadeChange) => boolean): Repeat => {
  const last = changes.at(-1);
  if (last === undefined) return "unknown";
  if (says(last)) return "same";
  return changes.some(says) ? "older" : "other";
};

/** Whether a value is what was kept of it as JSON. */
export const isKeptAs = (value: unknown, said: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(value)), said);
