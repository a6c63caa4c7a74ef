/**
 * Reads how often a schedule comes due from what people type: `weekly mon 10:00`, `cron 0 9 * *
 * 1-5`. Pure.
 */
import { Temporal } from "temporal-polyfill";
import { cronFields } from "../schedule/cron-fields.ts";
import { nextOccurrence } from "../schedule/recurrence.ts";
import type { ScheduleRule } from "../schedule/rule.ts";
import { isFirst, rhythmNamed, weekdayNamed } from "./command-words.ts";

/** The part that could not be read, and what was given there; empty when it is missing. */
export type RuleProblem = { readonly part: "how-often" | "weekday" | "time" | "cron"; readonly given: string };

export type ParsedRule =
  | { readonly type: "rule"; readonly rule: ScheduleRule }
  | { readonly type: "mistake"; readonly problem: RuleProblem };

const mistake = (part: RuleProblem["part"], given = ""): ParsedRule => ({ type: "mistake", problem: { part, given } });

/**
 * The words that say how often; `zone` and `now` (UTC milliseconds) say which week is the first of
 * every second one: that of the next such weekday.
 */
export const parseRule = (words: readonly string[], zone: string, now: number): ParsedRule => {
  const [first = "", ...rest] = words;
  const rhythm = rhythmNamed(first);
  switch (rhythm) {
    case undefined:
      return mistake("how-often", first);
    case "cron":
      return parseCron(rest, zone, now);
    case "weekdays":
      return withTime(rest, (at) => ({ type: "weekdays", at }));
    case "weekly":
      return onWeekday(rest, (weekday, at) => weekly(1, weekday, at, zone, now));
    case "biweekly":
      return onWeekday(rest, (weekday, at) => weekly(2, weekday, at, zone, now));
    case "monthly":
      return onWeekday(withoutFirst(rest), (weekday, at) => ({ type: "monthly", weekday, at }));
    default:
      return rhythm satisfies never;
  }
};

/** `monthly first mon` says no more than `monthly mon`. */
const withoutFirst = ([word = "", ...rest]: readonly string[]): readonly string[] =>
  isFirst(word) ? rest : [word, ...rest];

const onWeekday = (
  [word = "", ...rest]: readonly string[],
  ruleFor: (weekday: number, at: string) => ScheduleRule,
): ParsedRule => {
  const weekday = weekdayNamed(word);
  return weekday === undefined ? mistake("weekday", word) : withTime(rest, (at) => ruleFor(weekday, at));
};

const withTime = (words: readonly string[], ruleFor: (at: string) => ScheduleRule): ParsedRule => {
  const given = words.join(" ");
  const at = parseTime(given);
  return at === undefined ? mistake("time", given) : { type: "rule", rule: ruleFor(at) };
};

/** `HH:MM`, from `9:00` too. */
const parseTime = (word: string): string | undefined => {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(word);
  return match ? `${match[1]?.padStart(2, "0")}:${match[2]}` : undefined;
};

const weekly = (every: 1 | 2, weekday: number, at: string, zone: string, now: number): ScheduleRule => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const rule = { type: "weekly", every, weekday, at, from: today.toString() } as const;
  const next = nextOccurrence({ rule: { ...rule, every: 1 }, zone, skipDates: [] }, now);
  return { ...rule, from: next?.wall.slice(0, rule.from.length) ?? rule.from };
};

/** As `scheduleRule` has it. */
const expressionMax = 100;

const quotes = /^["'“”‘’`]+|["'“”‘’`]+$/gu;

/** Sessions are what is started, so that more often than once an hour was mistyped. */
const parseCron = (words: readonly string[], zone: string, now: number): ParsedRule => {
  const expression = words.join(" ").replace(quotes, "").trim().replace(/\s+/gu, " ");
  const fields = expression.length > expressionMax ? undefined : cronFields(expression);
  const rule = { type: "cron", expression } as const;
  return fields?.minutes.length === 1 && nextOccurrence({ rule, zone, skipDates: [] }, now) !== null
    ? { type: "rule", rule }
    : mistake("cron", expression);
};
