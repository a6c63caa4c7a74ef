/**
 * Opens a database that a running program serves, to look into it alone: opening its store would
 * take the program's claims away.
 */
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { openStore } from "../src/store/open.ts";
import type { Tables } from "../src/store/tables.ts";

/** `database` is a file, or an address on PostgreSQL, which several processes may open. */
export const readDatabase = async (database: string): Promise<Kysely<Tables>> =>
  database.startsWith("postgres:")
    ? (await openStore(database)).database
    : new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Sqlite(database, { readonly: true }) }) });
