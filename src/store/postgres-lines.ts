/**
 * Lines to PostgreSQL on which nobody waits longer than a person can: what the server can't cut
 * short itself, since it doesn't answer at all, is given up here.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Pool, PoolClient } from "pg";

/**
 * So long in milliseconds: for a line, for a lock, for a statement with its locks, and for an
 * answer. Each is a little longer than what it holds.
 */
export const waitMsMax = { line: 2_000, lock: 1_200, statement: 1_500, answer: 1_900 } as const;

/** PostgreSQL gave no line or no answer in time. Whether a statement has its effect is open. */
export class Unanswered extends Error {}

/** The answer, or a rejection with `Unanswered`. */
export const answerOf = <T>(asked: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new Unanswered(`PostgreSQL gave no answer within ${waitMsMax.answer} ms`));
    // Where this process itself was busy for long, the answer may lie there unread: then it is read
    // first.
    const late = setTimeout(() => setImmediate(giveUp), waitMsMax.answer);
    asked.then(resolve, reject).finally(() => clearTimeout(late));
  });

/**
 * The pool, whose lines are closed when an answer stays out: their next user would wait for it too.
 */
export const limitWaits = (pool: Pool): PostgresPool => ({
  connect: async () => {
    try {
      return new Line(await pool.connect());
    } catch (fault) {
      throw new Unanswered("PostgreSQL gave no line", { cause: fault });
    }
  },
  end: () => pool.end(),
  options: pool.options,
});

class Line implements PostgresPoolClient {
  readonly #client: PoolClient;
  #lost: Unanswered | undefined;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(asked: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof asked !== "string") throw new Error("Nothing is read by a cursor here");
    return this.#ask(asked, parameters);
  }

  async #ask(text: string, parameters: readonly unknown[]): Promise<unknown> {
    if (this.#lost !== undefined) throw this.#lost;
    try {
      return await answerOf(this.#client.query(text, [...parameters]));
    } catch (fault) {
      if (fault instanceof Unanswered) {
        this.#lost = fault;
        this.#client.release(fault);
      }
      throw fault;
    }
  }

  release(destroy?: boolean): void {
    if (this.#lost === undefined) this.#client.release(destroy);
  }
}
