/** Makes sure that what was deleted from a SQLite file is in none of its bytes any more. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

const triesMax = 20;

/**
 * Writes the file anew and empties the write-ahead log beside it. Deleted cells are overwritten as they go, but a page that was split may keep an old copy in its free
 * part; a new file holds rows alone. Answers false when other processes kept reading from the log, so that it could not be emptied.
 */
export const wipe = async (database: Kysely<Tables>): Promise<boolean> => {
  await sql`vacuum`.execute(database);
  for (let tries = 0; tries < triesMax; tries += 1) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database);
    if (rows[0]?.busy === 0) return true;
  }
  return false;
};
