/** PostgreSQL, which several processes may serve: a pool of connections, each set so that a commit is on disk when it is told. */
import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import { z } from "zod";
import type { ColumnTypes } from "../../migrations/column-types.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Dialect } from "./dialect.ts";
import type { Tables } from "./tables.ts";

const connectionsMax = 10;
/** So long a request waits for a connection before it fails, in milliseconds. */
const connectMsMax = 10_000;
/** So often the database's clock is read again, in milliseconds. */
const clockEveryMs = 60_000;

/** What must be in force, as the server reads it back. `fsync` is the server's own, and can't be set from here. */
const settings = [
  { name: "synchronous_commit", set: "on", inForce: "on" },
  // A process that hangs in the middle of a transaction, or that a broken line cut off, must not hold a session up for others.
  { name: "idle_in_transaction_session_timeout", set: "10s", inForce: "10s" },
  { name: "client_encoding", set: "UTF8", inForce: "UTF8" },
  { name: "fsync", set: undefined, inForce: "on" },
  { name: "server_encoding", set: undefined, inForce: "UTF8" },
] as const;

const setAll = settings.flatMap(({ name, set }) => (set === undefined ? [] : [`set ${name} = '${set}'`])).join(";");

const columnTypes: ColumnTypes = {
  bytes: sql`bytea`,
  counter: "bigint",
  countsUp: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  orderedByKey: sql``,
};

/** unique_violation, serialization_failure, deadlock_detected. */
const collisions: readonly unknown[] = ["23505", "40001", "40P01"];

/** Any number that no other program takes in this database. */
const migrationLock = 1_463_899_717;

/** Opens `postgres://…`. `reportFault` hears of connections that break while nobody uses them. Throws an `Error` that says what is wrong, without the password. */
export const openPostgres = async (url: string, reportFault: (fault: unknown) => void): Promise<Dialect> => {
  const pool = new Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    keepAlive: true,
    types: { getTypeParser },
    onConnect: async (client) => {
      // Without listeners here and below, a line that breaks would end the process; the next query opens another.
      client.on("error", () => undefined);
      await client.query(setAll);
    },
  });
  pool.on("error", reportFault);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await reach(database, new URL(url).host);
    await checkSettings(database);
    const clock = await openClock(database, reportFault);
    return {
      database,
      columnTypes,
      elementsOf: (json) => sql`json_array_elements(${json}::json)`,
      begin: "begin isolation level read committed",
      writesAtOnce: true,
      shared: true,
      isCollision: (fault) => collisions.includes(codeOf(fault)),
      isHeldUp: () => false,
      lockMigrations: async (connection) => {
        await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(connection);
      },
      forgetOrder,
      // What was deleted stays in pages, logs and backups until they are used again.
      erase: undefined,
      clock,
      close: async () => {
        clock.stop();
        await database.destroy();
      },
    };
  } catch (fault) {
    await database.destroy();
    throw fault;
  }
};

const reach = async (database: Kysely<Tables>, host: string): Promise<void> => {
  try {
    await sql`select 1`.execute(database);
  } catch (fault) {
    // A host of several addresses fails with all their faults under no message of its own.
    const why = fault instanceof Error && fault.message !== "" ? fault.message : codeOf(fault);
    throw new Error(`DATABASE_URL: PostgreSQL at ${host} could not be opened: ${why}`, { cause: fault });
  }
};

const checkSettings = async (database: Kysely<Tables>): Promise<void> => {
  for (const { name, inForce } of settings) {
    const { rows } = await sql<{ found: string }>`select current_setting(${name}) as found`.execute(database);
    const found = rows[0]?.found;
    if (found !== inForce) throw new Error(`PostgreSQL has ${name} at ${found} where ${inForce} is needed`);
  }
};

/** Whole numbers up to 2^53 come as numbers; pg would give bigint as text. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  oid === types.builtins.INT8 ? parseInteger : types.getTypeParser(oid, format);

const parseInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`PostgreSQL gave ${text}, which is no number here`);
  return value;
};

const coded = z.object({ code: z.string() });
const codeOf = (fault: unknown): string | undefined => coded.safeParse(fault).data?.code;

/** Rows lie in the order in which they were written. Written anew by their key, they tell no more who came first. */
const forgetOrder = async (connection: Kysely<Tables>, session: string): Promise<void> => {
  await connection
    .with("taken", (query) => query.deleteFrom("responses").where("session", "=", session).returningAll())
    .insertInto("responses")
    .columns(["session", "round", "participant", "revision", "answer", "at"])
    .expression((query) =>
      query
        .selectFrom("taken")
        .select(["session", "round", "participant", "revision", "answer", "at"])
        .orderBy("participant")
        .orderBy("round")
        .orderBy("revision"),
    )
    .execute();
};

/** This machine's clock, set to the database's at the opening and once a minute, so that all processes agree on what is due. */
const openClock = async (
  database: Kysely<Tables>,
  reportFault: (fault: unknown) => void,
): Promise<Clock & { readonly stop: () => void }> => {
  let offset = 0;
  const measure = async (): Promise<void> => {
    const before = systemClock.now();
    const query = sql<{ at: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as at`;
    const at = (await query.execute(database)).rows[0]?.at;
    if (at !== undefined) offset = at - Math.round((before + systemClock.now()) / 2);
  };
  await measure();
  const timer = setInterval(() => measure().catch(reportFault), clockEveryMs).unref();
  return { now: () => systemClock.now() + offset, stop: () => clearInterval(timer) };
};
