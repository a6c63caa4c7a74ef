/**
 * What an audit comes to, and the ledger in which the client writes every request's outcome:
 * outside the audited process, so that no crash of it can take it back.
 */
import { closeSync, openSync, writeSync } from "node:fs";

export type Findings = {
  /** What ran, and how often. */
  readonly counts: Readonly<Record<string, number>>;
  /** A sentence for each thing that should not be; empty when all holds. */
  readonly wrong: readonly string[];
};

/**
 * `ok`: it was acknowledged. `refused`: it was answered with a refusal. `unknown`: no answer came,
 * so that either may be true.
 */
export type Outcome = "ok" | "refused" | "unknown";

export type Entry = Readonly<Record<string, string | number | null>> & { readonly outcome: Outcome };

export type Ledger = {
  readonly write: (entry: Entry) => void;
  readonly counts: () => Readonly<Record<Outcome, number>>;
  readonly close: () => void;
};

/** Appends a line of JSON for each outcome, before anything else is done with it. */
export const openLedger = (path: string): Ledger => {
  const file = openSync(path, "a");
  const counts = { ok: 0, refused: 0, unknown: 0 };
  return {
    write: (entry) => {
      counts[entry.outcome] += 1;
      writeSync(file, `${JSON.stringify(entry)}\n`);
    },
    counts: () => ({ ...counts }),
    close: () => closeSync(file),
  };
};
