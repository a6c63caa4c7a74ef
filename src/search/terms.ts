/**
 * How words are looked up by their parts. The databases index every three letters of a text; so
 * that two letters are found as well, which make up many a word in Korean, and one that stands
 * alone, a text is followed by those of its parts that are shorter, each between two marks.
 */

/** Stands in no word: it is taken out of texts and questions alike. */
const mark = "·";

/** So much of a session's text is looked at, in UTF-16 code units. */
const textLengthMax = 500_000;

const termsMax = 8;
/** In letters. */
const termLengthMax = 60;

/** The same letters for the same word, however they were typed: NFKC, small, single blanks. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replaceAll(mark, " ")
    .replaceAll(/[^\S\n]+/gu, " ");

const word = /[\p{L}\p{M}\p{N}+#]+/gu;
const isLatin = (part: string): boolean => /^\p{ASCII}*$/u.test(part);

/**
 * What a text becomes in the index.
 * @example indexed("Which DB") // "which db\n·db·"
 */
export const indexed = (text: string): string => {
  const folded = fold(text.slice(0, textLengthMax).toWellFormed());
  const short = new Set((folded.match(word) ?? []).flatMap(shortPartsOf));
  return short.size === 0 ? folded : `${folded}\n${mark}${[...short].join(mark)}${mark}`;
};

/**
 * The parts of a word that have no three letters: the whole, what it falls into where Latin letters
 * meet others, and every two letters, though not of Latin ones, where half of a word means nothing.
 */
const shortPartsOf = (whole: string): readonly string[] => {
  const runs = [whole, ...(whole.match(/\p{ASCII}+|\P{ASCII}+/gu) ?? [])];
  const letters = [...whole];
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  return [...runs.filter(isShort), ...pairs.filter((pair) => !isLatin(pair))];
};

const isShort = (part: string): boolean => [...part].length < 3;

/**
 * What a question's words look for; each must be held. Quotation marks keep words together.
 * @example termsOf('AI "vector search"') // ["·ai·", "vector search"]
 */
export const termsOf = (question: string): readonly string[] => {
  const said = [...fold(question.toWellFormed()).matchAll(/"([^"]*)"|([^\s"]+)/gu)];
  const words = said
    .map(([, quoted, bare]) => [...(quoted ?? bare ?? "").trim()].slice(0, termLengthMax).join(""))
    .filter((one) => one.match(word) !== null);
  const terms = words.map((one) => (isShort(one) ? `${mark}${one}${mark}` : one));
  return [...new Set(terms)].slice(0, termsMax);
};

/** Whether a passage by itself holds a term. */
export const holds = (text: string, term: string): boolean => indexed(text).includes(term);
