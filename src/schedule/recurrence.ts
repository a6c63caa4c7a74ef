/**
 * The next due time of a rule, in wall time and as an instant. Pure. A wall time that a change of
 * clocks skips moves forward by the gap, whatever date it comes to lie on (one of Apia's missing 30
 * December 2011 comes due on the 31st); one that exists twice means the first. Wall times that so
 * fall on one instant are one due time.
 */
import { Temporal } from "temporal-polyfill";
import type { DueTime, Plan } from "./plan.ts";
import { wallTimes } from "./wall-times.ts";

/**
 * How far is looked ahead: around 2100 eight years lie between two 29 February; a skipped one makes
 * it twelve.
 */
const yearsAheadMax = 13;

/**
 * No change of clocks moves a time by more than a day, so that a later wall time by more than this
 * is a later instant too.
 */
const movedHoursMax = 25;

type Found = DueTime & { readonly bound: Temporal.PlainDateTime };

/**
 * The first due time after the instant `after` (UTC milliseconds); null when none is left within 13
 * years. A date is skipped by what the rule means, even where a gap moves the instant to the next
 * date.
 */
export const nextOccurrence = (
  { rule, zone, skipDates }: Pick<Plan, "rule" | "zone" | "skipDates">,
  after: number,
): DueTime | null => {
  const today = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  // A wall time of yesterday may have been moved behind `after`.
  const from = today.subtract({ days: 1 });
  let best: Found | null = null;
  for (const wall of wallTimes(rule, from, today.add({ years: yearsAheadMax }))) {
    if (best !== null && Temporal.PlainDateTime.compare(wall, best.bound) > 0) break;
    if (skipDates.includes(wall.toPlainDate().toString())) continue;
    const due = wall.toZonedDateTime(zone, { disambiguation: "compatible" });
    const at = due.epochMilliseconds;
    if (at <= after) continue;
    // Of two wall times on one instant the earlier gives the name.
    if (best === null || at < best.at)
      best = { wall: wall.toString({ smallestUnit: "minute" }), at, bound: wall.add({ hours: movedHoursMax }) };
    // One that exists is sooner than all that come behind it; only one that was moved can be
    // overtaken.
    if (due.toPlainDateTime().equals(wall)) break;
  }
  return best === null ? null : { wall: best.wall, at: best.at };
};
