/**
 * Brings the tables up to date, one process at a time, and refuses a database that a newer version
 * has written.
 */
import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { first } from "../../migrations/0001-first.ts";
import { slack } from "../../migrations/0002-slack.ts";
import { schedules } from "../../migrations/0003-schedules.ts";
import { teams } from "../../migrations/0004-teams.ts";
import { claims } from "../../migrations/0005-claims.ts";
import { operating } from "../../migrations/0006-operating.ts";
import { intents } from "../../migrations/0007-intents.ts";
import { tries } from "../../migrations/0009-tries.ts";
import { reminded } from "../../migrations/0012-reminded.ts";
import { roundEnds } from "../../migrations/0013-round-ends.ts";
import { finding } from "../../migrations/0021-finding.ts";
import { replaced } from "../../migrations/0022-replaced.ts";
import { settings } from "../../migrations/0023-settings.ts";
import { drafts } from "../../migrations/0024-drafts.ts";
import { calibration } from "../../migrations/0025-calibration.ts";
import type { ColumnTypes } from "../../migrations/column-types.ts";
import type { Dialect } from "./dialect.ts";
import type { Tables } from "./tables.ts";
import { NewerDatabase } from "./unusable.ts";

type Migration = { readonly up: (database: Kysely<unknown>, types: ColumnTypes) => Promise<void> };

/**
 * In the order of their numbers. One that was released never changes, and none comes before it:
 * databases have seen it.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-first": first,
  "0002-slack": slack,
  "0003-schedules": schedules,
  "0004-teams": teams,
  "0005-claims": claims,
  "0006-operating": operating,
  "0007-intents": intents,
  "0009-tries": tries,
  "0012-reminded": reminded,
  "0013-round-ends": roundEnds,
  "0021-finding": finding,
  "0022-replaced": replaced,
  "0023-settings": settings,
  "0024-drafts": drafts,
  "0025-calibration": calibration,
};

/** All of it in one transaction: two processes that start at once do it once. */
export const migrate = ({ unhurried, begin, lockMigrations, columnTypes }: Dialect): Promise<void> =>
  unhurried(async (connection) => {
    await sql.raw(begin).execute(connection);
    try {
      await lockMigrations(connection);
      await refuseNewer(connection);
      const getMigrations = async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, { up }]) => [
            name,
            { up: (given: Kysely<unknown>) => up(given, columnTypes) },
          ]),
        );
      const migrator = new Migrator({ db: connection, provider: { getMigrations }, disableTransactions: true });
      const { error } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
      await sql`commit`.execute(connection);
    } catch (fault) {
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw fault;
    }
  });

/**
 * A database that has seen a migration unknown here belongs to a newer version; writing to it could
 * damage it.
 */
const refuseNewer = async (connection: Kysely<Tables>): Promise<void> => {
  const unknown = (await namesRun(connection)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
};

const namesRun = async (connection: Kysely<Tables>): Promise<readonly string[]> => {
  const tables = await connection.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.every(({ name }) => name !== "kysely_migration")) return [];
  const run = await sql<{ name: string }>`select name from kysely_migration`.execute(connection);
  return run.rows.map(({ name }) => name);
};

/** Whether a database is this program's: which migrations it has that aren't, or lacks. */
export const examineMigrations = async ({ database }: Pick<Dialect, "database">) => {
  const run = await namesRun(database);
  const unknown = run.filter((name) => !(name in migrations));
  if (unknown.length > 0) return { type: "newer", migrations: unknown } as const;
  const missing = Object.keys(migrations).filter((name) => !run.includes(name));
  return { type: missing.length > 0 ? "behind" : "current", migrations: missing } as const;
};
