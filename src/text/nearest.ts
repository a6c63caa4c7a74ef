/** What was probably meant by a misspelt name. */
import { closest, distance } from "fastest-levenshtein";

/**
 * The candidates that were probably meant, nearest first: those that contain what was given, and
 * those within a third of its length by Levenshtein distance; the single nearest one if it shares
 * at least half its letters.
 */
export const nearest = (given: string, candidates: readonly string[], most = 3): readonly string[] => {
  const word = given.toLowerCase().slice(0, 64);
  if (word === "" || candidates.length === 0) return [];
  const bound = Math.max(2, Math.ceil(word.length / 3));
  const near = candidates
    .map((candidate) => ({ candidate, away: candidate.includes(word) ? 0 : distance(word, candidate) }))
    .filter(({ away }) => away <= bound)
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ candidate }) => candidate);
  if (near.length > 0) return near;
  const one = closest(word, [...candidates]);
  return distance(word, one) <= Math.max(word.length, one.length) / 2 ? [one] : [];
};
