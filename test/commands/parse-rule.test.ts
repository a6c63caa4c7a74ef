/** How often, as people type it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRule } from "../../src/commands/parse-rule.ts";
import { scheduleRule } from "../../src/schedule/rule.ts";

/** Monday 23 November 2026, noon in Seoul. */
const noon = Date.UTC(2026, 10, 23, 3, 0);
const parse = (text: string) => parseRule(text.split(" ").filter(Boolean), "Asia/Seoul", noon);

const everyWeek = { type: "weekly", every: 1, weekday: 1, at: "10:00", from: "2026-11-30" } as const;
const secondTuesdays = { type: "weekly", every: 2, weekday: 2, at: "09:30", from: "2026-11-24" } as const;

test.each([
  ["weekly mon 10:00", everyWeek],
  ["Weekly Monday 10:00", everyWeek],
  ["매주 월 10:00", everyWeek],
  ["매주 월요일 10:00", everyWeek],
  // Today, and later than now.
  ["weekly mon 13:00", { ...everyWeek, at: "13:00", from: "2026-11-23" }],
  ["every-two-weeks tue 09:30", secondTuesdays],
  ["biweekly tues 9:30", secondTuesdays],
  ["격주 화 09:30", secondTuesdays],
  ["monthly mon 10:00", { type: "monthly", weekday: 1, at: "10:00" }],
  ["monthly first mon 10:00", { type: "monthly", weekday: 1, at: "10:00" }],
  ["매월 첫째 월요일 10:00", { type: "monthly", weekday: 1, at: "10:00" }],
  ["매월 일 0:05", { type: "monthly", weekday: 7, at: "00:05" }],
  ["weekdays 9:00", { type: "weekdays", at: "09:00" }],
  ["평일 09:00", { type: "weekdays", at: "09:00" }],
  ["cron 0 9 * * 1-5", { type: "cron", expression: "0 9 * * 1-5" }],
  ['cron "0  9 * * MON-FRI"', { type: "cron", expression: "0 9 * * MON-FRI" }],
  ["크론 “15 9-18/3 1,15 jan-jun *”", { type: "cron", expression: "15 9-18/3 1,15 jan-jun *" }],
  ["cron 0 * * * *", { type: "cron", expression: "0 * * * *" }],
])("%s", (text, rule) => {
  expect(parse(text)).toEqual({ type: "rule", rule });
  expect(scheduleRule.parse(rule)).toEqual(rule);
});

test.each([
  ["", "how-often", ""],
  ["daily 10:00", "how-often", "daily"],
  ["weekly", "weekday", ""],
  ["weekly 10:00", "weekday", "10:00"],
  ["weekly mo 10:00", "weekday", "mo"],
  ["매주 문 10:00", "weekday", "문"],
  ["weekly mon", "time", ""],
  ["weekly mon 24:00", "time", "24:00"],
  ["weekly mon 10:00 pm", "time", "10:00 pm"],
  ["weekdays 9", "time", "9"],
  ["cron", "cron", ""],
  ["cron 0 9 * *", "cron", "0 9 * *"],
  // Seconds, and the extensions that other programs know.
  ["cron 0 0 9 * * 1", "cron", "0 0 9 * * 1"],
  ["cron 0 9 L * *", "cron", "0 9 L * *"],
  ["cron 0 9 15W * *", "cron", "0 9 15W * *"],
  ["cron 0 9 * * 1#2", "cron", "0 9 * * 1#2"],
  ["cron 0 9 ? * 1", "cron", "0 9 ? * 1"],
  ["cron H 9 * * *", "cron", "H 9 * * *"],
  ["cron @daily", "cron", "@daily"],
  // More often than once an hour.
  ["cron * * * * *", "cron", "* * * * *"],
  ["cron 0,30 9 * * *", "cron", "0,30 9 * * *"],
  // Never.
  ["cron 0 0 30 2 *", "cron", "0 0 30 2 *"],
  ["cron 0 24 * * *", "cron", "0 24 * * *"],
])("%s: the mistake is named", (text, part, given) =>
  expect(parse(text)).toEqual({ type: "mistake", problem: { part, given } }),
);

test("whatever is typed, a rule can be kept or the mistake is told", () => {
  const word = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      "weekly",
      "격주",
      "monthly",
      "평일",
      "cron",
      "mon",
      "금요일",
      "9:00",
      "*",
      "0",
      "*/7",
      "1-5",
      "59",
      "feb",
      "-",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), (words) => {
      const parsed = parseRule(words, "Europe/Berlin", noon);
      if (parsed.type === "rule") scheduleRule.parse(parsed.rule);
    }),
    { numRuns: 2000 },
  );
});
