/** The only way to time and chance: both are passed in, so that tests own them. */
import { randomBytes } from "node:crypto";

/**
 * Answers the present instant in UTC milliseconds.
 *
 * @example
 * const at9: Clock = { now: () => Date.UTC(2026, 0, 5, 9) };
 */
export type Clock = { readonly now: () => number };

/** Makes ids that can't be guessed: 22 characters of `A–Z a–z 0–9 - _`. */
export type Ids = { readonly next: () => string };

export const systemClock: Clock = { now: () => Date.now() };
export const randomIds: Ids = { next: () => randomBytes(16).toString("base64url") };

/**
 * Nothing waits longer than this for a platform, in milliseconds: one that asks for more is asked
 * again. So an instant further ahead was kept by a clock that has since been set back, and is past.
 */
export const waitMsMax = 1_800_000;
