/** Mistakes found in packs: each says what was expected. */
/** What a value should have been. */
export type ValueSort = "text" | "number" | "whole-number" | "truth" | "list" | "block" | "other";

/** What is counted where a value has bounds: characters, entries, or the value itself. */
export type Measured = "text" | "list" | "number";

export type PacksMessages = {
  readonly heading: (args: { count: number }) => string;
  /** By the code of the mistake. */
  readonly problems: {
    readonly "yaml-indent": () => string;
    readonly "yaml-escape": () => string;
    readonly "yaml-missing": () => string;
    readonly "yaml-start": () => string;
    readonly "yaml-key": () => string;
    readonly "yaml-nesting": () => string;
    readonly "yaml-directive": () => string;
    readonly "yaml-unexpected": () => string;
    readonly alias: () => string;
    readonly tag: () => string;
    readonly "too-large": (args: { kib: number }) => string;
    readonly "too-deep": (args: { depth: number }) => string;
    readonly "too-full": () => string;
    readonly "one-document": () => string;
    readonly "same-key": () => string;
    readonly more: (args: { count: number }) => string;
    readonly "too-many-files": (args: { count: number }) => string;
    readonly "forbidden-key": (args: { key: string }) => string;
    readonly "not-read": () => string;
    readonly "no-pack-file": () => string;
    readonly "no-packs": () => string;
    readonly missing: () => string;
    readonly "quote-it": () => string;
    readonly "wrong-type": (args: { expected: ValueSort }) => string;
    readonly "too-short": (args: { of: Measured; least: number }) => string;
    readonly "too-long": (args: { of: Measured; most: number }) => string;
    readonly "bad-id": () => string;
    readonly "bad-name": () => string;
    readonly "bad-currency": () => string;
    readonly "unknown-key": (args: { key: string }) => string;
    readonly "one-of": (args: { values: readonly string[] }) => string;
    readonly "option-ids-unique": () => string;
    readonly "option-id-taken": () => string;
    readonly "recommendation-is-an-option": () => string;
    readonly "id-is-file-name": (args: { file: string }) => string;
    readonly "duplicate-id": (args: { id: string; other: string }) => string;
    readonly "flow-duplicate": (args: { id: string }) => string;
    readonly "flow-no-target": (args: { id: string }) => string;
    readonly "flow-missing-branch": (args: { id: string; branch: string }) => string;
    readonly "flow-next-and-branches": (args: { id: string }) => string;
    readonly "flow-unreachable": (args: { id: string }) => string;
    readonly "flow-cycle": (args: { ids: readonly string[] }) => string;
    readonly "flow-unanswered": (args: { id: string }) => string;
    readonly "not-asked": (args: { id: string }) => string;
    readonly "no-such-activity": (args: { id: string }) => string;
    readonly "no-such-link": (args: { id: string; kind: string }) => string;
    readonly "row-length": (args: { columns: number }) => string;
    readonly "not-declared": (args: { id: string }) => string;
    readonly "formula-unreadable": (args: { part: string }) => string;
    readonly "formula-forbidden": (args: { part: string }) => string;
    readonly "formula-mismatch": (args: { part: string }) => string;
    readonly "formula-unknown": (args: { id: string }) => string;
    readonly "formula-too-long": () => string;
    readonly "formula-no-number": () => string;
    readonly "formula-slow": () => string;
    readonly other: () => string;
  };
};
