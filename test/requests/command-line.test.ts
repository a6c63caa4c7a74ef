/** What people type, and what becomes of it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCommandLine } from "../../src/commands/command-line.ts";
import { complete } from "../../src/commands/completion.ts";
import { parseSpan, parseWallTime } from "../../src/commands/deadline.ts";
import { plainStart } from "../../src/commands/option-values.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { startOptionNames } from "../../src/i18n/typed-words.ts";
import { nearest } from "../../src/text/nearest.ts";

const noon = Date.UTC(2026, 10, 23, 3, 0);
const parse = (text: string) => parseCommandLine(text, "Asia/Seoul", noon);
const hour = 3_600_000;

test("a complete start is read alike in English and in Korean", () => {
  const english = parse("start legal-contract-analysis --anonymous --discuss --for 2d --lang ko");
  expect(english).toEqual({
    type: "command",
    command: {
      type: "start",
      activity: "legal-contract-analysis",
      options: {
        ...plainStart,
        anonymous: true,
        discussion: true,
        deadline: noon + 48 * hour,
        roundMs: 48 * hour,
        language: "ko",
      },
    },
  });
  expect(parse("시작 legal-contract-analysis --익명 --토론 --동안 2일 --언어 ko")).toEqual(english);
  expect(parse("start —anonymous legal-contract-analysis --discuss --for=2d --lang=ko")).toEqual(english);
});

test.each([
  ["", { type: "menu" }],
  ["  ", { type: "menu" }],
  ["목록", { type: "list" }],
  ["HELP", { type: "help" }],
  ["start", { type: "ask-start" }],
  ["learn peft --lang en", { type: "learn", activity: "peft", share: false, language: "en" }],
  ["읽기 PEFT --언어=ko --공유", { type: "learn", activity: "peft", share: true, language: "ko" }],
  ["learn --lang ko", { type: "learn", activity: null, share: false, language: "ko" }],
])("%j is a command", (text, command) => {
  expect(parse(text)).toEqual({ type: "command", command });
});

const startTakes = {
  command: "start",
  taken: startOptionNames,
};
const learnTakes = { command: "learn", taken: ["share", "lang"] };

test.each<[string, object]>([
  ["strat x", { code: "unknown-command", given: "strat", nearest: ["start", "stats"] }],
  ["start x --anonimous", { code: "unknown-option", given: "--anonimous", nearest: ["--anonymous"], ...startTakes }],
  ["start x --share", { code: "unknown-option", given: "--share", nearest: [], ...startTakes }],
  ["start x y", { code: "surplus-word", command: "start", given: "y" }],
  ["learn peft --anonymous", { code: "unknown-option", given: "--anonymous", nearest: [], ...learnTakes }],
  ["읽기 peft --공휴", { code: "unknown-option", given: "--공휴", nearest: [], ...learnTakes }],
  ["learn peft en", { code: "surplus-word", command: "learn", given: "en" }],
  ["learn peft --lang xx", { code: "bad-value", option: "--lang", given: "xx", examples: ["--lang en", "--lang ko"] }],
  ...["list", "history", "help", "schedules"].map((command): [string, object] => [
    `${command} --lang en`,
    { code: "unknown-option", command, given: "--lang", nearest: [], taken: [] },
  ]),
  ["start --discuss", { code: "missing-activity" }],
  ["start x --until 25:00", { code: "bad-value", option: "--until", given: "25:00", examples: ["--until 17:00"] }],
  ["start x --lang", { code: "bad-value", option: "--lang", given: "", examples: ["--lang en", "--lang ko"] }],
  ["start x --for 1h --until 17:00", { code: "deadline-twice" }],
])("%j is refused", (text, refusal) => {
  expect(parse(text)).toEqual({ type: "refused", refusal });
});

test("whatever is typed is read or refused, never thrown", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => ["command", "refused"].includes(parse(text).type)));
  fc.assert(fc.property(fc.string(), (text) => ["command", "refused"].includes(parse(`start ${text}`).type)));
});

test("a wall time is the next one in the person's zone", () => {
  expect(parseWallTime("13:00", "Asia/Seoul", noon)).toBe(noon + hour);
  expect(parseWallTime("12:00", "Asia/Seoul", noon)).toBe(noon + 24 * hour);
  expect(parseWallTime("9:30", "Asia/Seoul", noon)).toBe(noon + 21.5 * hour);
  // Clocks in Berlin skip 02:30 that night; it moves on to 03:30.
  const beforeGap = Date.UTC(2026, 2, 28, 23, 0);
  expect(parseWallTime("02:30", "Europe/Berlin", beforeGap)).toBe(Date.UTC(2026, 2, 29, 1, 30));
});

test.each([
  ["30m", 0.5 * hour],
  ["2시간", 2 * hour],
  ["1w", 168 * hour],
  ["0h", undefined],
  ["91d", undefined],
  ["soon", undefined],
])("the span %s", (text, expected) => {
  expect(parseSpan(text)).toBe(expected);
});

test("nearest answers few and near ones, nearest first", () => {
  const ids = ["startup-support-chatbot", "legal-contract-analysis", "shop-recommendation"];
  expect(nearest("legal-contract-analisys", ids)).toEqual(["legal-contract-analysis"]);
  expect(nearest("chatbot", ids)).toEqual(["startup-support-chatbot"]);
  expect(nearest("zzzzzzzz", ids)).toEqual([]);
});

test("completion follows the language, offers what is left, and completes whole texts", () => {
  const library = { activities: [], exercises: [], find: () => undefined };
  const labels = (text: string, language: "en" | "ko") =>
    complete(text, library, translatorFor(language)).map(({ label }) => label);
  expect(labels("/wor", "en")).toEqual(["/workshop"]);
  expect(labels("/workshop ", "ko")).toEqual([
    "질문",
    "진단",
    "시작",
    "예약",
    "예약목록",
    "목록",
    "읽기",
    "찾기",
    "기록",
    "내보내기",
    "통계",
    "나",
    "설정",
    "도움말",
  ]);
  expect(labels("/workshop 예약 ", "ko")).toContain("매주");
  expect(labels("/workshop schedule weekly mon 10:00 --lang k", "en")).toEqual(["ko"]);
  expect(labels("/workshop schedule weekly mon 10:00 --z", "en")).toEqual(["--zone"]);
  expect(labels("/workshop st", "ko")).toEqual(["start", "stats"]);
  expect(labels("/workshop start x --anonymous --", "en")).toEqual([
    "--discuss",
    "--until",
    "--for",
    "--lang",
    "--quorum",
    "--reveal",
    "--ask",
    "--when-all",
    "--observe",
    "--decider",
  ]);
  expect(complete("/workshop start x --lang k", library, translatorFor("en"))).toMatchObject([
    { insert: "/workshop start x --lang ko " },
  ]);
  expect(labels("/workshop learn peft ", "en")).toEqual(["--share", "--lang"]);
  expect(labels("/workshop learn peft --lang en --", "ko")).toEqual(["--공유"]);
  expect(labels("/workshop learn peft --lang ", "en")).toEqual(["en", "ko"]);
  expect(labels("hello /workshop", "en")).toEqual([]);
});
