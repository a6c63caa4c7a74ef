/** Each kind of dependency and image that nobody has agreed to is refused. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dependencyMistakes } from "./dependencies.ts";
import { imageMistakes } from "./images.ts";

const manifest = { dependencies: { a: "1.0.0" }, devDependencies: {}, allowScripts: {} };
const right = { version: "1.0.0", license: "MIT" };
const lockWith = (packages: Readonly<Record<string, object>>, dependencies: object = manifest.dependencies) => ({
  packages: { "": { dependencies, devDependencies: {} }, "node_modules/a": right, ...packages },
});

test.each([
  ["a second package", { "node_modules/b": right }],
  ["a choice of licences", { "node_modules/b": { ...right, license: "(GPL-3.0 OR Apache-2.0)" } }],
])("%s is taken", (_, packages) => {
  expect(dependencyMistakes(manifest, lockWith(packages))).toEqual([]);
});

test.each([
  [
    "a licence off the list",
    lockWith({ "node_modules/b": { ...right, license: "AGPL-3.0" } }),
    "the licence “AGPL-3.0”",
  ],
  ["no licence", lockWith({ "node_modules/a/node_modules/b": { version: "1.0.0" } }), "b 1.0.0 has the licence “”"],
  ["a licence taken from others alone", lockWith({ "node_modules/b": { ...right, license: "MPL-2.0" } }), "MPL-2.0"],
  ["what is deprecated", lockWith({ "node_modules/b": { ...right, deprecated: "use c" } }), "deprecated: use c"],
  ["an install script", lockWith({ "node_modules/b": { ...right, hasInstallScript: true } }), "install script"],
  ["a second version", lockWith({ "node_modules/c/node_modules/a": { ...right, version: "2.0.0" } }), "2.0.0 beside"],
  ["a stale lock file", lockWith({}, { a: "0.9.0" }), "run npm install"],
])("%s is refused", (_, lock, expected) => {
  expect(dependencyMistakes(manifest, lock).join("\n")).toContain(expected);
});

test("a range is refused", () => {
  const ranged = { ...manifest, dependencies: { a: "^1.0.0" } };
  expect(dependencyMistakes(ranged, lockWith({}, { a: "^1.0.0" })).join("\n")).toContain("not as one version");
});

test("an install script on which allowScripts has decided is taken", () => {
  const lock = lockWith({ "node_modules/b": { ...right, hasInstallScript: true } });
  expect(dependencyMistakes({ ...manifest, allowScripts: { b: false } }, lock)).toEqual([]);
});

const digest = `node@sha256:${"0".repeat(64)}`;

test.each([
  ["FROM node:latest", 1],
  ["FROM node:24-slim AS build\nFROM build", 1],
  ["FROM node:24.1.0-slim", 1],
  [`FROM ${digest} AS build\nCOPY --from=build /a /b`, 0],
  ["COPY --from=busybox:1 /a /b", 1],
  [`ARG IMAGE=node:24\nFROM \${IMAGE}`, 1],
  [`ARG IMAGE=node:24.1.0-slim\nFROM \${IMAGE}`, 0],
  [`FROM \${IMAGE}`, 1],
  ["    image: postgres:17", 1],
  [`    image: \${IMAGE:-postgres:17}`, 1],
  [`    image: \${IMAGE:-postgres:17.6}`, 0],
])("of %j %i images are refused", (text, count) => {
  expect(imageMistakes("f", text)).toHaveLength(count);
});

test("the repository's own images can all be given by digest", () => {
  for (const file of ["Dockerfile", "compose.yaml"]) {
    const text = readFileSync(file, "utf8");
    expect(imageMistakes(file, text)).toEqual([]);
    expect(text).toMatch(/@sha256:/);
  }
});
