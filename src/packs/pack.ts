/** A pack as it is once checked: activities by id. How files become one stands in parse.ts. */
import type { OpenActivity } from "../activities/activity.ts";
import type { Localized } from "./localized.ts";

export type PackActivity = {
  readonly pack: string;
  readonly id: string;
  readonly kind: string;
  /** As the pack's file said it, after checking; what a session freezes. */
  readonly content: unknown;
  readonly open: OpenActivity;
};

export type Pack = {
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  readonly activities: readonly PackActivity[];
};

/** One mistake in a pack: where it stands and what was expected. */
export type PackMistake = {
  readonly file: string;
  /** Line and column from 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** The path inside the file: `options[2].label.ko`. */
  readonly path: string;
  readonly message: string;
};
