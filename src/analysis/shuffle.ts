/** An order that tells nothing of who came first. */
import { createHash } from "node:crypto";

/**
 * The texts in an order that depends on the seed and the texts alone, not on the order in which
 * they came; the same at every redraw.
 *
 * @example
 * shuffle(["x", "y"], "s1"); // as shuffle(["y", "x"], "s1")
 */
export const shuffle = (texts: readonly string[], seed: string): readonly string[] => {
  const keyOf = (text: string): string => createHash("sha256").update(`${seed}\n${text}`).digest("hex");
  return texts
    .map((text) => ({ text, key: keyOf(text) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text);
};
