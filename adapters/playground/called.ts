/** Finds out who is meant by what is typed: `@minji`, `@Minji`, `#random`. */
import { callChannel, callPerson, withoutCalls } from "../../src/text/called.ts";
import { channels, people } from "./people.ts";

/** By id and by name, the longest first, so that no name hides a longer one. */
const names = people
  .flatMap(({ id, name }) => [id, name].map((word) => ({ id, word: word.toLowerCase() })))
  .sort((one, other) => other.word.length - one.word.length);

const gap = /^(?:[\s,"”’」.?!]|$)/u;

/** What stands here in the place of a name, and how long the name is. */
const personAt = (text: string): { readonly id: string; readonly length: number } | undefined => {
  const small = text.toLowerCase();
  const found = names.find(({ word }) => small.startsWith(word) && gap.test(small.slice(word.length)));
  return found && { id: found.id, length: found.word.length };
};

const channelNamed = /(?<![^\s,])#([\p{L}\p{N}_-]+)/gu;

/**
 * The words with ids in the place of those whom this room knows.
 *
 * @example
 * withIds("start poll --ask @minji"); // start poll --ask and the id of minji
 */
export const withIds = (words: string): string => {
  let done = "";
  let left = withoutCalls(words).replaceAll(channelNamed, (whole, name: string) => {
    const found = channels.find(({ id }) => id === name.toLowerCase());
    return found === undefined ? whole : callChannel(found.id, found.name);
  });
  for (let at = left.indexOf("@"); at >= 0; at = left.indexOf("@")) {
    const isWord = at === 0 || /[\s,"“‘「]/u.test(left.charAt(at - 1));
    const found = isWord ? personAt(left.slice(at + 1)) : undefined;
    done += left.slice(0, at) + (found === undefined ? "@" : callPerson(found.id));
    left = left.slice(at + 1 + (found?.length ?? 0));
  }
  return done + left;
};
