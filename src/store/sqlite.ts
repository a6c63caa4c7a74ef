/** SQLite, in one file that one process serves: pragmas set and read back. */
import { resolve } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, sql } from "kysely";
import type { ColumnTypes } from "../../migrations/column-types.ts";
import { systemClock } from "../clock.ts";
import type { Dialect } from "./dialect.ts";
import { makePrivate } from "./private-file.ts";
import { isLocked, SharingDialect } from "./sqlite-driver.ts";
import type { Tables } from "./tables.ts";

/**
 * What must be in force on every connection, as SQLite reads it back. better-sqlite3 opens an
 * existing WAL file at synchronous=NORMAL, which may lose an acknowledged commit.
 */
const pragmas = [
  { name: "journal_mode", set: "WAL", inForce: "wal" },
  { name: "synchronous", set: "FULL", inForce: 2 },
  { name: "foreign_keys", set: "ON", inForce: 1 },
  // Deleted keys of anonymous sessions must not linger in free pages.
  { name: "secure_delete", set: "ON", inForce: 1 },
  // In pages. A checkpoint writes each page once, however often it changed since the last; one of
  // so many takes some 10 ms.
  { name: "wal_autocheckpoint", set: "4000", inForce: 4000 },
  // SQLite never waits by itself; `sqlite-driver.ts` does, and whoever opens it.
  { name: "busy_timeout", set: "0", inForce: 0 },
] as const;

const columnTypes: ColumnTypes = {
  bytes: sql`blob`,
  counter: "integer",
  countsUp: (column) => column.primaryKey().autoIncrement(),
  orderedByKey: sql`without rowid`,
  trigrams: "fts5",
};

/**
 * Opens the file, relative to the working folder, making its folder; nobody else may read either.
 * Throws at once where somebody else holds a lock that it needs.
 */
export const openSqlite = (path: string): Dialect => {
  const file = resolve(path);
  makePrivate(file);
  const connection = openConnection(file);
  const database = new Kysely<Tables>({ dialect: new SharingDialect(connection) });
  return {
    database,
    columnTypes,
    elementsOf: (json) => sql`json_each(${json})`,
    textsHolding,
    begin: "begin immediate",
    writesAtOnce: false,
    shared: false,
    isCollision: () => false,
    isHeldUp: isLocked,
    // It commits within this process, and says what came of it.
    isUncertain: () => false,
    unhurried: (work) => database.connection().execute(work),
    // An immediate transaction is alone already.
    lockMigrations: async () => undefined,
    // Its tables keep none.
    forgetOrder: async () => undefined,
    erase: () => cutLog(database),
    clock: systemClock,
    close: () => database.destroy(),
  };
};

/** The index is read from its end, and no further than is asked for. */
const textsHolding: Dialect["textsHolding"] = (terms) => {
  if (terms.length === 0) return { from: sql`session_texts as texts`, where: sql`true`, place: sql`texts.place` };
  const match = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(" AND ");
  return {
    from: sql`session_trigrams cross join session_texts as texts on texts.place = session_trigrams.rowid`,
    where: sql`session_trigrams.text match ${match}`,
    place: sql`session_trigrams.rowid`,
  };
};

/**
 * A deleted key lies in the write-ahead log until that is cut off, which fails while anybody reads
 * an older state.
 */
const cutLog = async (database: Kysely<Tables>): Promise<boolean> => {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database);
  return rows[0]?.busy === 0;
};

const openConnection = (file: string): Sqlite.Database => {
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    setPragmas(connection);
  } catch (fault) {
    connection.close();
    throw fault;
  }
  return connection;
};

const setPragmas = (connection: Sqlite.Database): void => {
  for (const { name, set, inForce } of pragmas) {
    connection.pragma(`${name} = ${set}`);
    const found: unknown = connection.pragma(name, { simple: true });
    if (found !== inForce) throw new Error(`SQLite has ${name} at ${String(found)} where ${inForce} was asked for`);
  }
};
