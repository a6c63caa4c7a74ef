/**
 * What a database owes the store beside Kysely's queries, so that one set of them keeps every
 * promise on each.
 */
import type { Kysely, RawBuilder } from "kysely";
import type { ColumnTypes } from "../../migrations/column-types.ts";
import type { Clock } from "../clock.ts";
import type { Tables } from "./tables.ts";

export type TextsHolding = {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  readonly place: RawBuilder<number>;
};

export type Dialect = {
  /**
   * Opened, with every setting that a promise rests on in force. A query may lock rows; where a
   * writer has the whole database, the locks say nothing.
   */
  readonly database: Kysely<Tables>;
  /**
   * Runs what no person waits for on a connection of its own where there are several, without
   * limits to how long it takes.
   */
  readonly unhurried: <T>(work: (connection: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly columnTypes: ColumnTypes;
  /** The elements of a JSON array as a table of one column, `value`. */
  readonly elementsOf: (json: string) => RawBuilder<unknown>;
  /**
   * The rows of `session_texts`, as `texts`, of which the text holds each of these terms, of three
   * letters or more; without terms, all. Ordered by `place`, few of them are read.
   */
  readonly textsHolding: (terms: readonly string[]) => TextsHolding;
  /** Begins a transaction that writes, and sees in each statement what others have committed. */
  readonly begin: "begin immediate" | "begin isolation level read committed";
  /** Whether transactions write beside each other; otherwise one waits for the other. */
  readonly writesAtOnce: boolean;
  /** Whether several processes may serve it. If not, no other is alive when one opens it. */
  readonly shared: boolean;
  /**
   * Whether a fault says that another transaction was in the way, so that the same work may go well
   * now.
   */
  readonly isCollision: (fault: unknown) => boolean;
  /**
   * Whether a fault says that the database, or somebody's lock on it, was waited for as long as a
   * person may wait.
   */
  readonly isHeldUp: (fault: unknown) => boolean;
  /** Whether a fault of the commit itself leaves open what became of it. */
  readonly isUncertain: (fault: unknown) => boolean;
  /** Makes others that migrate at the same time wait for the end of this transaction. */
  readonly lockMigrations: (connection: Kysely<Tables>) => Promise<void>;
  /**
   * In the transaction that deletes an anonymous session's key: does away with the order in which
   * its responses came, where the tables keep one.
   */
  readonly forgetOrder: (connection: Kysely<Tables>, session: string) => Promise<void>;
  /**
   * Makes what was deleted and committed unreadable in the database's files; false when another
   * process is in the way. Absent where the database can't.
   */
  readonly erase: (() => Promise<boolean>) | undefined;
  /** The clock that all processes on this database share. */
  readonly clock: Clock;
  readonly close: () => Promise<void>;
};
