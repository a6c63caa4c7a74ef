/** What is said of who is asked in a session, who decides, and who is told. */

export type RolesMessages = {
  /** Before the names of those who are asked. */
  readonly asked: string;
  readonly responded: (args: { count: number; asked: number }) => string;
  /** Before the names of those who haven't responded. */
  readonly missing: string;
  /** When a round ends that waits for everyone who is asked. */
  readonly endsWhenAll: string;
  /** Before the name of who takes the decision. */
  readonly decides: string;
  /** Above the controls of whoever decides and doesn't lead. */
  readonly deciderTitle: string;
  readonly deciderOnly: string;
  readonly takes: Readonly<Record<"label" | "none" | "reason", string>>;
  /** Before it is saved, and beside the decision. */
  readonly youDecideAgainst: (args: { count: number; of: number }) => string;
  readonly against: (args: { count: number; of: number }) => string;
  readonly fields: Readonly<
    Record<
      "invited" | "invitedHint" | "whenAll" | "whenAllHint" | "observe" | "observeHint" | "decider" | "deciderHint",
      string
    >
  >;
  readonly refusals: {
    readonly notAsked: string;
    readonly observing: string;
    readonly notDecider: string;
    readonly notHere: (args: { names: readonly string[] }) => string;
    readonly nobodyAsked: string;
    readonly tooFewAsked: (args: { least: number }) => string;
    readonly quorumBeyondAsked: (args: { asked: number }) => string;
  };
};
