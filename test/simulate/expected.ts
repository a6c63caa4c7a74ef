/**
 * What must have come due in a period, worked out date by date: an account of its own, that shares
 * nothing with recurrence.ts but Temporal.
 */
import { Temporal } from "temporal-polyfill";
import type { DueTime } from "../../src/schedule/plan.ts";

/** A schedule as the simulation asks for it. */
export type Wish = {
  readonly zone: string;
  /** What is typed: `weekly fri 00:00`. */
  readonly words: string;
  /** Whether a calendar date is one of its dates, and at which time. */
  readonly times: readonly string[];
  readonly isDate: (date: Temporal.PlainDate) => boolean;
};

/** Due times after `start` and up to `end`, in UTC milliseconds, each instant once. */
export const expectedOf = ({ zone, times, isDate }: Wish, start: number, end: number): readonly DueTime[] => {
  const found = new Map<number, DueTime>();
  const dateAt = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const last = dateAt(end).add({ days: 1 });
  for (
    let date = dateAt(start).subtract({ days: 2 });
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (!isDate(date)) continue;
    for (const time of times) {
      const wall = `${date.toString()}T${time}`;
      const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
      if (at > start && at <= end && !found.has(at)) found.set(at, { wall, at });
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
};

/** Twelve zones, each with the weekly time that its changes of clocks make hardest. */
export const hardZones = [
  ["Africa/Cairo", "fri", "00:00"],
  ["America/Santiago", "sun", "00:30"],
  ["America/Nuuk", "sat", "23:30"],
  ["Europe/Berlin", "sun", "02:30"],
  ["America/New_York", "sun", "01:30"],
  ["Australia/Lord_Howe", "sun", "02:15"],
  ["Antarctica/Troll", "sun", "02:30"],
  ["Pacific/Chatham", "sun", "03:00"],
  ["America/St_Johns", "sun", "02:30"],
  ["Asia/Seoul", "mon", "10:00"],
  ["Asia/Kathmandu", "wed", "09:00"],
  ["Pacific/Kiritimati", "mon", "00:00"],
] as const;

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Every kind of rule in a zone; `start` decides which of every second weeks is the first. */
export const wishesOf = ([zone, day, time]: (typeof hardZones)[number], start: number): readonly Wish[] => {
  const weekday = days.indexOf(day) + 1;
  const [hour, minute] = time.split(":");
  const isWeekday = ({ dayOfWeek }: Temporal.PlainDate): boolean => dayOfWeek === weekday;
  const weekly: Wish = { zone, words: `weekly ${day} ${time}`, times: [time], isDate: isWeekday };
  const [first] = expectedOf(weekly, start, start + 8 * 24 * 3_600_000);
  const counted = Temporal.PlainDate.from(first?.wall.slice(0, 10) ?? "1970-01-01");
  return [
    weekly,
    {
      ...weekly,
      words: `biweekly ${day} ${time}`,
      isDate: (date) => counted.until(date, { largestUnit: "days" }).days % 14 === 0,
    },
    { ...weekly, words: `monthly ${day} ${time}`, isDate: (date) => isWeekday(date) && date.day <= 7 },
    { ...weekly, words: `weekdays ${time}`, isDate: ({ dayOfWeek }) => dayOfWeek <= 5 },
    {
      ...weekly,
      words: `cron ${Number(minute)} ${Number(hour)},13 * * 0,3,6`,
      times: [time, `13:${minute}`],
      isDate: ({ dayOfWeek }) => [3, 6, 7].includes(dayOfWeek),
    },
  ];
};
