/** Makes sure that what was deleted from a SQLite file is in none of its bytes any more. */
import Sqlite from "better-sqlite3";
import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

const triesMax = 5;

/**
 * Writes the file anew and empties the write-ahead log beside it. Deleted cells are overwritten as they go, but a page that was split may keep an old copy in its free
 * part; a new file holds rows alone. Answers false when other processes kept it busy.
 */
export const wipe = async (database: Kysely<Tables>): Promise<boolean> => {
  for (let tries = 0; tries < triesMax; tries += 1) if (await wipeNow(database)) return true;
  return false;
};

/** False when another process was in the way for as long as SQLite waits for it. */
const wipeNow = async (database: Kysely<Tables>): Promise<boolean> => {
  try {
    await sql`vacuum`.execute(database);
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database);
    return rows[0]?.busy === 0;
  } catch (fault) {
    if (fault instanceof Sqlite.SqliteError && fault.code.startsWith("SQLITE_BUSY")) return false;
    throw fault;
  }
};
