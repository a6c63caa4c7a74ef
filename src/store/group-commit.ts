/** Group commit: writes that arrive while another is being synced share the next transaction, and so its one sync. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

type Work<T> = (database: Kysely<Tables>) => Promise<T>;
type Waiting = {
  readonly run: (database: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (fault: unknown) => void;
};

/** The most writes one transaction takes, so that the first of them doesn't wait for too many others. */
const groupMax = 256;

/** Answers a function that runs work in an immediate transaction, each piece in a savepoint of its own, and resolves after the commit is synced. */
export const makeGroupCommit = (database: Kysely<Tables>): (<T>(work: Work<T>) => Promise<T>) => {
  const waiting: Waiting[] = [];
  let flushing = false;

  const flush = async (): Promise<void> => {
    if (flushing) return;
    flushing = true;
    while (waiting.length > 0) await commitGroup(database, waiting.splice(0, groupMax));
    flushing = false;
  };

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        run: async (connection) => {
          const result = await work(connection);
          return () => resolve(result);
        },
        fail: reject,
      });
      // Others that arrive in this turn of the event loop join the group.
      setImmediate(() => void flush());
    });
};

const commitGroup = (database: Kysely<Tables>, group: readonly Waiting[]): Promise<void> =>
  database
    .connection()
    .execute(async (connection) => {
      await sql`begin immediate`.execute(connection);
      const answers: (() => void)[] = [];
      try {
        for (const waiting of group) answers.push(await runAlone(connection, waiting));
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
const runAlone = async (connection: Kysely<Tables>, waiting: Waiting): Promise<() => void> => {
  await sql`savepoint piece`.execute(connection);
  try {
    const answer = await waiting.run(connection);
    await sql`release piece`.execute(connection);
    return answer;
  } catch (fault) {
    await sql`rollback to piece`.execute(connection).catch(() => {
      // On a full disk SQLite undoes the whole transaction by itself, savepoints too: the fault is then everyone's.
      throw fault;
    });
    await sql`release piece`.execute(connection);
    return () => waiting.fail(fault);
  }
};
