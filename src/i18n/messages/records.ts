/** What is kept of sessions: finding them, looking through them, taking them along. */
export type RecordsMessages = {
  readonly find: string;
  readonly findForm: { readonly title: string; readonly field: string; readonly hint: string; readonly submit: string };
  readonly foundTitle: (args: { words: string }) => string;
  readonly foundNothing: string;
  /** Where more is found than is shown. */
  readonly moreFound: (args: { shown: number }) => string;
  /** Where the platform didn't say in which other channels the person is. */
  readonly hereAlone: string;
  readonly elsewhere: string;
  readonly parts: Readonly<Record<"question" | "option" | "reason" | "review", string>>;
  readonly nothingToFind: string;
  readonly thread: string;
  readonly open: string;
  readonly decision: string;
  /** Names the field, and heads what a decision replaces. */
  readonly replaces: string;
  readonly replacesHint: string;
  readonly replacesOf: (args: { title: string }) => string;
  readonly replacedBy: (args: { title: string }) => string;
  readonly openNewer: string;
  readonly openEarlier: string;
  readonly responses: (args: { count: number }) => string;
  readonly filter: string;
  readonly filterForm: {
    readonly title: string;
    readonly month: string;
    readonly owner: string;
    readonly decided: string;
    readonly with: string;
    readonly without: string;
    readonly submit: string;
  };
  readonly older: string;
  readonly newest: string;
  readonly noneLeft: string;
  readonly export: string;
  readonly exportForm: {
    readonly title: string;
    readonly format: string;
    readonly formats: Readonly<
      Record<"markdown" | "html" | "csv" | "json", { readonly label: string; readonly detail: string }>
    >;
    readonly month: string;
    readonly monthHint: string;
    readonly inThread: string;
    readonly inThreadHint: string;
    readonly submit: string;
  };
  readonly exporting: (args: { count: number }) => string;
  readonly exportingText: string;
  readonly nothingToExport: string;
  /** To whoever asked for it, where the file could not be handed over. */
  readonly exportFailed: string;
  /** What stands in the files themselves. */
  readonly file: {
    readonly title: string;
    readonly noDecision: string;
    readonly disagreed: string;
    readonly noNames: string;
    readonly nobodyDisagreed: string;
    readonly movedTitle: string;
    readonly moved: (args: { round: number; name: string; from: string; to: string }) => string;
    readonly confidence: (args: { percent: string }) => string;
    /** On the scale from 50 to 100 of before. */
    readonly confidenceBefore: (args: { percent: string }) => string;
  };
  /** Heads the way to what is kept, in a person's home. */
  readonly lookUp: string;
};
