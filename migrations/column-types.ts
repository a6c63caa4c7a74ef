/**
 * The few words in which the two databases' tables differ; everything else of a migration is the
 * same for both.
 */
import type { ColumnDefinitionBuilder, RawBuilder } from "kysely";

export type ColumnTypes = {
  readonly bytes: RawBuilder<unknown>;
  /**
   * The type of a primary key that counts up by itself and never gives a number twice, and what
   * else makes it one.
   */
  readonly counter: "integer" | "bigint";
  readonly countsUp: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /**
   * Ends a table that keeps its rows by their key, and nothing of the order in which they came,
   * where the database can.
   */
  readonly orderedByKey: RawBuilder<unknown>;
  /** What indexes a text by every three letters of it. */
  readonly trigrams: "fts5" | "arrays";
};
