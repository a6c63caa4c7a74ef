/** Calendar months in a zone. Pure. */
import { Temporal } from "temporal-polyfill";

/** From its first instant to before the second, in UTC milliseconds. */
export type Span = { readonly from: number; readonly to: number };

/**
 * The span of a month, `YYYY-MM`, in an IANA zone.
 * @example spanOfMonth("2026-11", "Asia/Seoul").from // 2026-10-31T15:00Z
 */
export const spanOfMonth = (month: string, zone: string): Span => {
  const first = Temporal.PlainYearMonth.from(month);
  const startOf = (one: Temporal.PlainYearMonth): number =>
    one.toPlainDate({ day: 1 }).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  return { from: startOf(first), to: startOf(first.add({ months: 1 })) };
};

/** The months up to the one in which an instant lies, each with its first instant; newest first. */
export const monthsUpTo = (
  now: number,
  zone: string,
  count: number,
): readonly { readonly month: string; readonly from: number }[] => {
  const newest = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
  return Array.from({ length: count }, (_, back) => {
    const month = newest.subtract({ months: back }).toString();
    return { month, from: spanOfMonth(month, zone).from };
  });
};

const morning = 10;

const dayOf = (date: Temporal.PlainDate, zone: string): { readonly date: string; readonly at: number } => ({
  date: date.toString(),
  at: date.toZonedDateTime({ timeZone: zone, plainTime: { hour: morning } }).epochMilliseconds,
});

/** The day so many months after the one on which an instant lies in a zone, at 10:00 there. */
export const dayInMonths = (
  now: number,
  zone: string,
  months: number,
): { readonly date: string; readonly at: number } =>
  dayOf(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().add({ months }), zone);

/** The first day of the next month in a zone, at 10:00 there, in UTC milliseconds. */
export const nextMonth = (now: number, zone: string): number => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return dayOf(today.toPlainYearMonth().add({ months: 1 }).toPlainDate({ day: 1 }), zone).at;
};
