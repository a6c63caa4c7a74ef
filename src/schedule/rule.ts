/**
 * How often a schedule comes due, as data: what is kept, in wall time; dates are computed from it
 * by recurrence.ts.
 */
import { z } from "zod";

/** What clocks show, `HH:MM`. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** ISO: 1 is Monday, 7 is Sunday. */
const weekday = z.number().int().min(1).max(7);

export const scheduleRule = z.discriminatedUnion("type", [
  /**
   * Every `every` weeks on one weekday; `from` is a calendar date in a week that counts, which
   * matters every two weeks.
   */
  z.object({
    type: z.literal("weekly"),
    every: z.union([z.literal(1), z.literal(2)]),
    weekday,
    at: wallTime,
    from: z.iso.date(),
  }),
  /** Monday to Friday. */
  z.object({ type: z.literal("weekdays"), at: wallTime }),
  /** On the first such weekday of the month. */
  z.object({ type: z.literal("monthly"), weekday, at: wallTime }),
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  z.object({ type: z.literal("cron"), expression: z.string().max(100) }),
]);

export type ScheduleRule = z.infer<typeof scheduleRule>;
