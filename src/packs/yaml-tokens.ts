/**
 * The tokens of a YAML text, as long as there are few and they nest little: nothing is built of
 * what could blow up a parser.
 */
import { type CST, Lexer, type LineCounter, Parser } from "yaml";
import type { Problem } from "../activities/problem.ts";

/** Ten times what the longest file of the shipped pack takes. */
export const fileKibMax = 64;

/**
 * Words, signs, spaces and line breaks; three times what the fullest file of the shipped pack
 * takes.
 */
const lexemesMax = 6_000;

/** Twice what the deepest file of the shipped pack takes. */
const depthMax = 20;

type Tokens =
  | { readonly type: "tokens"; readonly tokens: readonly CST.Token[] }
  | { readonly type: "refused"; readonly problem: Problem; readonly offset?: number };

/**
 * Tells `lines` where each line begins. A refusal has the offset where a bound was met, or none
 * when the whole text is meant.
 */
export const readTokens = (text: string, lines: LineCounter): Tokens => {
  if (text.length > fileKibMax * 1024) return { type: "refused", problem: { code: "too-large", kib: fileKibMax } };
  const parser = new Parser(lines.addNewLine);
  const refuse = (problem: Problem): Tokens => ({ type: "refused", problem, offset: parser.offset });
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > lexemesMax) return refuse({ code: "too-full" });
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > depthMax) return refuse({ code: "too-deep", depth: depthMax });
  }
  tokens.push(...parser.end());
  const [, second] = tokens.filter(({ type }) => type === "document");
  return second === undefined
    ? { type: "tokens", tokens }
    : { type: "refused", problem: { code: "one-document" }, offset: second.offset };
};
