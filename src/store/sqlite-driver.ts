/**
 * How statements and transactions share the one connection to a SQLite file, and how long somebody
 * else's lock on the file is waited for.
 */
import { setTimeout } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from "kysely";
import { keepStatements } from "./statements.ts";

/** A lock of somebody else's is tried for again after so many milliseconds. */
const againMs = 5;

/**
 * So long it is waited for, in milliseconds: with the rest of a request within the three seconds
 * that a person may wait.
 */
const lockMsMax = 1_800;

/** Whether a fault says that another process has the lock that was needed. */
export const isLocked = (fault: unknown): boolean =>
  fault instanceof Sqlite.SqliteError && fault.code.startsWith("SQLITE_BUSY");

/**
 * Opens the file, or whatever else a foreign lock is in the way of: tried again from the event
 * loop, as long as a statement is. Throws what the last try threw.
 */
export const untilUnlocked = async <Opened>(open: () => Opened): Promise<Opened> => {
  const until = performance.now() + lockMsMax;
  for (;;) {
    try {
      return open();
    } catch (fault) {
      if (!isLocked(fault) || performance.now() >= until) throw fault;
    }
    await setTimeout(againMs);
  }
};

/** Who is in a transaction, for whose end everybody else waits. */
type Turns = { holder: Turn | undefined; readonly waiting: (() => void)[] };

/**
 * What one user of the connection sees of it. SQLite itself never waits, since the whole process
 * would wait with it: a statement that finds the file locked is tried again from the event loop,
 * and meanwhile those of others run that need no lock.
 */
class Turn implements DatabaseConnection {
  readonly #connection: Sqlite.Database;
  readonly #inner: DatabaseConnection;
  readonly #turns: Turns;

  constructor(connection: Sqlite.Database, inner: DatabaseConnection, turns: Turns) {
    this.#connection = connection;
    this.#inner = inner;
    this.#turns = turns;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const until = performance.now() + lockMsMax;
    for (;;) {
      await this.#untilFree();
      const within = this.#connection.inTransaction;
      // It has run when this returns its promise, so that nobody else comes in between.
      const answer = this.#inner.executeQuery<R>(query);
      this.#handOn();
      try {
        return await answer;
      } catch (fault) {
        if (within || !isLocked(fault) || performance.now() >= until) throw fault;
      }
      await setTimeout(againMs);
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    await this.#untilFree();
    yield* this.#inner.streamQuery<R>(query, chunkSize);
  }

  async #untilFree(): Promise<void> {
    const { holder, waiting } = this.#turns;
    if (holder === undefined || holder === this) return;
    await new Promise<void>((resolve) => waiting.push(resolve));
    await this.#untilFree();
  }

  /** SQLite may also have ended the transaction by itself, as on a full disk. */
  #handOn(): void {
    this.#turns.holder = this.#connection.inTransaction ? this : undefined;
    if (this.#turns.holder === undefined) for (const resolve of this.#turns.waiting.splice(0)) resolve();
  }
}

class SharingDriver extends SqliteDriver {
  readonly #connection: Sqlite.Database;
  readonly #turns: Turns = { holder: undefined, waiting: [] };

  constructor(connection: Sqlite.Database) {
    super({ database: keepStatements(connection) });
    this.#connection = connection;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new Turn(this.#connection, await super.acquireConnection(), this.#turns);
  }

  /** What is going to write takes its lock at once; later it could no longer wait for one. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/**
 * Its turns are the driver's own, so that one who waits for a foreign lock holds up nobody who only
 * reads.
 */
class SharingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Leaves out row locks: SQLite's writer has the whole file. */
class WithoutRowLocks extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === "Distinct") super.visitSelectModifier(node);
  }
}

export class SharingDialect extends SqliteDialect {
  readonly #connection: Sqlite.Database;

  constructor(connection: Sqlite.Database) {
    super({ database: keepStatements(connection) });
    this.#connection = connection;
  }

  override createDriver(): SqliteDriver {
    return new SharingDriver(this.#connection);
  }

  override createAdapter(): SqliteAdapter {
    return new SharingAdapter();
  }

  override createQueryCompiler(): WithoutRowLocks {
    return new WithoutRowLocks();
  }
}
