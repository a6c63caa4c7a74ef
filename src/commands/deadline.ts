/**
 * Reads when a round ends from what a person typed: a wall time in their zone, or a span from now.
 */
import { Temporal } from "temporal-polyfill";
import { type TypedWords, type Unit, units } from "../i18n/typed-words.ts";
import { unitNamed } from "./command-words.ts";

const minuteMs = 60_000;
const unitMs: Readonly<Record<Unit, number>> = {
  minute: minuteMs,
  hour: 60 * minuteMs,
  day: 24 * 60 * minuteMs,
  week: 7 * 24 * 60 * minuteMs,
};

/** The longest a round may last, in milliseconds: 90 days. A longer one was mistyped. */
export const roundMsMax = 90 * 24 * 60 * minuteMs;

/**
 * A span such as `30m`, `2h`, `1d`, `1w`, in milliseconds; undefined when it isn't one, is zero, or
 * exceeds 90 days.
 */
export const parseSpan = (text: string): number | undefined => {
  const match = /^(\d{1,5})\s*(\p{L}+)$/u.exec(text.trim());
  const unit = unitNamed(match?.[2] ?? "");
  if (!match || unit === undefined) return undefined;
  const span = Number(match[1]) * unitMs[unit];
  return span > 0 && span <= roundMsMax ? span : undefined;
};

/**
 * A wall time such as `17:00`, as the next instant at which clocks in `zone` show it, in UTC
 * milliseconds. A time that a change of clocks skips moves forward by the gap; one that comes twice
 * means the first (Temporal's `compatible`).
 */
export const parseWallTime = (text: string, zone: string, now: number): number | undefined => {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  if (!match) return undefined;
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const at = Temporal.PlainTime.from({ hour: Number(match[1]), minute: Number(match[2]) });
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: at });
  const next = today.epochMilliseconds > now ? today : today.add({ days: 1 });
  return next.epochMilliseconds;
};

/**
 * What `parseEnd` reads as this end: a span in whole units, or a wall time in `zone`; empty for
 * none.
 */
export const writeEnd = (
  { deadline, roundMs }: { readonly deadline: number | null; readonly roundMs: number | null },
  zone: string,
  { units: words }: Pick<TypedWords, "units">,
): string => {
  if (deadline === null) return "";
  if (roundMs === null)
    return Temporal.Instant.fromEpochMilliseconds(deadline)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString()
      .slice(0, 5);
  const unit = units.findLast((one) => roundMs % unitMs[one] === 0) ?? "minute";
  return `${roundMs / unitMs[unit]}${words[unit][0]}`;
};

/** A round's end from either form, with the span when it was one. */
export const parseEnd = (
  text: string,
  zone: string,
  now: number,
): { readonly deadline: number; readonly roundMs: number | null } | undefined => {
  const span = parseSpan(text);
  if (span !== undefined) return { deadline: now + span, roundMs: span };
  const deadline = parseWallTime(text, zone, now);
  return deadline === undefined ? undefined : { deadline, roundMs: null };
};
