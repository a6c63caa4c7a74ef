/**
 * Group commit: writes of one lane that arrive while another is being synced share the next
 * transaction, and so its one sync.
 */
import { setImmediate, setTimeout } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import { UncertainCommit } from "./port/change.ts";
import type { Tables } from "./tables.ts";

type Work<T> = (database: Kysely<Tables>) => Promise<T>;

/**
 * Runs work in a transaction, in a savepoint of its own, and resolves after the commit is synced.
 * `lane` names the one row that the work locks first: what shares it would wait for each other
 * anyhow, and nobody who holds one lane's locks waits for another's, so that there are no
 * deadlocks.
 */
export type Write = <T>(lane: string, work: Work<T>) => Promise<T>;

type Piece = {
  readonly run: (database: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (fault: unknown) => void;
  /** Work that collided is done again; what then finds the other's commit says so. */
  readonly again: () => void;
  readonly triesLeft: number;
};

type Grouped = Pick<Dialect, "database" | "begin" | "writesAtOnce" | "isCollision" | "isHeldUp" | "isUncertain">;

/**
 * The most writes one transaction takes, so that the first of them doesn't wait for too many
 * others.
 */
const groupMax = 256;

/** Each try collides with another's commit; this many in a row means that something is wrong. */
const triesMax = 5;

export const makeGroupCommit = (dialect: Grouped): Write => {
  const lanes = new Map<string, Piece[]>();

  const flush = async (lane: string, queue: Piece[]): Promise<void> => {
    while (queue.length > 0) {
      const outcome = await commitGroup(dialect, queue.splice(0, groupMax));
      // Whoever came meanwhile would wait for the same again.
      if (outcome.type === "held-up") for (const piece of queue.splice(0)) piece.fail(outcome.fault);
    }
    lanes.delete(lane);
  };

  const add = (lane: string, piece: Piece): void => {
    const open = lanes.get(lane);
    if (open !== undefined) {
      open.push(piece);
      return;
    }
    const queue = [piece];
    lanes.set(lane, queue);
    // Others that arrive in this turn of the event loop join the group.
    void setImmediate().then(() => flush(lane, queue));
  };

  return (given, work) => {
    const lane = dialect.writesAtOnce ? given : "";
    return new Promise((resolve, reject) => {
      const pieceWith = (triesLeft: number): Piece => ({
        run: async (connection) => {
          const result = await work(connection);
          return () => resolve(result);
        },
        fail: reject,
        again: () => add(lane, pieceWith(triesLeft - 1)),
        triesLeft,
      });
      add(lane, pieceWith(triesMax - 1));
    });
  };
};

type GroupOutcome = { readonly type: "settled" } | { readonly type: "held-up"; readonly fault: unknown };

/** Every piece has its answer when it resolves. */
const commitGroup = (dialect: Grouped, group: readonly Piece[]): Promise<GroupOutcome> =>
  dialect.database
    .connection()
    .execute(async (connection) => {
      const answers: (() => void)[] = [];
      try {
        // Within, since a begin that fails may have begun all the same, and must not stay open.
        await sql.raw(dialect.begin).execute(connection);
        for (const piece of group) answers.push(await runAlone(dialect, connection, piece));
        await commit(dialect, connection);
      } catch (fault) {
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw fault;
      }
      for (const answer of answers) answer();
      return { type: "settled" } as const;
    })
    .catch((fault: unknown) => {
      for (const piece of group) piece.fail(fault);
      // Others wait for the same, but of theirs nothing was tried.
      const heard = fault instanceof UncertainCommit ? fault.cause : fault;
      return dialect.isHeldUp(heard) ? { type: "held-up", fault: heard } : { type: "settled" };
    });

const commit = async ({ isUncertain }: Grouped, connection: Kysely<Tables>): Promise<void> => {
  try {
    await sql`commit`.execute(connection);
  } catch (fault) {
    throw isUncertain(fault) ? new UncertainCommit(fault) : fault;
  }
};

/**
 * Runs one piece in a savepoint: its failure undoes it alone, and is told after the commit like a
 * success. Where it was held up, the others would be too: they fail with it.
 */
const runAlone = async (
  { isCollision, isHeldUp }: Grouped,
  connection: Kysely<Tables>,
  piece: Piece,
): Promise<() => void> => {
  await sql`savepoint piece`.execute(connection);
  try {
    const answer = await piece.run(connection);
    await sql`release savepoint piece`.execute(connection);
    return answer;
  } catch (fault) {
    if (isHeldUp(fault)) throw fault;
    await sql`rollback to savepoint piece`.execute(connection).catch(() => {
      // On a full disk SQLite undoes the whole transaction by itself, savepoints too: rolling back
      // to one then fails. What went wrong is the first fault, not this one, and it is everyone's.
      throw fault;
    });
    await sql`release savepoint piece`.execute(connection);
    return isCollision(fault) && piece.triesLeft > 0 ? piece.again : () => piece.fail(fault);
  }
};

/**
 * So long a piece may wait for others to join it, in milliseconds: in all, and after the last that
 * came.
 */
const joinMs = { max: 25, quiet: 5 } as const;

/** Waits until as many are there as `usual`, or no more come. */
const untilJoined = async (queue: readonly unknown[], usual: number): Promise<void> => {
  const until = performance.now() + joinMs.max;
  let before = 0;
  while (queue.length < usual && queue.length > before && performance.now() < until) {
    before = queue.length;
    await setTimeout(joinMs.quiet);
  }
};

/**
 * Answers a function that hands what arrives for one lane together to `work`, as one piece of a
 * group; what arrives while that is written makes the next. Where it fails, each is written as a
 * piece of its own, so that the one at fault fails alone; where it was held up, all fail that wait.
 */
export const makeBatch = <Item, Result>(
  write: Write,
  isHeldUp: Dialect["isHeldUp"],
  work: (database: Kysely<Tables>, items: readonly Item[]) => Promise<readonly Result[]>,
): ((lane: string, item: Item) => Promise<Result>) => {
  type Entry = {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (fault: unknown) => void;
  };
  const lanes = new Map<string, Entry[]>();

  const writeAll = async (lane: string, entries: readonly Entry[]): Promise<void> => {
    const items = entries.map(({ item }) => item);
    const results = await write(lane, (database) => work(database, items));
    for (const [index, result] of results.entries()) entries[index]?.resolve(result);
  };

  const writeEach = (lane: string, entries: readonly Entry[]): Promise<unknown> =>
    Promise.all(entries.map((one) => writeAll(lane, [one]).catch(one.reject)));

  /**
   * As many as were written together of late: under load the same come again, and whoever comes
   * alone waits for nobody. It rises at once and falls by half a batch, so that one quiet moment
   * doesn't end the waiting that makes batches large.
   */
  let usual = 1;

  const serve = async (lane: string, queue: Entry[]): Promise<void> => {
    while (queue.length > 0) {
      await untilJoined(queue, usual);
      const entries = queue.splice(0, groupMax);
      usual = Math.max(entries.length, usual / 2);
      await writeAll(lane, entries).catch(async (fault: unknown) => {
        // Written again, what was kept after all would count as a correction of itself.
        if (fault instanceof UncertainCommit) for (const one of entries) one.reject(fault);
        else if (isHeldUp(fault)) for (const one of [...entries, ...queue.splice(0)]) one.reject(fault);
        else if (entries.length === 1) entries[0]?.reject(fault);
        else await writeEach(lane, entries);
      });
    }
    lanes.delete(lane);
  };

  return (lane, item) =>
    new Promise((resolve, reject) => {
      const one = { item, resolve, reject };
      const open = lanes.get(lane);
      if (open !== undefined) {
        open.push(one);
        return;
      }
      const queue = [one];
      lanes.set(lane, queue);
      void serve(lane, queue);
    });
};
