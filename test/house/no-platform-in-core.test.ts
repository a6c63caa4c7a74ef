/** The core knows no platform: only the list of adapters and the list of migrations name any. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { adapters } from "../../src/main.ts";

/** What a new platform edits. */
const lists = [join("src", "main.ts"), join("src", "store", "migrate.ts")];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => join("src", file))
  .filter((file) => file.endsWith(".ts") && !lists.includes(file));

test("no other file of the core says a platform's name, not even in a comment", () => {
  const folders = readdirSync("adapters");
  expect(folders).toHaveLength(adapters.length);
  const named = new RegExp(folders.join("|"), "iu");
  expect(files.filter((file) => named.test(readFileSync(file, "utf8")) || named.test(file))).toEqual([]);
});

test("what people type before a command stands in one place of the core, and no sentence says it by itself", () => {
  const saying = files.filter((file) => /["'`(\s]\/workshop\b(?![./])/u.test(readFileSync(file, "utf8")));
  expect(saying).toEqual([join("src", "i18n", "address.ts")]);
});
