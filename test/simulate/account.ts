/** Holds what was kept and posted against what had to come due. */

import type { KeptOccurrence } from "../../src/schedule/schedule.ts";
import { outcomeAt } from "../../src/schedule/schedule.ts";
import type { Store } from "../../src/store/port/store.ts";
import { expectedOf, type Wish } from "./expected.ts";

/** What the simulation knows of a run, in the process clock's UTC milliseconds. */
export type History = {
  readonly start: number;
  /** Everything due by then must be dealt with. */
  readonly end: number;
  /**
   * In their order, which isn't that of the clock: when each began, and whether it did all that was
   * free to be done.
   */
  readonly ticks: readonly { readonly at: number; readonly done: boolean }[];
  /** Deaths and hangs, each of which may hold a claim for a minute. */
  readonly incidents: readonly number[];
  readonly faults: readonly string[];
};

/** A wish and the channel in which its schedule was made; nothing else starts there. */
export type Made = { readonly wish: Wish; readonly channel: string; readonly id: string };

export type Account = {
  /** What is wrong; empty when all is well. */
  readonly wrong: readonly string[];
  readonly outcomes: Readonly<Record<string, number>>;
};

const graceMs = 6 * 3_600_000;
const leaseMs = 61_000;
const everything = 1_000_000;

export const accountFor = async (
  { in: storeIn }: Store,
  workspace: string,
  made: readonly Made[],
  posts: ReadonlyMap<string, number>,
  history: History,
): Promise<Account> => {
  const wrong = [...history.faults, ...doubled(posts)];
  const outcomes: Record<string, number> = {};
  const store = storeIn(workspace);
  for (const { wish, channel, id } of made) {
    const say = (what: string): void => void wrong.push(`${wish.zone} ${wish.words}: ${what}`);
    const kept = await store.listOccurrences(id, everything);
    for (const { outcome } of kept) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    compareDates(kept, wish, history, say);
    for (const occurrence of kept) checkOutcome(occurrence, history, posts, say);
    const open = await store.listSessions({ channel, over: false, limit: everything });
    const over = await store.listSessions({ channel, over: true, limit: everything });
    const sessions = [...open, ...over];
    const started = kept.flatMap((occurrence) => occurrence.sessions);
    if (new Set(started).size !== started.length) say("one session stands for two occurrences");
    const ids = new Set(sessions.map((session) => session.id));
    if (ids.size !== started.length || started.some((session) => !ids.has(session)))
      say(`${ids.size} sessions stand, ${started.length} were started`);
    for (const { deadline, state, id: session } of sessions)
      if (state === "collecting" && deadline !== null && deadline < history.end - 2 * leaseMs)
        say(`the round of ${session} never ended`);
    checkTurns(kept, new Map(sessions.map((session) => [session.id, session.activity.id])), say);
  }
  return { wrong, outcomes };
};

type Say = (what: string) => void;

const doubled = (posts: ReadonlyMap<string, number>): readonly string[] =>
  [...posts].filter(([, count]) => count > 1).map(([key, count]) => `${key} was posted ${count} times`);

const compareDates = (kept: readonly KeptOccurrence[], wish: Wish, { start, end }: History, say: Say): void => {
  const expected = new Map(expectedOf(wish, start, end).map(({ wall, at }) => [at, wall]));
  for (const { wall, at } of kept) {
    if (expected.get(at) !== wall) say(`${wall} at ${iso(at)} was never due`);
    expected.delete(at);
  }
  for (const [at, wall] of expected) say(`${wall} at ${iso(at)} is lost`);
};

const checkOutcome = (
  { wall, at, decidedAt, outcome, sessions }: KeptOccurrence,
  history: History,
  posts: ReadonlyMap<string, number>,
  say: Say,
): void => {
  if (decidedAt < at) say(`${wall} was dealt with before its time`);
  const fitting = outcomeAt(at, decidedAt, graceMs);
  if (outcome !== fitting && !(outcome === "uncertain" && fitting !== "skipped"))
    say(`${wall} is ${outcome} where ${fitting} was right`);
  if (outcome === "skipped" ? sessions.length > 0 : sessions.length !== 1)
    say(`${wall} is ${outcome} with ${sessions.length} sessions`);
  if (outcome === "skipped" && couldHaveStarted(at, decidedAt, history))
    say(`${wall} was skipped while it could have been started`);
  for (const session of sessions) {
    const stands = posts.get(`${session}/case`) ?? 0;
    if (outcome !== "uncertain" && stands !== 1) say(`${wall} is ${outcome} and stands ${stands} times`);
  }
};

/**
 * Whether, within the grace time and before it was decided, more ticks lay a lease apart than
 * deaths and hangs could have kept from it.
 */
const couldHaveStarted = (at: number, decidedAt: number, { ticks, incidents }: History): boolean => {
  const decided = ticks.findIndex((tick) => tick.at === decidedAt);
  const inTime = ticks.slice(0, decided).filter((tick) => tick.done && tick.at >= at && tick.at <= at + graceMs);
  let last = Number.NEGATIVE_INFINITY;
  let free = 0;
  for (const tick of inTime.map((one) => one.at).sort((a, b) => a - b)) {
    if (tick - last < leaseMs) continue;
    last = tick;
    free += 1;
  }
  return free > 2 * incidents.filter((instant) => instant >= at - leaseMs && instant <= at + graceMs).length;
};

/** None comes again before all the others of its rotation have run. */
const checkTurns = (kept: readonly KeptOccurrence[], activityOf: ReadonlyMap<string, string>, say: Say): void => {
  const ran = kept.toReversed().flatMap(({ sessions }) => sessions.map((session) => activityOf.get(session) ?? ""));
  const size = new Set(ran).size;
  for (let first = 0; first < ran.length; first += size)
    if (new Set(ran.slice(first, first + size)).size < Math.min(size, ran.length - first))
      say(`the rotation repeats: ${ran.slice(first, first + size).join(", ")}`);
};

const iso = (at: number): string => new Date(at).toISOString();
