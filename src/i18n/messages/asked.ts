/**
 * What a kind says of what it asks for: the sentences that the cards and forms of every kind have a
 * place for.
 */
export type AskedWords = {
  /** Under the ballot's title, while the round is open. */
  readonly hint: string;
  /** What stays unseen until the reveal; absent where nothing is hidden. */
  readonly unseen?: string;
  /** Before the submission: what everyone will see, and when. */
  readonly named: string;
  /** The same in an anonymous session, with what anonymity can't hide. */
  readonly anonymous: string;
  /** What is asked of those who have not responded yet. */
  readonly reminder: string;
  readonly revealQuestion: string;
  /** Absent where a participant gives no reasons. */
  readonly reasons?: ReasonWords;
};

/** Reasons by the name the kind has for them. */
export type ReasonWords = {
  /** Before the submission, in a session with a discussion. */
  readonly beforeDiscussion: string;
  /** Leads to the reasons in the discussion. */
  readonly discussed: string;
  readonly seeAll: string;
  readonly allTitle: string;
};
