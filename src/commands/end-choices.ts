/**
 * When a round may end, as choices that need no typing: a span from now, or a time of today or
 * tomorrow in the person's zone. Pure.
 */
import { Temporal } from "temporal-polyfill";
import { type Ending, roundMsMax } from "./deadline.ts";

const hourMs = 3_600_000;

/** Spans that are offered, in milliseconds, each by its id. */
const spans = { "1h": hourMs, "2d": 48 * hourMs } as const;

export type EndChoice =
  | { readonly id: keyof typeof spans; readonly type: "span" }
  | { readonly id: string; readonly type: "today" | "tomorrow"; readonly wall: string; readonly at: number };

const todayAt = "17:00";
const tomorrowAt = "10:00";

/** An instant as a choice's id: a form that is sent late means the time that it showed. */
const idOf = (at: number): string => `at-${at}`;

/** What is offered at `now`, UTC milliseconds, the soonest first; no time that has passed. */
export const endChoices = (zone: string, now: number): readonly EndChoice[] => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const timeOn = (date: Temporal.PlainDate, wall: string): number =>
    date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(wall) }).epochMilliseconds;
  const today = timeOn(here, todayAt);
  const tomorrow = timeOn(here.add({ days: 1 }), tomorrowAt);
  return [
    { id: "1h", type: "span" },
    ...(today > now ? [{ id: idOf(today), type: "today", wall: todayAt, at: today } as const] : []),
    { id: idOf(tomorrow), type: "tomorrow", wall: tomorrowAt, at: tomorrow },
    { id: "2d", type: "span" },
  ];
};

/** The choice that says this ending, if one does. */
export const choiceOf = (
  choices: readonly EndChoice[],
  { deadline, roundMs }: { readonly deadline: number | null; readonly roundMs: number | null },
): EndChoice | undefined =>
  choices.find((choice) => (choice.type === "span" ? spans[choice.id] === roundMs : choice.at === deadline));

/**
 * What a choice's id means at `now`; `past` when its time has come meanwhile, undefined for what is
 * no such id.
 */
export const readEndChoice = (id: string, now: number): Ending | "past" | undefined => {
  if (id === "1h" || id === "2d") return { deadline: now + spans[id], roundMs: spans[id] };
  const given = /^at-(\d{1,15})$/.exec(id)?.[1];
  if (given === undefined) return undefined;
  const at = Number(given);
  if (at <= now) return "past";
  return at - now > roundMsMax ? undefined : { deadline: at, roundMs: null };
};
