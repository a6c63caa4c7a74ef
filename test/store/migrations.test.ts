/**
 * What databases have seen stays as it was: which migrations there are, in which order, and what
 * each does.
 */
import { createHash } from "node:crypto";
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { expect, test } from "vitest";
import type { ColumnTypes } from "../../migrations/column-types.ts";
import { migrations } from "../../src/store/migrate.ts";

/**
 * Each with the beginning of the SHA-256 of the statements it runs. A new one is added at the end;
 * no line above it changes, and none comes between.
 */
const released: readonly (readonly [name: string, digest: string])[] = [
  ["0001-first", "5e6925e19c34393d"],
  ["0002-slack", "5f3c1ecdcf445b87"],
  ["0003-schedules", "1dd48f346498ff2c"],
  ["0004-teams", "67ec605193e8337e"],
  ["0005-claims", "7d288766127f111e"],
  ["0006-operating", "9b6414db197079ba"],
  ["0007-intents", "5ce687eaa1143511"],
  ["0009-tries", "4aeeaf34df7bdf7e"],
  ["0012-reminded", "e9905eafe3c6fadf"],
  ["0013-round-ends", "be30d80b589791ff"],
  ["0021-finding", "8193f97d1df5abd8"],
  ["0022-replaced", "9e1eaf030d250c7e"],
  ["0023-settings", "901e13f085e7061f"],
  ["0024-drafts", "5baeca176afcffeb"],
  ["0025-calibration", "e3c82770bc43e668"],
];

/** As on SQLite; what differs on PostgreSQL are these words alone. */
const types: ColumnTypes = {
  bytes: sql`blob`,
  counter: "integer",
  countsUp: (column) => column.primaryKey().autoIncrement(),
  orderedByKey: sql`without rowid`,
  trigrams: "fts5",
};

test("the migrations are those that were released, in their order, and each does what it did", async () => {
  const statements: string[] = [];
  const database = new Kysely<unknown>({
    dialect: new SqliteDialect({ database: new Sqlite(":memory:") }),
    log: ({ query }) => void statements.push(query.sql),
  });
  const found: (readonly [string, string])[] = [];
  for (const [name, { up }] of Object.entries(migrations)) {
    await up(database, types);
    found.push([name, createHash("sha256").update(statements.splice(0).join("\n")).digest("hex").slice(0, 16)]);
  }
  await database.destroy();
  expect(found).toEqual(released);
});

test("the order in which they stand is that of their numbers, each of which is given once", () => {
  const numbers = Object.keys(migrations).map((name) => Number(/^(\d{4})-[a-z-]+$/.exec(name)?.[1]));
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});
