/** What channels and workspaces have preset. */
type Setting =
  | "language"
  | "zone"
  | "anonymous"
  | "discussion"
  | "reasons"
  | "method"
  | "halfway"
  | "bounds"
  | "quiet"
  | "starters"
  | "facilitators"
  | "offer"
  | "broadcast";

export type SettingsMessages = {
  readonly title: string;
  readonly intro: string;
  readonly names: Readonly<Record<Setting, string>>;
  readonly on: string;
  readonly off: string;
  /** Where nobody chose a language or a zone. */
  readonly own: Readonly<Record<"language" | "zone", string>>;
  readonly starters: Readonly<Record<"everyone" | "facilitators" | "admins", string>>;
  readonly nobody: string;
  readonly bounds: (args: { low: string; high: string }) => string;
  readonly quiet: (args: { from: string; to: string }) => string;
  readonly never: string;
  /** Who chose a value. */
  readonly source: Readonly<Record<"channel" | "workspace" | "built-in", string>>;
  readonly change: Readonly<Record<"channel" | "workspace", string>>;
  readonly formTitle: Readonly<Record<"channel" | "workspace", string>>;
  /** Leaves a value to the workspace, or as it is built in. */
  readonly inherit: Readonly<Record<"workspace" | "built-in", (args: { value: string }) => string>>;
  readonly emptyHint: (args: { inherited: string }) => string;
  readonly hints: Readonly<
    Record<"halfway" | "bounds" | "zone" | "quiet" | "starters" | "facilitators" | "broadcast" | "add", string>
  >;
  readonly sections: Readonly<Record<"starts" | "people" | "advice", string>>;
  readonly add: string;
  readonly named: string;
  readonly save: string;
  readonly badBounds: string;
  readonly badQuiet: string;
  readonly tooManyNamed: (args: { most: number }) => string;
  /** Stands in the form of every start. */
  readonly preset: (args: { values: readonly string[] }) => string;
  /** Who may change them, to those who may not. */
  readonly mayChange: Readonly<Record<"admins" | "facilitators", string>>;
  readonly refusals: {
    readonly notAllowed: string;
    readonly changed: string;
    readonly notStarter: Readonly<Record<"facilitators" | "admins", string>>;
  };
};
