/** What a trainer writes, right and wrong. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kinds } from "../../src/activities/kinds.ts";
import { plainText } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadPacks } from "../../src/packs/folder.ts";
import { formatMistakes } from "../../src/packs/mistakes.ts";
import { parsePack } from "../../src/packs/parse.ts";
import { parseInline } from "../../src/text/inline-markdown.ts";
import { temporaryFolder } from "../../testkit/process.ts";

const head = 'id: p\nversion: "1"\ntitle: { en: Pack, ko: 팩 }\n';
const option = (id: string): string => `    - { id: ${id}, label: { en: ${id}, ko: ${id} } }\n`;
const scenario = (change: (text: string) => string = (text) => text): string =>
  change(`id: a
kind: scenario
content:
  title: { en: T, ko: 제목 }
  team: { en: T, ko: 팀 }
  requirements: [{ en: R, ko: 요구 }]
  data: [{ en: D, ko: 자료 }]
  question: { en: Q, ko: 질문 }
  options:
${option("x")}${option("y")}  recommendation: { option: x, rationale: { en: W, ko: 이유 } }
`);

const linesOf = (files: Readonly<Record<string, string>>, language: "en" | "ko" = "en"): readonly string[] => {
  const parsed = parsePack({ folder: "p", texts: new Map(Object.entries(files)) }, kinds);
  return parsed.type === "pack" ? [] : formatMistakes(parsed.mistakes, translatorFor(language));
};

test("a right pack is read", () => {
  expect(linesOf({ "pack.yaml": head, "a.yaml": scenario() })).toEqual([]);
});

test("a pack owes the default language alone; who reads another one gets that", () => {
  const english = {
    "pack.yaml": head.replace(", ko: 팩", ""),
    "a.yaml": scenario((text) => text.replace(", ko: 제목", "")),
  };
  const parsed = parsePack({ folder: "p", texts: new Map(Object.entries(english)) }, kinds);
  if (parsed.type !== "pack") throw new Error(linesOf(english).join("\n"));
  const { title, activities } = parsed.pack;
  for (const [code, shown] of [
    ["en", "T"],
    ["ko", "T"],
  ] as const) {
    const t = translatorFor(code);
    expect(t.pick(title)).toBe("Pack");
    expect(activities.map(({ open }) => plainText(open.title(t)))).toEqual([shown]);
  }
});

test("every mistake is listed with file, line and path, in the language asked for", () => {
  const broken = scenario((text) =>
    text.replace("  title: { en: T, ko: 제목 }\n", "").replace("option: x", "option: z").replace("en: D", "an: D"),
  );
  const files = { "pack.yaml": head.replace('"1"', "1"), "a.yaml": broken };
  expect(linesOf(files).join("\n")).toMatch(
    /There are 5 mistakes.*p\/pack\.yaml:2:10 version — expected text; put the value in quotes/s,
  );
  expect(linesOf(files).join("\n")).toMatch(/p\/a\.yaml:4:3 content\.title — this is missing/);
  expect(linesOf(files).join("\n")).toMatch(/p\/a\.yaml:6:10 content\.data\[0\]\.en — this is missing/);
  expect(linesOf(files, "ko").join("\n")).toContain("빠져 있습니다.");
});

test.each([
  [
    "an alias",
    (text: string) =>
      text
        .replace("title: { en: T, ko: 제목 }", "title: &t { en: T, ko: 제목 }\n  team: *t")
        .replace("  team: { en: T, ko: 팀 }\n", ""),
    "aliases",
  ],
  ["a tag", (text: string) => text.replace("en: Q", "en: !!js/function Q"), "tags"],
  ["a prototype key", (text: string) => text.replace("en: Q", "__proto__: Q"), "__proto__"],
  ["a constructor key", (text: string) => text.replace("en: Q", "constructor: Q"), "constructor"],
  ["an unknown key", (text: string) => `${text}extra: 1\n`, "“extra”"],
  ["an unknown kind", (text: string) => text.replace("kind: scenario", "kind: scenaro"), "expected one of scenario"],
  ["the same id twice", (text: string) => text.replaceAll("id: y", "id: x"), "same id"],
  [
    "the id of what every question offers",
    (text: string) => text.replaceAll("id: y", "id: cannot-judge"),
    "another id",
  ],
  [
    "a recommendation that is no option",
    (text: string) => text.replace("option: x", "option: z"),
    "isn’t among the options",
  ],
  ["another file's id", (text: string) => text.replace("id: a\n", "id: b\n"), "file’s name"],
  ["a bad id", (text: string) => text.replace("id: a\n", "id: A b\n"), "expected an id"],
  ["an unsafe integer", (text: string) => text.replace("en: Q", "en: 12345678901234567890"), "quotes"],
  ["broken YAML", (text: string) => `${text}  - :\n ]`, "doesn’t belong here"],
  ["the same key twice", (text: string) => `${text}id: a\n`, "p/a.yaml:13:1 id — this key stands here a second time"],
])("%s is refused", (_, change, expected) => {
  expect(linesOf({ "pack.yaml": head, "a.yaml": scenario(change) }).join("\n")).toContain(expected);
});

describe("what would blow up a parser is refused before it is parsed", () => {
  test.each([
    ["flow depth", "[".repeat(100_000)],
    ["block depth", Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["depth on one line", "- ".repeat(5_000)],
    ["size", "a".repeat(300 * 1024)],
    ["values", "- [1]\n".repeat(5_000)],
  ])("%s", (_, text) => {
    expect(linesOf({ "pack.yaml": text }).join("\n")).toMatch(/too deeply|too large|too much/);
  });

  test("brackets in a text nest nothing", () => {
    const text = scenario((text) => text.replace("en: Q", `en: "${"[{".repeat(50)}"`));
    expect(linesOf({ "pack.yaml": head, "a.yaml": text })).toEqual([]);
  });

  test("of very many mistakes the first are told, and how many there are", () => {
    const lines = linesOf({ "pack.yaml": `a: "${"\\q".repeat(30_000)}"` });
    expect(lines[0]).toBe("There are 30000 mistakes in the packs:");
    expect(lines.at(-1)).toBe("  p/pack.yaml — and 29980 more; correct these first");
  });
});

test.each([
  [
    "an alias",
    "requirements[0].ko",
    (text: string) => text.replace("title: {", "title: &t {").replace("ko: 요구", "ko: *t"),
  ],
  ["a tag", "options[1].id", (text: string) => text.replace("id: y", "id: !!str y")],
  ["a key that reaches a prototype", "question.__proto__", (text: string) => text.replace("en: Q", "__proto__: Q")],
  ["an unsafe integer", "options[0].id", (text: string) => text.replace("id: x", "id: 12345678901234567890")],
  [
    "a key that stands twice",
    "recommendation.option",
    (text: string) => text.replace("option: x", "option: x, option: y"),
  ],
])("%s is named with its path", (_, path, change) => {
  const [, line] = linesOf({ "pack.yaml": head, "a.yaml": scenario(change) });
  expect(line).toMatch(/^ {2}p\/a\.yaml:\d+:\d+ /);
  expect(line).toContain(` content.${path} — `);
});

test("whatever a file holds, it is read or its mistakes are named", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(linesOf({ "pack.yaml": head, "a.yaml": text }))),
  );
});

test("folders that can't be read, or hold no pack, are named", async () => {
  const loaded = await loadPacks(["not-there", "test"], kinds);
  expect(loaded.type === "mistakes" && formatMistakes(loaded.mistakes, translatorFor("en")).join("\n")).toMatch(
    /not-there — the file can’t be read/,
  );
});

test("a pack's own folder is as good as the folder that it stands in", async () => {
  const loaded = await loadPacks(["packs/ai-approach"], kinds);
  expect(loaded.type === "packs" && loaded.packs.map(({ id }) => id)).toEqual(["ai-approach"]);
});

test("an unknown key is named where it stands itself, each for itself", () => {
  const broken = scenario((text) => text.replace("  question:", "  questoin: x\n  question:"));
  const lines = linesOf({ "pack.yaml": `${head}extra: 1\nmore: 2\n`, "a.yaml": `${broken}odd: 1\n` });
  expect(lines.slice(1)).toEqual([
    "  p/pack.yaml:4:1 extra — unknown key “extra”; check the spelling",
    "  p/pack.yaml:5:1 more — unknown key “more”; check the spelling",
    "  p/a.yaml:8:3 content.questoin — unknown key “questoin”; check the spelling",
    "  p/a.yaml:14:1 odd — unknown key “odd”; check the spelling",
  ]);
});

test("what rests on several parts is told beside what is wrong elsewhere, in one run", () => {
  const broken = scenario((text) =>
    text.replace("option: x", "option: z").replace("title: { en: T, ko: 제목 }", "title: 1"),
  );
  const files = {
    "pack.yaml": `${head}exercises: [{ id: e, title: { en: E, ko: 연습 }, activities: [a, gone] }]\n`,
    "a.yaml": broken.replace("id: a\n", "id: b\n"),
    "c.yaml": `${scenario().replace("id: a\n", "id: c\n")}  seeAlso: [lost]\n`,
    "d.yaml": "id: D\nkind: nothing\nodd: 1\n",
  };
  const told = linesOf(files).join("\n");
  for (const expected of [
    "p/pack.yaml:4:64 exercises[0].activities[1] — the pack has no activity called “gone”",
    "p/a.yaml:4:10 content.title — expected keys with values",
    "p/a.yaml:12:29 content.recommendation.option — the recommended option isn’t among the options",
    "p/a.yaml:1:5 id — the id must be the file’s name: a",
    "content.seeAlso[0] — the pack has no activity",
    "p/d.yaml:1:5 id — expected an id",
    "p/d.yaml:2:7 kind — expected one of scenario",
    "p/d.yaml:3:1 odd — unknown key “odd”",
  ])
    expect(told).toContain(expected);
  expect(told).not.toContain("called “a”");
  expect(linesOf({ "c.yaml": files["c.yaml"] }).join("\n")).toMatch(/no pack\.yaml[\s\S]*seeAlso/);
});

test.each([
  ["an unclosed quote", 'title: "T'],
  ["an unclosed bracket", "title: [T"],
  ["a tab", "title:\n\ten: T"],
  ["a colon in a text", "title: a: b"],
  ["an escape", 'title: "\\q"'],
  ["a sign at the beginning", "title: @x"],
  ["a directive", "%x\ntitle: T"],
  ["a block in brackets", "title: [- a\n- b]"],
  ["a list for a text", "id: []"],
  ["a text for a list", "exercises: x"],
  ["a number for a block", "title: 1"],
])("%s is told in sentences of ours, in either language", (_, text) => {
  const parsers = /Expected|Invalid|received|collection|implicit|flow|scalar|Unexpected|must be|Missing/;
  for (const language of ["en", "ko"] as const) {
    const lines = linesOf({ "pack.yaml": `${text}\n` }, language).slice(1);
    const told = lines.map((line) => line.slice(line.indexOf(" — ") + 3));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((line) => parsers.test(line))).toEqual([]);
    if (language === "ko") expect(told.filter((line) => !/[가-힣]/.test(line))).toEqual([]);
  }
});

test("an id that another pack has already is named with both places", async () => {
  const folder = temporaryFolder();
  for (const [name, text] of [
    ["a", head],
    ["b", head.replace("id: p", "id: q")],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "pack.yaml"), text);
    writeFileSync(join(folder, name, "a.yaml"), scenario());
  }
  const loaded = await loadPacks([folder], kinds);
  expect(loaded.type === "mistakes" && formatMistakes(loaded.mistakes, translatorFor("en"))).toEqual([
    "There is 1 mistake in the packs:",
    `  ${folder}/b/a.yaml:1:5 id — the id “a” is taken already, in ${folder}/a/a.yaml`,
  ]);
});

test("inline Markdown becomes spans; what is no inline Markdown, or no web address, shows as written", () => {
  expect(parseInline("a **b** *c* `d` [e](https://x.org)")).toEqual([
    { type: "plain", text: "a " },
    { type: "strong", text: "b" },
    { type: "plain", text: " " },
    { type: "emphasis", text: "c" },
    { type: "plain", text: " " },
    { type: "code", text: "d" },
    { type: "plain", text: " " },
    { type: "link", text: "e", url: "https://x.org" },
  ]);
  for (const written of [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "[x](data:text/html,y)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "a <b>c</b>",
    "<!channel>",
    "# no heading",
  ])
    expect(plainText(parseInline(written))).toBe(written);
});

describe("links between activities", () => {
  const linked = (change: (text: string) => string): string => {
    const reference =
      "id: r\nkind: reference\ncontent:\n  title: { en: R, ko: 글 }\n  sections: [{ text: { en: T, ko: 글 } }]\n";
    const files = { "pack.yaml": head, "a.yaml": change(`${scenario()}  seeAlso: [r]\n`), "r.yaml": reference };
    return linesOf(files).join("\n");
  };

  test("one that leads to an activity of its kind is right", () => expect(linked((text) => text)).toBe(""));

  test("one that leads nowhere, or to another kind, is named with its place", () => {
    expect(linked((text) => text.replace("[r]", "[s]"))).toMatch(
      /p\/a\.yaml:\d+:13 content\.seeAlso\[0\] — the pack has no activity of kind reference called “s”/,
    );
    expect(linked((text) => text.replace("[r]", "[a]"))).toContain("called “a”");
  });

  test("an exercise names only what can be responded to", () => {
    const exercise = `${head}exercises: [{ id: e, title: { en: E, ko: 연습 }, activities: [a, b] }]\n`;
    expect(linesOf({ "pack.yaml": exercise, "a.yaml": scenario() }).join("\n")).toContain(
      "p/pack.yaml:4:64 exercises[0].activities[1] — the pack has no activity called “b”",
    );
  });

  test("a table’s rows have a cell for each column", () => {
    const table = "table: { columns: [{ en: A, ko: 가 }, { en: B, ko: 나 }], rows: [[{ en: C, ko: 다 }]] }";
    const body = `id: r\nkind: reference\ncontent:\n  title: { en: R, ko: 글 }\n  sections: [{ ${table} }]\n`;
    expect(linesOf({ "pack.yaml": head, "r.yaml": body }).join("\n")).toContain("expected 2 cells");
  });
});
