/** When people may be spoken to: not at night, in their own zone. Pure. */
import { Temporal } from "temporal-polyfill";

const morning = 8;
const night = 22;

/**
 * `now` if clocks in the zone show 08:00 to 22:00, else the next 08:00 there; both in UTC
 * milliseconds.
 */
export const nextWaking = (now: number, zone: string): number => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  if (here.hour >= morning && here.hour < night) return now;
  const date = here.toPlainDate().add({ days: here.hour < morning ? 0 : 1 });
  return date.toZonedDateTime({ timeZone: zone, plainTime: { hour: morning } }).epochMilliseconds;
};
