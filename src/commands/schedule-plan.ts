/**
 * Turns what was asked of a schedule, in words or in a form, into a plan, or names every mistake.
 * Pure.
 */
import { z } from "zod";
import type { Library } from "../packs/library.ts";
import type { Plan } from "../schedule/plan.ts";
import { parseZone } from "../schedule/zones.ts";
import type { Refusal } from "../session/refusal.ts";
import type { FrozenActivity } from "../session/session.ts";
import { nearest } from "../text/nearest.ts";
import { present } from "../text/present.ts";
import { parseRoundEnd } from "./deadline.ts";
import { parseRule } from "./parse-rule.ts";
import { sourceIds, unknownSource } from "./schedule-source.ts";

/** As typed or chosen. */
export type PlanWords = {
  /** How often and when: `weekly mon 10:00`. */
  readonly how: readonly string[];
  readonly zone: string;
  readonly from: readonly string[];
  readonly skip: readonly string[];
  readonly end: string | null;
  readonly settings: Plan["settings"];
  /** A question of the maker's own, in place of `from`. */
  readonly own?: FrozenActivity;
};

export type PlanPart = Exclude<keyof PlanWords, "settings" | "own">;

export type ParsedPlan =
  | { readonly type: "plan"; readonly plan: Plan }
  | { readonly type: "mistakes"; readonly mistakes: Readonly<Partial<Record<PlanPart, Refusal>>> };

/** `now` is in UTC milliseconds. */
export const parsePlan = (library: Library, words: PlanWords, now: number): ParsedPlan => {
  const { how, from, skip, end, settings, own } = words;
  const zone = parseZone(words.zone);
  const rule = parseRule(how, zone.type === "zone" ? zone.name : "UTC", now);
  const ends = end === null ? null : parseRoundEnd(end);
  const badDate = skip.find((date) => !isDate(date));
  const problems: Partial<Record<PlanPart, Refusal | undefined>> = {
    how: rule.type === "rule" ? undefined : { code: "bad-rule", ...rule.problem },
    zone: zone.type === "zone" ? undefined : { code: "unknown-zone", given: words.zone, nearest: zone.nearest },
    from: own === undefined ? unknownFrom(library, from) : undefined,
    skip:
      badDate === undefined
        ? undefined
        : { code: "bad-value", option: "--skip", given: badDate, examples: ["2026-12-25, 2027-01-01"] },
    end:
      end === null || ends !== undefined
        ? undefined
        : { code: "bad-value", option: "--for", given: end, examples: ["--for 2d", "--until 17:00"] },
  };
  const mistakes = present(problems);
  if (rule.type !== "rule" || zone.type !== "zone" || ends === undefined || Object.keys(mistakes).length > 0)
    return { type: "mistakes", mistakes };
  const plan = { rule: rule.rule, zone: zone.name, skipDates: skip, from, settings, end: ends };
  return { type: "plan", plan: own === undefined ? plan : { ...plan, own } };
};

const unknownFrom = (library: Library, from: readonly string[]): Refusal | undefined => {
  if (from.length === 0) return { code: "missing-source" };
  const unknown = unknownSource(library, from);
  return unknown === undefined
    ? undefined
    : { code: "unknown-source", given: unknown, nearest: nearest(unknown, sourceIds(library)) };
};

/** Names or dates separated by commas, at most twenty. */
export const listed = (text: string): readonly string[] =>
  text
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .slice(0, 20);

const isDate = (text: string): boolean => z.iso.date().safeParse(text).success;
