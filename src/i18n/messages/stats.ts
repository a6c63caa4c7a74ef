/** What a channel's sessions amount to, and how well one's own probabilities hold. */
export type StatsMessages = {
  readonly title: string;
  readonly button: string;
  /** Says what is counted, and that no figure is about one person. */
  readonly intro: (args: { months: number; sessions: number; counted: number }) => string;
  readonly nothing: string;
  readonly labels: Readonly<Record<"share" | "wait" | "moved" | "direction" | "decided" | "reviewed", string>>;
  readonly wait: (args: { hours: number }) => string;
  readonly moved: (args: { moved: number; of: number }) => string;
  readonly direction: (args: { towards: number; away: number }) => string;
  readonly decided: (args: { decided: number; of: number }) => string;
  readonly reviewed: (args: { reviewed: number; open: number }) => string;
  readonly agreement: string;
  readonly before: string;
  readonly after: string;
  readonly turnedOut: string;
  readonly decisions: string;
  /** Of two rounds too few are there. */
  readonly fewTalks: string;
  readonly me: {
    readonly title: string;
    readonly only: string;
    readonly none: string;
    readonly score: (args: { count: number; score: string }) => string;
    /** Of forecasts of about so many percent, how many were right; halves for what did partly. */
    readonly line: (args: { percent: string; right: string; count: number }) => string;
    readonly tooFew: (args: { from: number }) => string;
    readonly curve: string;
    readonly figure: (args: { share: string; count: number }) => string;
    readonly unit: string;
    readonly parts: Readonly<Record<"reliability" | "resolution" | "uncertainty", string>>;
    readonly forget: string;
    readonly forgetQuestion: string;
    readonly keep: string;
    readonly forgotten: string;
  };
};
