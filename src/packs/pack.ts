/** A pack as it is once checked: activities by id. How files become one stands in parse.ts. */
import type { Linked, OpenActivity } from "../activities/activity.ts";
import type { FlowProblem } from "../activities/decision-flow/graph.ts";
import type { FormulaProblem } from "../analysis/formula.ts";
import type { Localized } from "../i18n/localized.ts";

export type PackActivity = {
  readonly pack: string;
  readonly id: string;
  readonly kind: string;
  /** As the pack's file said it, after checking; what a session freezes. */
  readonly content: unknown;
  readonly linked: Linked;
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

/** What is wrong, as a code with its data; mistakes.ts turns it into a sentence. */
export type PackProblem =
  | {
      readonly code:
        | "alias"
        | "tag"
        | "not-read"
        | "no-pack-file"
        | "no-packs"
        | "missing"
        | "too-full"
        | "one-document"
        | "same-key"
        | "quote-it"
        | "bad-id"
        | "option-ids-unique"
        | "recommendation-is-an-option";
    }
  | { readonly code: "yaml" | "other"; readonly detail: string }
  | { readonly code: "too-large"; readonly kib: number }
  | { readonly code: "too-deep"; readonly depth: number }
  | { readonly code: "too-many-files" | "more"; readonly count: number }
  | { readonly code: "forbidden-key"; readonly key: string }
  | { readonly code: "wrong-type"; readonly expected: string }
  | { readonly code: "too-short"; readonly least: number }
  | { readonly code: "too-long"; readonly most: number }
  | { readonly code: "unknown-keys"; readonly keys: readonly string[] }
  | { readonly code: "one-of"; readonly values: readonly string[] }
  | { readonly code: "id-is-file-name"; readonly file: string }
  | FlowProblem
  | FormulaProblem
  | { readonly code: "no-such-activity"; readonly id: string }
  | { readonly code: "no-such-link"; readonly id: string; readonly kind: string }
  | { readonly code: "row-length"; readonly columns: number }
  | { readonly code: "duplicate-id"; readonly id: string; readonly other: string };

/** One mistake in a pack: where it stands and what was expected. */
export type PackMistake = {
  readonly file: string;
  /** Line and column from 1; absent when the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** The path inside the file: `options[2].label.ko`; empty for the whole file. */
  readonly path: string;
  readonly problem: PackProblem;
};
