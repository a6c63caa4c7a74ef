/**
 * What can be asked of a session, imperative. Who may ask for what, and when, stands in
 * permission.ts.
 */
import type { Verdict } from "./reviewing.ts";
import type { Roles } from "./roles.ts";
import type { Decision, FrozenActivity, Rewording, SessionSettings } from "./session.ts";

export type StartCommand = {
  readonly type: "start";
  readonly session: string;
  readonly workspace: string;
  readonly channel: string;
  readonly activity: FrozenActivity;
  readonly settings: SessionSettings;
  readonly roles: Roles;
  readonly deadline: number | null;
  /** False for what is only shown; its session is closed from the start. */
  readonly takesResponses: boolean;
};

/** A content with other words, and what is different in it. */
export type Mended = {
  readonly content: unknown;
  readonly rewordings: readonly Rewording[];
  /** The options that came to it. */
  readonly added: readonly string[];
  /** Whether somebody had responded to what it was; then the old words stay in sight. */
  readonly answered: boolean;
  /** Who changed it. */
  readonly by: string;
};

/** A content with one option more; `by` is null where nobody may know. */
export type AddedOption = { readonly content: unknown; readonly label: string; readonly by: string | null };

export type SessionCommand =
  | {
      readonly type: "respond";
      readonly round: number;
      /** The participant as stored: the person's id, or its keyed hash in an anonymous session. */
      readonly participant: string;
      /**
       * The revision that the participant's form showed, and the one that counts now; 0 for none.
       */
      readonly seen: number;
      readonly current: number;
      /** The edition of the content that the form showed. */
      readonly edition: number;
      readonly answer: unknown;
      /**
       * All who are asked, as participants: the round ends with the last of them. Absent where it
       * doesn't, or where nobody responds for the first time.
       */
      readonly everyone?: readonly string[];
    }
  | ({ readonly type: "mend" } & Mended)
  | ({ readonly type: "add-option"; readonly round: number } & AddedOption)
  /** `standing`: how many responses stand in it, where that decides something. */
  | { readonly type: "end-round"; readonly round: number; readonly standing?: number }
  /** Takes back the end of a round. */
  | { readonly type: "reopen" }
  | { readonly type: "discuss" }
  | { readonly type: "vote-again" }
  | { readonly type: "extend"; readonly deadline: number }
  | { readonly type: "set-reminder"; readonly at: number }
  /** `inThread`: nobody can be reached alone, so one line in the thread reminds all. */
  | { readonly type: "remind"; readonly round: number; readonly inThread: boolean }
  | { readonly type: "add-facilitator"; readonly person: string }
  | { readonly type: "reveal" }
  | { readonly type: "record-decision"; readonly decision: Decision }
  /**
   * Asks whether it turned out as expected, once `due` has come; the channel is told from `next`
   * on that nobody has answered. Both in UTC milliseconds.
   */
  | { readonly type: "request-review"; readonly due: number; readonly next: number }
  /** `open`: of how many open reviews the channel is told; null where another session tells it. */
  | { readonly type: "tell-reviews"; readonly due: number; readonly next: number; readonly open: number | null }
  /** `again`: when what came too early is asked again, in UTC milliseconds. */
  | {
      readonly type: "review";
      readonly verdict: Verdict;
      readonly text: string;
      readonly by: string;
      readonly again: number;
    }
  | { readonly type: "close" }
  | { readonly type: "cancel" };

export type CommandType = SessionCommand["type"];

/** Who asks: a person by id, or the clock when a deadline has passed. */
export type Asker = { readonly type: "person"; readonly person: string } | { readonly type: "clock" };
