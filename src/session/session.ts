/**
 * What a session is: one run of an activity in a thread, as a value. How it changes stands in
 * decide.ts and evolve.ts.
 */
import type { Language } from "../i18n/languages.ts";
import type { Expectation, ReviewDay, Reviewing } from "./reviewing.ts";
import type { Roles } from "./roles.ts";

/**
 * An activity as it was when the session began, or as it was mended since where it was asked for in
 * chat. `content` is checked by its kind whenever it is opened.
 */
export type FrozenActivity = {
  /** Null for what no pack states: its content was asked for in chat. */
  readonly pack: string | null;
  readonly id: string;
  readonly kind: string;
  readonly content: unknown;
  /** The contents of the activities that it rests on, by id. */
  readonly linked: Readonly<Record<string, unknown>>;
};

export type SessionSettings = {
  readonly anonymous: boolean;
  /**
   * Between two rounds the reasons of the first are discussed; participants are told so before they
   * submit.
   */
  readonly discussion: boolean;
  /** While the first round is open, whoever may respond may add an option. */
  readonly open: boolean;
  /** How many responses a round wants; null where any number will do. */
  readonly quorum: number | null;
  /** What ends by itself, with its quorum, is revealed in the same moment. */
  readonly revealAtEnd: boolean;
  /** A round ends with the response of the last one who is asked. */
  readonly endWhenAll: boolean;
  readonly language: Language;
  /**
   * How long each round lasts, in milliseconds; null when it ends by hand or at a fixed instant.
   */
  readonly roundMs: number | null;
  /** When half of a round's time is over, whoever hasn't responded is reminded. */
  readonly halfway?: boolean;
  /** Between which shares (0–1) the advice is to talk; absent for the usual ones. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** Whether the outcome is shown in the channel too; absent where nobody chose. */
  readonly broadcast?: boolean;
};

export type Decision = {
  readonly text: string;
  /** Who sees to it: a person's id; null when nobody was named. */
  readonly owner: string | null;
  /** A calendar date, `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** The session whose decision it replaces, and what that was about. */
  readonly replaces?: Replaced;
  readonly expects?: Expectation;
  readonly review?: ReviewDay;
  /** The option that it takes, by id, where that was asked; `noOption` for none of them. */
  readonly takes?: string;
  /** Against how many of those who voted, and why, where others had more of them. */
  readonly against?: Against;
};

export const noOption = "none";

export type Against = { readonly count: number; readonly of: number; readonly reason: string };

export type Replaced = { readonly session: string; readonly title: string };

/** Words that took the place of others, both as they are shown. */
export type Rewording = { readonly was: string; readonly now: string };

/**
 * What is seen of a change of the content. `edition` is the one that it led to; `at` is in UTC
 * milliseconds. Of an option that was added in an anonymous session nobody knows by whom or when.
 */
export type Trace = { readonly edition: number } & (
  | ({ readonly type: "reworded"; readonly at: number; readonly by: string } & Rewording)
  | { readonly type: "added"; readonly label: string; readonly at: number | null; readonly by: string | null }
);

/** How the content has changed since the start. */
export type Changes = {
  /** Counts the changes. */
  readonly edition: number;
  /** The edition of the last one that put words in the place of others; 0 when none did. */
  readonly reworded: number;
  /** What was changed before anybody had responded leaves none. */
  readonly traces: readonly Trace[];
};

export const unchanged: Changes = { edition: 0, reworded: 0, traces: [] };

export const sessionStates = ["collecting", "ended", "discussing", "revealed", "closed", "cancelled"] as const;
export type SessionState = (typeof sessionStates)[number];

export type Session = {
  readonly id: string;
  readonly workspace: string;
  readonly channel: string;
  readonly activity: FrozenActivity;
  readonly settings: SessionSettings;
  /** People's ids; the first one started the session. */
  readonly facilitators: readonly string[];
  readonly roles: Roles;
  readonly state: SessionState;
  /** The round that is open or was open last, from 1. */
  readonly round: number;
  /**
   * When the open round ends by itself, in UTC milliseconds; null when it doesn't, and whenever no
   * round is open.
   */
  readonly deadline: number | null;
  /**
   * When those who have not responded are reminded, in UTC milliseconds, or null; and how often it
   * was done in this round.
   */
  readonly reminder: { readonly at: number | null; readonly sent: number };
  readonly decision: Decision | null;
  readonly reviewing: Reviewing;
  readonly changes: Changes;
  readonly startedAt: number;
  /**
   * Counts the events of the session; responses don't raise it, so that thousands of them don't
   * contend.
   */
  readonly revision: number;
};

/**
 * When people are reminded in a round that begins at `now`: halfway to its end, where that is
 * wanted; all in UTC milliseconds.
 */
export const halfwayIn = ({ halfway }: SessionSettings, deadline: number | null, now: number): number | null =>
  halfway === true && deadline !== null ? Math.round((now + deadline) / 2) : null;

/**
 * What one participant submitted in a round. In an anonymous session `participant` is a keyed hash
 * and `at` the start of the session, so that times can't give anyone away.
 */
export type Response = {
  readonly round: number;
  readonly participant: string;
  /** 1 for the first submission, one more for each change. */
  readonly revision: number;
  readonly answer: unknown;
  readonly at: number;
};
