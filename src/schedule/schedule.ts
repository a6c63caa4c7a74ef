/**
 * What a schedule is, a recurring start in a channel, and how it goes on: each verb answers the
 * schedule after it. Pure.
 */

import type { DueTime, Plan } from "./plan.ts";
import { nextOccurrence } from "./recurrence.ts";

/** What became of a due time of a schedule. */
export type Occurrence = DueTime & {
  readonly outcome: "started" | "late" | "skipped" | "skipped-by-hand" | "nothing-to-start";
  readonly decidedAt: number;
};

/** With what it started, and what came of that. */
export type KeptOccurrence = Omit<Occurrence, "outcome"> & {
  readonly outcome: Occurrence["outcome"] | "uncertain";
  readonly sessions: readonly string[];
};

export const scheduleStates = ["active", "paused", "deleted"] as const;

export type Schedule = Plan & {
  readonly id: string;
  readonly workspace: string;
  readonly channel: string;
  /** Who made it. */
  readonly owner: string;
  readonly state: (typeof scheduleStates)[number];
  /** What ran in this turn of the rotation. */
  readonly ran: readonly string[];
  /** Due times up to this instant are dealt with, in UTC milliseconds. */
  readonly settledUntil: number;
  /**
   * The wall time dealt with last, so that it doesn't come again when a change of zone data moves
   * it; null when none was.
   */
  readonly lastWall: string | null;
  /** Null while it is paused or deleted, and when no date is left. */
  readonly next: DueTime | null;
  readonly revision: number;
};

type Changes = Partial<Omit<Schedule, "id" | "workspace" | "channel" | "owner" | "next" | "revision">>;

const changed = (schedule: Schedule, changes: Changes): Schedule =>
  withNext({ ...schedule, ...changes, revision: schedule.revision + 1 });

/** The schedule with its next due time computed from what it says. */
const withNext = (schedule: Schedule): Schedule => ({
  ...schedule,
  next: schedule.state === "active" ? nextAfter(schedule, schedule.settledUntil) : null,
});

const nextAfter = (schedule: Schedule, after: number): DueTime | null => {
  const { lastWall } = schedule;
  let found = nextOccurrence(schedule, after);
  while (found !== null && found.wall === lastWall) found = nextOccurrence(schedule, found.at);
  return found;
};

/** The next due times, at most `count`; none while it is paused. */
export const upcoming = (schedule: Schedule, count: number): readonly DueTime[] => {
  const times: DueTime[] = [];
  for (let { next } = schedule; next !== null && times.length < count; next = nextAfter(schedule, next.at))
    times.push(next);
  return times;
};

type Made = Pick<Schedule, "id" | "workspace" | "channel" | "owner">;

/** A new schedule, whose first due time comes after `now`. */
export const make = (made: Made, plan: Plan, now: number): Schedule =>
  withNext({
    ...made,
    ...plan,
    state: "active",
    ran: [],
    settledUntil: now,
    lastWall: null,
    next: null,
    revision: 0,
  });

export const edit = ({ own: _, ...schedule }: Schedule, plan: Plan, now: number): Schedule =>
  changed(schedule, { ...plan, settledUntil: now, lastWall: null });

export const pause = (schedule: Schedule): Schedule => changed(schedule, { state: "paused" });

/** What would have been due in the meantime is not made up for. */
export const resume = (schedule: Schedule, now: number): Schedule =>
  changed(schedule, { state: "active", settledUntil: Math.max(now, schedule.settledUntil) });

export const remove = (schedule: Schedule): Schedule => changed(schedule, { state: "deleted" });

/** After its next due time was dealt with; `ran` is the rotation as it stands then. */
export const settle = (schedule: Schedule, ran: readonly string[] = schedule.ran): Schedule =>
  schedule.next === null
    ? schedule
    : changed(schedule, { ran, settledUntil: schedule.next.at, lastWall: schedule.next.wall });

/** After something was started out of turn of time. */
export const takeTurnNow = (schedule: Schedule, ran: readonly string[]): Schedule => changed(schedule, { ran });

/** With the next due time computed again, since the zone data has changed. */
export const recompute = (schedule: Schedule): Schedule => changed(schedule, {});

/** Later than this after its time an occurrence is told as late, in milliseconds. */
const lateAfterMs = 5 * 60_000;

/**
 * What becomes of an occurrence that is dealt with at `now`: started, started late, or skipped
 * since it is older than the grace time. All in milliseconds.
 */
export const outcomeAt = (at: number, now: number, graceMs: number): "started" | "late" | "skipped" => {
  if (now - at > graceMs) return "skipped";
  return now - at > lateAfterMs ? "late" : "started";
};
