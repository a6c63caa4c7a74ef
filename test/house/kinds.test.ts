/** A kind of activity is a folder and a line: nothing shared asks for one by name. */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kinds, openFrozen } from "../../src/activities/kinds.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { shippedPack } from "../../testkit/shipped.ts";

const names = kinds.map(({ kind }) => kind);

/** Made of other kinds: it asks what they ask, of one project. */
const composed = "assessment";

test("every kind has a folder of its name, and a line", () => {
  const folders = readdirSync("src/activities", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test("only a kind's own folder and the list of kinds lead to it", () => {
  const files = globSync("{src,adapters}/**/*.{ts,tsx}").filter((file) => file !== "src/activities/kinds.ts");
  const importing = files.flatMap((file) =>
    names
      .filter((name) => ![name, composed].some((own) => file.startsWith(`src/activities/${own}/`)))
      .filter((name) => new RegExp(`from "[./]+/(activities/)?${name}/`, "u").test(readFileSync(file, "utf8")))
      .map((name) => `${file} → ${name}`),
  );
  expect(importing).toEqual([]);
});

test("no shared code compares a kind with a name", () => {
  const files = globSync("{src,adapters}/**/*.{ts,tsx}").filter((file) => !file.startsWith("src/activities/"));
  const name = `"(${names.join("|")})"`;
  const asking = new RegExp(`kind(\\(\\))? (===|!==) ${name}`, "u");
  expect(files.filter((file) => asking.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("every kind is called something else in each language", () => {
  for (const code of languageCodes) {
    const called = kinds.map((kind) => kind.names(translatorFor(code)).one);
    expect(new Set(called).size).toBe(kinds.length);
  }
});

describe("contents", () => {
  test("are of one kind alone, since a session keeps those it rests on without saying which", async () => {
    for (const { content, kind } of (await shippedPack).activities)
      expect(kinds.filter(({ accepts }) => accepts(content)).map((one) => one.kind)).toEqual([kind]);
  });

  test("that a session keeps beside its own open again as the pack's did", async () => {
    const linking = (await shippedPack).activities.filter(({ linked }) => Object.keys(linked).length > 0);
    expect(linking.length).toBeGreaterThan(0);
    const t = translatorFor("ko");
    const revealed = { session: "s", anonymous: false, discussion: false, round: 1, responses: [] };
    for (const { pack, id, kind, content, linked, open } of linking) {
      const kept = openFrozen({ pack, id, kind, content, linked });
      expect(kept.reveal(revealed, t)).toEqual(open.reveal(revealed, t));
    }
  });
});
