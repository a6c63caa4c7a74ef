import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf } from "../../src/text/difference.ts";

test.each([
  ["We ship on Fridays", "We ship on Fridays before noon", { was: "", now: " before noon" }],
  ["We ship on Fridays", "We never ship on Fridays", { was: "", now: "never " }],
  ["금요일에 배포합니다", "월요일에 배포합니다", { was: "금요일에", now: "월요일에" }],
  ["a a a", "a a", { was: " a", now: "" }],
  ["same", "same", { was: "", now: "" }],
] as const)("“%s” became “%s”", (was, now, expected) => {
  expect(differenceOf(was, now)).toMatchObject(expected);
});

test("the parts join to both versions again", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", " ", "\n", "가 ", "👩‍👩‍👧"), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { before, was, now, after } = differenceOf(one, other);
      expect(before + was + after).toBe(one);
      expect(before + now + after).toBe(other);
    }),
  );
});
