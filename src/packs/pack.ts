/** A pack as it is once checked: activities by id. How files become one stands in parse.ts. */
import type { OpenActivity } from "../activities/open-activity.ts";
import type { Problem } from "../activities/problem.ts";
import type { Localized } from "../i18n/localized.ts";

/** The contents that an activity rests on, by id; what a session freezes of them. */
export type FrozenLinks = Readonly<Record<string, unknown>>;

export type PackActivity = {
  readonly pack: string;
  readonly id: string;
  readonly kind: string;
  /** As the pack's file said it, after checking; what a session freezes. */
  readonly content: unknown;
  readonly linked: FrozenLinks;
  readonly open: OpenActivity;
};

/** Several activities that are started together. */
export type Exercise = {
  readonly id: string;
  readonly title: Localized;
  readonly activities: readonly string[];
};

export type Pack = {
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  readonly activities: readonly PackActivity[];
  readonly exercises: readonly Exercise[];
};

/** One mistake in a pack: where it stands and what was expected. */
export type PackMistake = {
  readonly file: string;
  /** Line and column from 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** The path inside the file: `options[2].label.ko`; empty for the whole file. */
  readonly path: string;
  readonly problem: Problem;
};
