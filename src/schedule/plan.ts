/** What is chosen of a schedule, and what a due time of it is. */
import type { FrozenActivity, SessionSettings } from "../session/session.ts";
import type { ScheduleRule } from "./rule.ts";

/** What its maker has chosen. */
export type Plan = {
  readonly rule: ScheduleRule;
  /** IANA name. */
  readonly zone: string;
  /** Calendar dates in the zone, `YYYY-MM-DD`, on which nothing is started. */
  readonly skipDates: readonly string[];
  /**
   * What is started: ids of activities and exercises, kinds, packs. What they stand for takes
   * turns, in order.
   */
  readonly from: readonly string[];
  /** A question of its maker's own, which is asked each time in place of `from`, then empty. */
  readonly own?: FrozenActivity;
  /** Those that may be absent were not asked for before there were any. */
  readonly settings: Pick<SessionSettings, "anonymous" | "discussion" | "language"> &
    Partial<Pick<SessionSettings, "open" | "quorum">>;
  /** When each round ends; null when it is ended by hand. */
  readonly end: RoundEnd | null;
};

/** So long after its start, or when clocks in the zone show `wall` next, `HH:MM`. */
export type RoundEnd =
  | { readonly type: "after"; readonly spanMs: number }
  | { readonly type: "at"; readonly wall: string };

/**
 * One due time: as clocks in the zone were meant to show it, `YYYY-MM-DDTHH:MM`, and the instant,
 * in UTC milliseconds.
 */
export type DueTime = { readonly wall: string; readonly at: number };
