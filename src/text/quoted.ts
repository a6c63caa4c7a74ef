/**
 * Reads a question and its options from a line: each in quotation marks, of whichever kind a phone
 * makes, or between bars. Pure.
 */

/** What opens a quotation, and what may close it; phones and Korean keyboards mix them. */
const quotes: readonly (readonly [opens: string, closes: string])[] = [
  ['"“”„«»', '"“”«»'],
  ["'‘’‚", "'‘’"],
  ["「", "」"],
  ["『", "』"],
];

/** `raw` is the text with its marks. */
export type Piece = { readonly text: string; readonly raw: string; readonly quoted: boolean };

/** Marks that close wherever they stand, since they never open. */
const alwaysCloses = "」』";
const opening = quotes.map(([opens]) => opens).join("");
const comma = /[,;，、]/u;

const isGap = (sign: string | undefined): boolean => sign === undefined || /[\s|]/u.test(sign);

/** What may stand between two quotations, or behind the last. */
const endsQuote = (sign: string | undefined): boolean =>
  isGap(sign) || (sign !== undefined && (comma.test(sign) || opening.includes(sign)));

/**
 * Where the quotation that begins at `start` ends; undefined where it isn't one, as with an
 * apostrophe.
 */
const endOfQuote = (line: string, start: number, afterQuote: boolean): number | undefined => {
  const pair = quotes.find(([opens]) => opens.includes(line.charAt(start)));
  if (pair === undefined || !(afterQuote || isGap(line[start - 1]))) return undefined;
  for (let at = start + 1; at < line.length; at += 1)
    if (pair[1].includes(line.charAt(at)) && (alwaysCloses.includes(line.charAt(at)) || endsQuote(line[at + 1])))
      return at;
  return undefined;
};

/**
 * The words and quotations of a line, in order. A bar is a piece of its own.
 *
 * @example
 * piecesOf("Which? “SQLite 3” --for 2d"); // Which?, SQLite 3 (quoted), --for, 2d
 */
export const piecesOf = (line: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  // Another quotation has just ended here.
  let afterQuote = false;
  while (at < line.length) {
    const end = endOfQuote(line, at, afterQuote);
    // A comma behind a quotation only separates it from the next.
    if (afterQuote && end === undefined && comma.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    afterQuote = end !== undefined;
    if (end !== undefined) {
      pieces.push({ text: line.slice(at + 1, end).trim(), raw: line.slice(at, end + 1), quoted: true });
      at = end + 1;
    } else if (line[at] === "|") {
      pieces.push({ text: "|", raw: "|", quoted: false });
      at += 1;
    } else if (isGap(line[at])) at += 1;
    else {
      const from = at;
      while (!isGap(line[at])) at += 1;
      const text = line.slice(from, at);
      pieces.push({ text, raw: text, quoted: false });
    }
  }
  return pieces;
};

/** A break that was typed inside a quotation is a gap like any other. */
const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

export type AskedInWords = { readonly question: string; readonly options: readonly string[] };

/**
 * What a line asks. With bars, its parts between them; else the words before the first quotation,
 * or that quotation itself, and each further one as an option. Words behind a quotation are one
 * option.
 *
 * @example
 * readQuestion('"Which database?" "Postgres" "SQLite"'); // { question: "Which database?", options:
 * ["Postgres", "SQLite"] } readQuestion("Lunch? | Noodles | Rice"); // { question: "Lunch?",
 * options: ["Noodles", "Rice"] }
 */
export const readQuestion = (line: string): AskedInWords => {
  const pieces = piecesOf(line);
  const isBar = ({ text, quoted }: Piece): boolean => text === "|" && !quoted;
  const parts: string[] = [];
  let loose: string[] = [];
  const close = (): void => {
    if (loose.length > 0) parts.push(loose.join(" "));
    loose = [];
  };
  const barred = pieces.some(isBar);
  for (const piece of pieces) {
    if (isBar(piece)) close();
    else if (piece.quoted && !barred) {
      close();
      parts.push(piece.text);
    } else loose.push(piece.text);
  }
  close();
  const [question = "", ...options] = parts.map(inOneLine).filter(Boolean);
  return { question, options };
};
