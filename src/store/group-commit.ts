/** Group commit: writes of one lane that arrive while another is being synced share the next transaction, and so its one sync. */
import { type Kysely, sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import type { Tables } from "./tables.ts";

type Work<T> = (database: Kysely<Tables>) => Promise<T>;

/**
 * Runs work in a transaction, in a savepoint of its own, and resolves after the commit is synced. `lane` names the one row that the work locks first: what shares
 * it would wait for each other anyhow, and nobody who holds one lane's locks waits for another's, so that there are no deadlocks.
 */
export type Write = <T>(lane: string, work: Work<T>) => Promise<T>;

type Waiting = {
  readonly run: (database: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (fault: unknown) => void;
  /** Work that collided is done again; what then finds the other's commit says so. */
  readonly again: () => void;
  readonly triesLeft: number;
};

type Grouped = Pick<Dialect, "database" | "begin" | "writesAtOnce" | "isCollision">;

/** The most writes one transaction takes, so that the first of them doesn't wait for too many others. */
const groupMax = 256;

/** Each try collides with another's commit; this many in a row means that something is wrong. */
const triesMax = 5;

export const makeGroupCommit = (dialect: Grouped): Write => {
  const lanes = new Map<string, Waiting[]>();

  const flush = async (lane: string, waiting: Waiting[]): Promise<void> => {
    while (waiting.length > 0) await commitGroup(dialect, waiting.splice(0, groupMax));
    lanes.delete(lane);
  };

  const add = (lane: string, piece: Waiting): void => {
    const open = lanes.get(lane);
    if (open !== undefined) {
      open.push(piece);
      return;
    }
    const waiting = [piece];
    lanes.set(lane, waiting);
    // Others that arrive in this turn of the event loop join the group.
    setImmediate(() => void flush(lane, waiting));
  };

  return (given, work) => {
    const lane = dialect.writesAtOnce ? given : "";
    return new Promise((resolve, reject) => {
      const piece = (triesLeft: number): Waiting => ({
        run: async (connection) => {
          const result = await work(connection);
          return () => resolve(result);
        },
        fail: reject,
        again: () => add(lane, piece(triesLeft - 1)),
        triesLeft,
      });
      add(lane, piece(triesMax - 1));
    });
  };
};

const commitGroup = (dialect: Grouped, group: readonly Waiting[]): Promise<void> =>
  dialect.database
    .connection()
    .execute(async (connection) => {
      const answers: (() => void)[] = [];
      try {
        // Within, since a begin that fails may have begun all the same, and must not stay open.
        await sql.raw(dialect.begin).execute(connection);
        for (const waiting of group) answers.push(await runAlone(dialect, connection, waiting));
        await sql`commit`.execute(connection);
      } catch (fault) {
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw fault;
      }
      for (const answer of answers) answer();
    })
    .catch((fault: unknown) => {
      for (const waiting of group) waiting.fail(fault);
    });

/** Runs one piece in a savepoint: its failure undoes it alone, and is told after the commit like a success. */
const runAlone = async (
  { isCollision }: Grouped,
  connection: Kysely<Tables>,
  waiting: Waiting,
): Promise<() => void> => {
  await sql`savepoint piece`.execute(connection);
  try {
    const answer = await waiting.run(connection);
    await sql`release savepoint piece`.execute(connection);
    return answer;
  } catch (fault) {
    await sql`rollback to savepoint piece`.execute(connection).catch(() => {
      // On a full disk SQLite undoes the whole transaction by itself, savepoints too: the fault is then everyone's.
      throw fault;
    });
    await sql`release savepoint piece`.execute(connection);
    return isCollision(fault) && waiting.triesLeft > 0 ? waiting.again : () => waiting.fail(fault);
  }
};

/** So long a piece may wait for others to join it, in milliseconds. Under load this makes groups of dozens, each of which costs one sync. */
const gatherMs = 8;

/**
 * Answers a function that hands what arrives for one lane within eight milliseconds to `work` together, as one piece of a group. Where that fails, each is written as
 * a piece of its own, so that the one at fault fails alone.
 */
export const makeBatch = <Item, Result>(
  write: Write,
  work: (database: Kysely<Tables>, items: readonly Item[]) => Promise<readonly Result[]>,
): ((lane: string, item: Item) => Promise<Result>) => {
  type Asked = {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (fault: unknown) => void;
  };
  const lanes = new Map<string, Asked[]>();

  const writeAll = async (lane: string, asked: readonly Asked[]): Promise<void> => {
    const items = asked.map(({ item }) => item);
    const results = await write(lane, (database) => work(database, items));
    for (const [index, result] of results.entries()) asked[index]?.resolve(result);
  };

  const flush = (lane: string, asked: readonly Asked[]): void => {
    writeAll(lane, asked).catch((fault: unknown) => {
      if (asked.length === 1) for (const { reject } of asked) reject(fault);
      else for (const one of asked) writeAll(lane, [one]).catch(one.reject);
    });
  };

  return (lane, item) =>
    new Promise((resolve, reject) => {
      const one = { item, resolve, reject };
      const open = lanes.get(lane);
      if (open !== undefined && open.length < groupMax) {
        open.push(one);
        return;
      }
      const asked = [one];
      lanes.set(lane, asked);
      setTimeout(() => {
        if (lanes.get(lane) === asked) lanes.delete(lane);
        flush(lane, asked);
      }, gatherMs);
    });
};
