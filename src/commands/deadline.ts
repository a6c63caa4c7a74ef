/**
 * Reads when a round ends from what a person typed, a wall time in their zone or a span from now,
 * and writes it so again.
 */
import { Temporal } from "temporal-polyfill";
import { type TypedWords, type Unit, units } from "../i18n/typed-words.ts";
import type { RoundEnd } from "../schedule/plan.ts";
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

/** A wall time such as `9:30`, as `09:30`; undefined when it isn't one. */
const parseWall = (text: string): string | undefined => {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match === null ? undefined : `${match[1]?.padStart(2, "0")}:${match[2]}`;
};

/**
 * The next instant at which clocks in `zone` show the time, in UTC milliseconds. A time that a
 * change of clocks skips moves forward by the gap; one that comes twice means the first (Temporal's
 * `compatible`).
 */
const nextAt = (wall: string, zone: string, now: number): number => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const at = Temporal.PlainTime.from(wall);
  const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: at });
  const next = today.epochMilliseconds > now ? today : today.add({ days: 1 });
  return next.epochMilliseconds;
};

/** A wall time such as `17:00` as `nextAt` has it; undefined when it isn't one. */
export const parseWallTime = (text: string, zone: string, now: number): number | undefined => {
  const wall = parseWall(text);
  return wall === undefined ? undefined : nextAt(wall, zone, now);
};

/** A round's end from either form, whenever the round begins. */
export const parseRoundEnd = (text: string): RoundEnd | undefined => {
  const spanMs = parseSpan(text);
  if (spanMs !== undefined) return { type: "after", spanMs };
  const wall = parseWall(text);
  return wall === undefined ? undefined : { type: "at", wall };
};

/** What `parseRoundEnd` reads as this end, with a span in whole units; empty for none. */
export const writeRoundEnd = (end: RoundEnd | null, { units: words }: Pick<TypedWords, "units">): string => {
  switch (end?.type) {
    case undefined:
      return "";
    case "at":
      return end.wall;
    case "after": {
      const unit = units.findLast((one) => end.spanMs % unitMs[one] === 0) ?? "minute";
      return `${end.spanMs / unitMs[unit]}${words[unit][0]}`;
    }
    default:
      return end satisfies never;
  }
};

export type Ending = { readonly deadline: number; readonly roundMs: number | null };

/** When a round that begins now ends, in UTC milliseconds, with the span when it was one. */
export const endingOf = (end: RoundEnd, zone: string, now: number): Ending =>
  end.type === "after"
    ? { deadline: now + end.spanMs, roundMs: end.spanMs }
    : { deadline: nextAt(end.wall, zone, now), roundMs: null };

/** What `parseEnd` reads as this ending, in `zone`; empty for none. */
export const writeEnd = (
  { deadline, roundMs }: Omit<Ending, "deadline"> & { readonly deadline: number | null },
  zone: string,
  words: Pick<TypedWords, "units">,
): string => {
  if (deadline === null) return "";
  if (roundMs !== null) return writeRoundEnd({ type: "after", spanMs: roundMs }, words);
  const there = Temporal.Instant.fromEpochMilliseconds(deadline).toZonedDateTimeISO(zone);
  return writeRoundEnd({ type: "at", wall: there.toPlainTime().toString().slice(0, 5) }, words);
};

/** A round's end from either form, as it is for a round that begins now. */
export const parseEnd = (text: string, zone: string, now: number): Ending | undefined => {
  const end = parseRoundEnd(text);
  return end && endingOf(end, zone, now);
};
