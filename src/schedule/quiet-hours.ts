/** When people may be spoken to: not at night, in their own zone. Pure. */
import { Temporal } from "temporal-polyfill";

/** From and to when nobody is disturbed, `HH:MM` each, over midnight where `to` is the earlier. */
export type QuietHours = { readonly from: string; readonly to: string };

/** Where nobody chose other hours. */
export const usualQuiet: QuietHours = { from: "22:00", to: "08:00" };

/**
 * `now` where clocks in the zone show no quiet hour, else the end of the quiet hours there; both in
 * UTC milliseconds.
 */
export const nextWaking = (now: number, zone: string, { from, to }: QuietHours = usualQuiet): number => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const time = here.toPlainTime();
  const begun = Temporal.PlainTime.compare(time, from) >= 0;
  const over = Temporal.PlainTime.compare(time, to) >= 0;
  const isOverMidnight = from > to;
  const isQuiet = isOverMidnight ? begun || !over : begun && !over;
  if (!isQuiet) return now;
  const date = here.toPlainDate().add({ days: isOverMidnight && begun ? 1 : 0 });
  return date.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds;
};
