/** A question and its options, however a phone or a keyboard quotes them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf, readQuestion } from "../../src/text/quoted.ts";

test.each([
  ['"Which database?" "Postgres" "SQLite"', "Which database?", ["Postgres", "SQLite"]],
  ["“Which database?” “Postgres” “A managed one”", "Which database?", ["Postgres", "A managed one"]],
  ["”Which?” “Postgres“ „SQLite“", "Which?", ["Postgres", "SQLite"]],
  ["‘점심은?’ ‘국수’ ‘밥’", "점심은?", ["국수", "밥"]],
  ["「점심은?」 「국수」 『밥』", "점심은?", ["국수", "밥"]],
  ["«Quoi ?» «Oui» «Non»", "Quoi ?", ["Oui", "Non"]],
  ["Which database? | Postgres | SQLite 3", "Which database?", ["Postgres", "SQLite 3"]],
  ["Which|Postgres|SQLite", "Which", ["Postgres", "SQLite"]],
  ['Which database? "Postgres" "SQLite"', "Which database?", ["Postgres", "SQLite"]],
  ['"Which?" "Postgres" or SQLite', "Which?", ["Postgres", "or SQLite"]],
  ['"Which?" "A", "B", "C"', "Which?", ["A", "B", "C"]],
  ["“Which?”, “A”, “B”", "Which?", ["A", "B"]],
  ["「무엇?」「가」「나」", "무엇?", ["가", "나"]],
  ['"무엇?""가""나"', "무엇?", ["가", "나"]],
  ["Shall we ship today?", "Shall we ship today?", []],
  ["What's Ann's plan, and who's 'it'?", "What's Ann's plan, and who's 'it'?", []],
  ['"Say "yes" to it" "a" "b"', 'Say "yes', ['to it"', "a", "b"]],
  ['"unfinished', '"unfinished', []],
  ["|", "", []],
  ["", "", []],
])("%s", (line, question, options) => {
  expect(readQuestion(line)).toEqual({ question, options });
});

test("no sign but a mark and a space is lost, whatever is typed", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", '"', "'", "“", "”", "|", "「", "」", "-", "가") }),
      (line) => {
        const kept = piecesOf(line)
          .map(({ raw }) => raw)
          .join("");
        expect(kept.replaceAll(/\s/gu, "")).toBe(line.replaceAll(/\s/gu, ""));
      },
    ),
  );
});
