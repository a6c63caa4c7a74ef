/** What has happened to a session, past tense. */
import type { Review } from "./reviewing.ts";
import type { Decision, Session, Trace } from "./session.ts";

export type SessionEvent =
  | { readonly type: "session-started"; readonly session: Session }
  | {
      readonly type: "responded";
      readonly round: number;
      readonly participant: string;
      readonly revision: number;
      readonly answer: unknown;
      readonly at: number;
    }
  /** `traces` is empty where nobody had responded. */
  | { readonly type: "mended"; readonly content: unknown; readonly traces: readonly Trace[] }
  | { readonly type: "option-added"; readonly content: unknown; readonly trace: Trace }
  | { readonly type: "round-ended"; readonly round: number; readonly by: "facilitator" | "deadline" | "everyone" }
  | { readonly type: "round-reopened"; readonly round: number }
  | { readonly type: "discussion-opened"; readonly round: number }
  | { readonly type: "round-opened"; readonly round: number; readonly deadline: number | null }
  | { readonly type: "deadline-moved"; readonly deadline: number }
  | { readonly type: "reminder-set"; readonly at: number }
  | { readonly type: "reminded"; readonly round: number; readonly number: number; readonly inThread: boolean }
  | { readonly type: "facilitator-added"; readonly person: string }
  | { readonly type: "revealed" }
  | { readonly type: "decision-recorded"; readonly decision: Decision }
  | { readonly type: "review-requested"; readonly number: number; readonly at: number }
  /** `open` is null where the channel wasn't told by this session. */
  | { readonly type: "reviews-told"; readonly open: number | null; readonly at: number | null }
  | { readonly type: "reviewed"; readonly review: Review; readonly at: number | null }
  | { readonly type: "session-closed" }
  | { readonly type: "session-cancelled" };
