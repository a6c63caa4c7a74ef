/** The only way to time and chance: both are passed in, so that tests own them. */
import { randomBytes } from "node:crypto";

/** Answers the present instant in UTC milliseconds. */
export type Clock = { readonly now: () => number };

/** Makes ids that can't be guessed: 22 characters of `A–Z a–z 0–9 - _`. */
export type Ids = { readonly next: () => string };

export const systemClock: Clock = { now: () => Date.now() };
export const randomIds: Ids = { next: () => randomBytes(16).toString("base64url") };
