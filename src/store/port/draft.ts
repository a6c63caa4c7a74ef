/** What somebody has filled in of an answer that they haven't sent yet. */
export type KeptDraft = {
  readonly session: string;
  readonly participant: string;
  readonly round: number;
  /** The step of the answer that comes next. */
  readonly step: string;
  /** Field id to value, as far as it was filled in. */
  readonly draft: Readonly<Record<string, unknown>>;
};
