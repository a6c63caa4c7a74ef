/**
 * What clocks are meant to show when a rule comes due, in calendar order, whatever the zone. Pure.
 */
import { Temporal } from "temporal-polyfill";
import { type CronFields, cronFields } from "./cron-fields.ts";
import type { ScheduleRule } from "./rule.ts";

type Dates = Generator<Temporal.PlainDate>;

/** The rule's wall times from one date to another, both included. */
export function* wallTimes(
  rule: ScheduleRule,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Generator<Temporal.PlainDateTime> {
  const { dates, times } = rule.type === "cron" ? cronParts(rule.expression, from, until) : parts(rule, from, until);
  for (const date of dates) for (const time of times) yield date.toPlainDateTime(time);
}

type Parts = { readonly dates: Iterable<Temporal.PlainDate>; readonly times: readonly Temporal.PlainTime[] };

const parts = (
  rule: Exclude<ScheduleRule, { type: "cron" }>,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Parts => {
  const times = [Temporal.PlainTime.from(rule.at)];
  switch (rule.type) {
    case "weekly":
      return { dates: everyDays(firstWeekly(rule, from), 7 * rule.every, until), times };
    case "weekdays":
      return { dates: matching(from, until, ({ dayOfWeek }) => dayOfWeek <= 5), times };
    case "monthly":
      return { dates: firstsOfMonth(rule.weekday, from, until), times };
    default:
      return rule satisfies never;
  }
};

const cronParts = (expression: string, from: Temporal.PlainDate, until: Temporal.PlainDate): Parts => {
  const fields = cronFields(expression);
  if (fields === undefined) return { dates: [], times: [] };
  const times = fields.hours.flatMap((hour) =>
    fields.minutes.map((minute) => Temporal.PlainTime.from({ hour, minute })),
  );
  return { dates: matching(from, until, (date) => isCronDate(fields, date), fields.months), times };
};

/** As cron has it: where both are restricted, the day of the month or that of the week suffices. */
const isCronDate = ({ days, weekdays, eitherDay }: CronFields, { day, dayOfWeek }: Temporal.PlainDate): boolean =>
  eitherDay ? days.has(day) || weekdays.has(dayOfWeek) : days.has(day) && weekdays.has(dayOfWeek);

type Weekly = Extract<ScheduleRule, { type: "weekly" }>;

/** Weeks begin on Monday. */
const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

const firstWeekly = ({ every, weekday, from: counted }: Weekly, from: Temporal.PlainDate): Temporal.PlainDate => {
  const first = firstOn(weekday, from);
  const weeks = mondayOf(Temporal.PlainDate.from(counted)).until(mondayOf(first), { largestUnit: "weeks" }).weeks;
  return weeks % every === 0 ? first : first.add({ weeks: 1 });
};

/** The first such weekday from a date on. */
const firstOn = (weekday: number, from: Temporal.PlainDate): Temporal.PlainDate =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });

const isUpTo = (date: Temporal.PlainDate, until: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(date, until) <= 0;

function* everyDays(first: Temporal.PlainDate, days: number, until: Temporal.PlainDate): Dates {
  for (let date = first; isUpTo(date, until); date = date.add({ days })) yield date;
}

function* firstsOfMonth(weekday: number, from: Temporal.PlainDate, until: Temporal.PlainDate): Dates {
  for (let month = from.with({ day: 1 }); isUpTo(month, until); month = month.add({ months: 1 })) {
    const date = firstOn(weekday, month);
    if (isUpTo(from, date)) yield date;
  }
}

/** Day by day, but past a month that can't match in one step. */
function* matching(
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  matches: (date: Temporal.PlainDate) => boolean,
  months?: ReadonlySet<number>,
): Dates {
  let date = from;
  while (isUpTo(date, until)) {
    if (months?.has(date.month) === false) {
      date = date.with({ day: 1 }).add({ months: 1 });
      continue;
    }
    if (matches(date)) yield date;
    date = date.add({ days: 1 });
  }
}
