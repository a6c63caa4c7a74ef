/** Korean stands where Korean belongs: in its folder, not among the code. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The language's own folder, and what an adapter alone says in it. */
const isKorean = (file: string): boolean => /^src\/i18n\/ko\/|^adapters\/[^/]+\/messages\/ko\.ts$/u.test(file);

test("no other file of the product holds a Korean word", () => {
  const files = globSync("{src,adapters}/**/*.{ts,tsx,html,css}").filter((file) => !isKorean(file));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => /\p{Script=Hangul}/u.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("no file but the list of languages says which languages there are", () => {
  const files = globSync("{src,adapters}/**/*.{ts,tsx}").filter((file) => !/^src\/i18n\/(en|ko)\//u.test(file));
  const code = /"ko"|\bko[:,]|\{ en,/u;
  const naming = files.filter((file) => code.test(readFileSync(file, "utf8")));
  expect(naming).toEqual(["src/i18n/languages.ts"]);
});
