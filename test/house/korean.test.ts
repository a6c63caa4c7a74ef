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

test("no file but the lists of languages says which languages there are", () => {
  const spoken = /^src\/i18n\/(en|ko)\/|^adapters\/[^/]+\/messages\/(en|ko)\.ts$/u;
  const files = globSync("{src,adapters}/**/*.{ts,tsx}").filter((file) => !spoken.test(file));
  const code = /"ko"|\bko[:,]|\{ en,/u;
  const naming = files.filter((file) => code.test(readFileSync(file, "utf8")));
  // The core's, and a line in each adapter that says something by itself: without it, a new
  // language doesn't compile.
  expect(naming.toSorted()).toEqual([
    "adapters/playground/messages/speak.ts",
    "adapters/slack/messages/speak.ts",
    "adapters/teams/messages/speak.ts",
    "src/i18n/languages.ts",
  ]);
});
