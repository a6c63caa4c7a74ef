/** The kinds of work that become due, and how a piece of it is named. */

/** Who is reminded, of which round, and for which time in it, from 1. */
type Reminded = { readonly person: string; readonly round: number; readonly number: number };

/** A reminder to one person. `zone` is theirs, an IANA name; `at` in UTC milliseconds. */
export type Nudge = Reminded & { readonly zone: string; readonly at: number };

/**
 * What may be due: an occurrence of a schedule, the end of a round, a round's reminder, the look
 * back on a decision, the
 * reminder to one person, the news of a change to those who had responded, the erasure of what a
 * session deleted, and the texts of sessions that have none yet, behind the one that is its
 * subject.
 */
export type DueKind = "occurrence" | "deadline" | "reminder" | "review" | "nudge" | "news" | "erasure" | "finding";

/**
 * Which piece of work; `subject` is the id of its schedule or session.
 *
 * @example
 * await store.dropDue({ kind: "deadline", subject: session.id }); // false when it was gone
 */
export type DueKey =
  | { readonly kind: Exclude<DueKind, "nudge" | "news">; readonly subject: string }
  | { readonly kind: "news"; readonly subject: string; readonly edition: number }
  | ({ readonly kind: "nudge"; readonly subject: string } & Reminded);

export type DueNudge = Extract<Due, { kind: "nudge" }>;
export type DueNews = Extract<Due, { kind: "news" }>;
export type Due = { readonly workspace: string; readonly at: number } & (
  | Exclude<DueKey, { kind: "nudge" }>
  | (Extract<DueKey, { kind: "nudge" }> & Pick<Nudge, "zone">)
);
