/** What is said of schedules. */
import type { Rhythm } from "../typed-words.ts";

type OnWeekday = { readonly weekday: string; readonly at: string };

export type ScheduleMessages = {
  readonly title: string;
  readonly none: string;
  readonly make: string;
  /** The button that makes the schedule which a channel without one is offered. */
  readonly offer: string;
  readonly offerIntro: string;
  readonly kept: string;
  readonly starts: string;
  readonly next: string;
  readonly noDates: string;
  readonly paused: string;
  readonly past: string;
  readonly madeBy: string;
  readonly outcome: Readonly<
    Record<"started" | "late" | "skipped" | "skipped-by-hand" | "nothing-to-start" | "uncertain", string>
  >;
  readonly verbs: Readonly<Record<"pause" | "resume" | "skip" | "run" | "delete", string>>;
  readonly edit: string;
  readonly deleteQuestion: string;
  readonly keep: string;
  readonly allOfPack: (args: { pack: string }) => string;
  readonly rule: {
    readonly weekly: (args: OnWeekday) => string;
    readonly biweekly: (args: OnWeekday) => string;
    readonly monthly: (args: OnWeekday) => string;
    readonly weekdays: (args: { at: string }) => string;
    readonly cron: (args: { expression: string }) => string;
  };
  readonly form: {
    readonly title: string;
    readonly editTitle: string;
    readonly submit: string;
    readonly every: string;
    readonly howOften: Readonly<Record<Exclude<Rhythm, "monthly">, string>> & {
      readonly monthly: (args: { weekday: string }) => string;
    };
    readonly weekday: string;
    readonly from: string;
    /** A question that its maker types, among what the packs have to start. */
    readonly own: string;
    readonly hints: Readonly<Record<"time" | "cron" | "zone" | "end" | "skip", string>>;
  } & Readonly<Record<"time" | "cron" | "zone" | "rotation" | "end" | "skip", string>>;
};
