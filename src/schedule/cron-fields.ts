/**
 * What the five fields of a cron line say, as sets to match dates with. The fields are read by a
 * library; when they come due is computed by recurrence.ts. Pure.
 */
import { CronExpressionParser } from "cron-parser";

export type CronFields = {
  /** In rising order. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /**
   * Whether one of the two suffices, since both are restricted (neither begins with `*`); else both
   * must match. As crontab(5) has it.
   */
  readonly eitherDay: boolean;
};

const names = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)\b/gi;

/**
 * Undefined for what is no cron line, and for the extensions `L`, `W`, `#`, `?`, `H`, `@daily` and
 * seconds. A date that never comes, such as 30 February, is none either.
 */
export const cronFields = (expression: string): CronFields | undefined => {
  const fields = expression.split(" ");
  if (fields.length !== 5 || !/^[\d*,/ -]+$/.test(expression.replace(names, "1"))) return undefined;
  try {
    const { minute, hour, month, dayOfMonth, dayOfWeek } = CronExpressionParser.parse(expression, { tz: "UTC" }).fields;
    return {
      minutes: minute.values.map(Number),
      hours: hour.values.map(Number),
      months: new Set(month.values.map(Number)),
      days: new Set(dayOfMonth.values.map(Number)),
      weekdays: new Set(dayOfWeek.values.map((day) => Number(day) || 7)),
      eitherDay: !fields[2]?.startsWith("*") && !fields[4]?.startsWith("*"),
    };
  } catch {
    return undefined;
  }
};
