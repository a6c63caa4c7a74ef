/** Words are found by their parts, however they were typed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexed, termsOf } from "../../src/search/terms.ts";

/** As the databases answer: whether the text holds every term of the question. */
const finds = (question: string, text: string): boolean => {
  const terms = termsOf(question);
  return terms.length > 0 && terms.every((term) => indexed(text).includes(term));
};

describe("a word is found", () => {
  test.each([
    ["database", "Which Database do we take?"],
    ["결정", "데이터베이스를 결정합니다"],
    ["베이스", "데이터베이스를 결정합니다"],
    ["터베", "데이터베이스"],
    ["값", "값 하나"],
    ["ai", "AI를 쓸까요?"],
    ["AI 결정", "결정은 AI가"],
    ["c++", "Rust or C++?"],
    ["c#", "C#?"],
    ["c", "Rust or C?"],
    ["node.js", "We take Node.js."],
    ['"벡터 검색"', "벡터 검색을 쓴다"],
    // Typed as it comes from a Mac, where a syllable is its letters.
    ["결정".normalize("NFD"), "결정"],
    ["결정", "결정".normalize("NFD")],
    ["ＡＰＩ", "the API"],
    ["straße", "STRASSE straße"],
    ['"', '"'.repeat(3)],
  ])("by %s in %s", (question, text) => {
    expect(finds(question, text)).toBe(question !== '"');
  });
});

test.each([
  ["ai", "chain email"],
  ["database lake", "Which database?"],
  ["결론", "결정 론"],
  ['"벡터 검색"', "검색 벡터"],
])("%s is not found in %s", (question, text) => {
  expect(finds(question, text)).toBe(false);
});

test.each(["", "   ", "?!", '""', "··"])("“%s” asks for nothing", (question) => {
  expect(termsOf(question)).toEqual([]);
});

test("whatever is asked, a term has three letters or more, which both indexes need", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (question) => {
      for (const term of termsOf(question)) expect([...term].length).toBeGreaterThanOrEqual(3);
    }),
  );
});

test("what is asked in the words of a text finds it", () => {
  const typed = fc.stringMatching(/^[가-힣a-z]{2,9}( [가-힣a-z]{2,9}){0,3}$/u);
  fc.assert(fc.property(typed, (text) => finds(text, `x ${text} y`)));
});
