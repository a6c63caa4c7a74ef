/** What a kind of activity is called. */
export type KindMessages = {
  /** One activity of the kind, as a heading has it. */
  readonly one: string;
  /** What one does in it, and about how long it takes, in a line. */
  readonly about: string;
  /** A schedule that starts all of them, one after the other. */
  readonly inTurn: string;
};
