/**
 * PostgreSQL, which several processes may serve: a pool of connections, each set so that a commit
 * is on disk when it is told.
 */
import { Kysely, PostgresDialect, sql } from "kysely";
import { DatabaseError, Pool, types } from "pg";
import { z } from "zod";
import type { ColumnTypes } from "../../migrations/column-types.ts";
import { type Clock, systemClock } from "../clock.ts";
import type { Dialect } from "./dialect.ts";
import { answerOf, limitWaits, Unanswered, waitMsMax } from "./postgres-lines.ts";
import type { Tables } from "./tables.ts";

const connectionsMax = 10;
/**
 * So long work that no person waits for waits for a connection before it fails, in milliseconds.
 */
const connectMsMax = 10_000;
/** So often the database's clock is read again, in milliseconds. */
const clockEveryMs = 60_000;

type Setting = { readonly name: string; readonly set: string | undefined; readonly inForce: string };

/**
 * What must be in force, as the server reads it back. `fsync` is the server's own, and can't be set
 * from here.
 */
const settings: readonly Setting[] = [
  { name: "synchronous_commit", set: "on", inForce: "on" },
  // A process that hangs in the middle of a transaction, or that a broken line cut off, must not
  // hold a session up for others.
  { name: "idle_in_transaction_session_timeout", set: "10s", inForce: "10s" },
  { name: "client_encoding", set: "UTF8", inForce: "UTF8" },
  { name: "fsync", set: undefined, inForce: "on" },
  { name: "server_encoding", set: undefined, inForce: "UTF8" },
];

/** Where a person waits, beside those. */
const limits: readonly Setting[] = [
  { name: "lock_timeout", set: `${waitMsMax.lock}ms`, inForce: "1200ms" },
  { name: "statement_timeout", set: `${waitMsMax.statement}ms`, inForce: "1500ms" },
];

const settingsFor = (hurried: boolean): readonly Setting[] => (hurried ? [...settings, ...limits] : settings);

const columnTypes: ColumnTypes = {
  bytes: sql`bytea`,
  counter: "bigint",
  countsUp: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  orderedByKey: sql``,
  trigrams: "arrays",
};

/** unique_violation, serialization_failure, deadlock_detected. */
const collisions: readonly unknown[] = ["23505", "40001", "40P01"];

/** lock_not_available, query_canceled. */
const timeouts: readonly unknown[] = ["55P03", "57014"];

/** A session or a server that is ended: it may have committed before it could say so. */
const endings = /^(57P|08)/;

/** Whether the server itself says that it did nothing. */
const isRefusal = (fault: unknown): boolean => fault instanceof DatabaseError && !endings.test(fault.code ?? "");

/** Any number that no other program takes in this database. */
const migrationLock = 1_463_899_717;

/**
 * Opens `postgres://…`. `reportFault` hears of connections that break while nobody uses them;
 * `hurried`: people wait for what is done on it. Throws an `Error` that says what is wrong, without
 * the password.
 */
export const openPostgres = async (
  url: string,
  reportFault: (fault: unknown) => void,
  hurried: boolean,
): Promise<Dialect> => {
  const database = connect(url, reportFault, hurried);
  try {
    await reach(database, new URL(url).host);
    await checkSettings(database, settingsFor(hurried));
    const clock = await openClock(database, reportFault);
    return {
      database,
      columnTypes,
      elementsOf: (json) => sql`json_array_elements(${json}::json)`,
      textsHolding,
      begin: "begin isolation level read committed",
      writesAtOnce: true,
      shared: true,
      isCollision: (fault) => collisions.includes(codeOf(fault)),
      isHeldUp: (fault) => fault instanceof Unanswered || timeouts.includes(codeOf(fault)),
      isUncertain: (fault) => !isRefusal(fault),
      unhurried: async (work) => {
        const patient = connect(url, reportFault, false);
        try {
          return await patient.connection().execute(work);
        } finally {
          await patient.destroy();
        }
      },
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

const connect = (url: string, reportFault: (fault: unknown) => void, hurried: boolean): Kysely<Tables> => {
  const statements = settingsFor(hurried).flatMap(({ name, set }) =>
    set === undefined ? [] : [`set ${name} = '${set}'`],
  );
  const pool = new Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: hurried ? waitMsMax.line : connectMsMax,
    keepAlive: true,
    types: { getTypeParser },
    onConnect: async (client) => {
      // Without listeners here and below, a line that breaks would end the process; the next query
      // opens another.
      client.on("error", () => undefined);
      await answerOf(client.query(statements.join(";")));
    },
  });
  pool.on("error", reportFault);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: hurried ? limitWaits(pool) : pool }) });
};

/** Texts that hold all trigrams of a term may still not hold the term. */
const textsHolding: Dialect["textsHolding"] = (terms) => {
  const held = terms.map((term) => {
    const pattern = `%${term.replaceAll(/[\\%_]/g, "\\$&")}%`;
    return sql`texts.trigrams @> workshop_trigrams(${term}) and texts.text like ${pattern}`;
  });
  return {
    from: sql`session_texts as texts`,
    where: sql`${sql.join([sql`true`, ...held], sql` and `)}`,
    place: sql`texts.place`,
  };
};

const reach = async (database: Kysely<Tables>, host: string): Promise<void> => {
  try {
    await sql`select 1`.execute(database);
  } catch (thrown) {
    const fault = thrown instanceof Unanswered ? (thrown.cause ?? thrown) : thrown;
    // A host of several addresses fails with all their faults under no message of its own.
    const why = fault instanceof Error && fault.message !== "" ? fault.message : codeOf(fault);
    throw new Error(`DATABASE_URL: PostgreSQL at ${host} could not be opened: ${why}`, { cause: fault });
  }
};

const checkSettings = async (database: Kysely<Tables>, settings: readonly Setting[]): Promise<void> => {
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

/**
 * Rows lie in the order in which they were written. Written anew by their key, they tell no more
 * who came first.
 */
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

/**
 * This machine's clock, set to the database's at the opening and once a minute, so that all
 * processes agree on what is due.
 */
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
