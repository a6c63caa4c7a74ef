/** Opens the database: pragmas set and read back, migrations run, a newer database refused. */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { first } from "../../migrations/0001-first.ts";
import { slack } from "../../migrations/0002-slack.ts";
import { schedules } from "../../migrations/0003-schedules.ts";
import { operating } from "../../migrations/0006-operating.ts";
import { makeSqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

const migrations = {
  "0001-first": first,
  "0002-slack": slack,
  "0003-schedules": schedules,
  "0006-operating": operating,
};

/** What must be in force on every connection, as SQLite reads it back. better-sqlite3 opens an existing WAL file at synchronous=NORMAL, which may lose an acknowledged commit. */
const pragmas = [
  { name: "journal_mode", set: "WAL", inForce: "wal" },
  { name: "synchronous", set: "FULL", inForce: 2 },
  { name: "foreign_keys", set: "ON", inForce: 1 },
  // Deleted keys of anonymous sessions must not linger in free pages.
  { name: "secure_delete", set: "ON", inForce: 1 },
  { name: "busy_timeout", set: "5000", inForce: 5000 },
] as const;

export type OpenedStore = { readonly store: Store; readonly database: Kysely<Tables> };

/** Opens `file:…`, relative to the working folder, making its folder. Throws an `Error` that says what is wrong with the address or the database. */
export const openStore = async (url: string): Promise<OpenedStore> => {
  if (!url.startsWith("file:"))
    throw new Error(
      `DATABASE_URL: expected file:… (a path such as file:./data/workshop.db), found ${url.split(":")[0]}:…`,
    );
  const path = resolve(url.slice("file:".length));
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Sqlite(path);
  setPragmas(connection);
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  await migrate(database);
  return { store: makeSqlStore(database), database };
};

const setPragmas = (connection: Sqlite.Database): void => {
  for (const { name, set, inForce } of pragmas) {
    connection.pragma(`${name} = ${set}`);
    const found: unknown = connection.pragma(name, { simple: true });
    if (found !== inForce) throw new Error(`SQLite has ${name} at ${String(found)} where ${inForce} was asked for`);
  }
};

const migrate = async (database: Kysely<Tables>): Promise<void> => {
  await refuseNewer(database);
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
};

/** A database that has seen a migration unknown here belongs to a newer version; writing to it could damage it. */
const refuseNewer = async (database: Kysely<Tables>): Promise<void> => {
  const table = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(database);
  if (table.rows.length === 0) return;
  const run = await sql<{ name: string }>`select name from kysely_migration`.execute(database);
  const unknown = run.rows.map(({ name }) => name).filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new Error(
      `This database was written by a newer version of Decision Workshop (it has ${unknown.join(", ")}). Start that version, or use another DATABASE_URL.`,
    );
};
