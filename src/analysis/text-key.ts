/** A short name for a text: to point at it without saying it. */
import { createHash } from "node:crypto";

/**
 * Twelve hexadecimal digits, the same for the same text.
 *
 * @example
 * textKey("It is cheap") === textKey("It is cheap"); // true
 */
export const textKey = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
