/** Which texts are unlike the others, by the letters they are made of. */
import { shuffle } from "./shuffle.ts";

/** Pairs of neighbouring letters or digits within words; a word of one letter counts as itself. */
const pairsIn = (text: string): ReadonlySet<string> => {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const letters = [...word];
      return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
    }),
  );
};

/**
 * How alike two texts are, 0–1: the Ochiai coefficient |A ∩ B| / √(|A| |B|) of their sets of
 * letter pairs, which is the cosine of the angle between them (docs/method.md has the source). Two
 * texts without a letter are alike in nothing.
 *
 * @example
 * likeness("night", "nacht"); // 0.25: one pair, "ht", of four in each
 */
export const likeness = (one: string, other: string): number => {
  const [a, b] = [pairsIn(one), pairsIn(other)];
  return a.size === 0 || b.size === 0 ? 0 : [...a].filter((pair) => b.has(pair)).length / Math.sqrt(a.size * b.size);
};

/**
 * The texts, those first that are least like the others on the mean, so that what one person said
 * stands before what many did. Texts that are equally unlike stand as `shuffle` has them. Takes
 * time in proportion to the texts' length, however many there are: a mean of cosines is one cosine
 * with the sum of them all.
 *
 * @example
 * rarestFirst(["It is cheap", "cheap", "It scales"], "s1")[0]; // "It scales"
 */
export const rarestFirst = (texts: readonly string[], seed: string): readonly string[] => {
  const known = shuffle(texts, seed).map((text) => ({ text, pairs: pairsIn(text) }));
  const sum = new Map<string, number>();
  for (const { pairs } of known)
    for (const pair of pairs) sum.set(pair, (sum.get(pair) ?? 0) + 1 / Math.sqrt(pairs.size));
  const likenessOf = (pairs: ReadonlySet<string>): number => {
    if (pairs.size === 0) return 0;
    const withItself = 1;
    const total = [...pairs].reduce((all, pair) => all + (sum.get(pair) ?? 0), 0) / Math.sqrt(pairs.size);
    return Math.round((total - withItself) * 1e9);
  };
  return known
    .map(({ text, pairs }) => ({ text, alike: likenessOf(pairs) }))
    .sort((one, other) => one.alike - other.alike)
    .map(({ text }) => text);
};
