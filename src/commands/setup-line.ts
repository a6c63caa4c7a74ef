/** Reads the line behind the name of a setup: words, quotations and options in any order. Pure. */
import { type MethodName, methodNames, type OptionName, optionNames, type SetupName } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { isCalled } from "../text/called.ts";
import { type Piece, piecesOf } from "../text/quoted.ts";
import type { ParsedCommand, Unread } from "./command.ts";
import { isMethodOption, methodWordNamed, optionNamed, takesPeople, takesValue } from "./command-words.ts";
import { plainStart, withOption } from "./option-values.ts";
import { unknownOption } from "./split-options.ts";

/**
 * What is quoted is no option, and the value of one only where it can be read as that. What can't
 * be read leaves all else as it was understood.
 */
export const parseSetup = (setup: SetupName, line: string, zone: string, now: number): ParsedCommand => {
  const pieces = piecesOf(line).map((piece) => (piece.quoted ? piece : { ...piece, text: straighten(piece.text) }));
  const words: string[] = [];
  const unread: Unread[] = [];
  let options = plainStart;
  let method: MethodName | undefined;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if (piece.quoted || !piece.text.startsWith("--")) {
      words.push(piece.raw);
      continue;
    }
    const [flag = "", inline] = piece.text.split("=", 2);
    if (isMethodOption(flag)) {
      const given = inline ?? pieces[at + 1]?.text ?? "";
      method = methodWordNamed(given);
      if (method === undefined) unread.push({ option: "method", given, refusal: badMethod(given) });
      if (inline === undefined && (method !== undefined || pieces[at + 1]?.quoted === false)) at += 1;
      continue;
    }
    const name = optionNamed(flag);
    if (name === undefined) {
      unread.push({ option: null, given: flag, refusal: unknownOption(setup, flag, optionNames) });
      continue;
    }
    const next = inline === undefined && takesValue(name) ? pieces[at + 1] : undefined;
    const isIts = next !== undefined && isValue(next, name, zone, now);
    if (isIts) at += 1;
    const values = [inline ?? (isIts ? next.text : "")];
    for (let more = pieces[at + 1]; takesPeople(name) && isMore(more); more = pieces[at + 1]) {
      values.push(more.text);
      at += 1;
    }
    const given = values.join(" ");
    const read = withOption(options, name, given, zone, now);
    if ("code" in read) unread.push({ option: name, given, refusal: read });
    else options = read;
  }
  const said = method === undefined ? {} : { method };
  return { type: "command", command: { type: "set-up", setup, words: words.join(" "), options, unread, ...said } };
};

export const badMethod = (given: string): Refusal => ({
  code: "bad-value",
  option: "--method",
  given,
  examples: methodNames.map((name) => `--method ${name}`),
});

/** A quotation is most likely an option of the question. */
const isValue = ({ text, quoted }: Piece, name: OptionName, zone: string, now: number): boolean =>
  quoted ? !("code" in withOption(plainStart, name, text, zone, now)) : text !== "|" && !text.startsWith("--");

const isMore = (piece: Piece | undefined): piece is Piece => piece?.quoted === false && isCalled(piece.text);

/** Phones turn two hyphens into a dash while one types; both mean an option. */
export const straighten = (word: string): string => word.replace(/^[—–]+(?=\p{L})/u, "--");
