/**
 * A SQLite connection that prepares each statement once: Kysely prepares anew for every query,
 * which costs more than running it.
 */
import type Sqlite from "better-sqlite3";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import { makeRecent } from "../text/recent.ts";

/** Enough for every statement of the program, those for batches of each size included. */
const statementsMax = 1000;

export const keepStatements = (connection: Sqlite.Database): SqliteDatabase => {
  const kept = makeRecent<SqliteStatement>(statementsMax);
  return {
    close: () => connection.close(),
    prepare: (sql) => {
      const found = kept.get(sql);
      if (found !== undefined) return found;
      const prepared = connection.prepare<unknown[]>(sql);
      kept.set(sql, prepared);
      return prepared;
    },
  };
};
