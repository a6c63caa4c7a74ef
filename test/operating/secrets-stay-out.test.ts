/** Secrets and data that lie beside the code enter neither the image nor the repository. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const rulesOf = (file: string): readonly string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

test("the image is built from a list of what it needs, and nothing else", () => {
  const [first, ...rest] = rulesOf(".dockerignore");
  expect(first).toBe("*");
  // The last rule that fits counts: what lies within an allowed folder stays out, too.
  expect(rest.at(-1)).toBe("**/.env*");
  const allowed = rest.slice(0, -1);
  expect(allowed.filter((rule) => !/^![a-z][a-z.-]*$/.test(rule))).toEqual([]);
  const names = allowed.map((rule) => rule.slice(1));
  expect(names.filter((name) => !existsSync(name))).toEqual([]);
  expect(names.filter((name) => /env|data|node_modules|dist/.test(name))).toEqual([]);
});

test("what the image runs, and what it is built with, is on the list", () => {
  const allowed = new Set(rulesOf(".dockerignore").map((rule) => rule.slice(1)));
  for (const needed of [
    "package.json",
    "package-lock.json",
    "src",
    "adapters",
    "migrations",
    "packs",
    "vite.config.ts",
  ])
    expect(allowed).toContain(needed);
});

test("files of secrets are ignored by git, whatever follows their name", () => {
  expect(rulesOf(".gitignore")).toContain(".env*");
});
