/** A method is a file and a line: nothing that methods share asks for one by name. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { methods } from "../../src/activities/scenario/methods/methods.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { methodNames } from "../../src/i18n/typed-words.ts";

test("every name has its method", () => {
  expect(methods.map(({ name }) => name)).toEqual([...methodNames]);
});

test("no shared code compares a method with a name", () => {
  const files = globSync("{src,adapters}/**/*.{ts,tsx}");
  const asking = new RegExp(`(method|\\bname)\\)? (===|!==) "(${methodNames.join("|")})"`, "u");
  expect(files.filter((file) => asking.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("every method is called something else in each language", () => {
  for (const code of languageCodes) {
    const { names, about } = translatorFor(code).messages.methods;
    for (const words of [names, about])
      expect(new Set(methodNames.map((name) => words[name])).size).toBe(methodNames.length);
  }
});
