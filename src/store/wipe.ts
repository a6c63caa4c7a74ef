/** Makes sure that what was deleted from a SQLite file is in none of its bytes any more. */
import { setTimeout } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { isLocked } from "./sqlite-driver.ts";
import type { Tables } from "./tables.ts";

const triesMax = 5;

/** Between two tries, in milliseconds: whoever reads needs longer than a lock is waited for. */
const againMs = 1_000;

/**
 * Writes the file anew and empties the write-ahead log beside it. Deleted cells are overwritten as
 * they go, but a page that was split may keep an old copy in its free part; a new file holds rows
 * alone. Answers false when other processes kept it busy.
 */
export const wipe = async (database: Kysely<Tables>): Promise<boolean> => {
  for (let tries = 1; tries <= triesMax; tries += 1) {
    if (await wipeNow(database)) return true;
    if (tries < triesMax) await setTimeout(againMs);
  }
  return false;
};

/** False when another process was in the way. */
const wipeNow = async (database: Kysely<Tables>): Promise<boolean> => {
  try {
    await sql`vacuum`.execute(database);
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database);
    return rows[0]?.busy === 0;
  } catch (fault) {
    if (isLocked(fault)) return false;
    throw fault;
  }
};
