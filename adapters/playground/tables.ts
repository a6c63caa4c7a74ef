/** The playground's table beside the core's. What it holds is said in migrations/0001. */
import type { Generated, Kysely } from "kysely";
import type { Tables } from "../../src/store/tables.ts";

export type PlaygroundTables = {
  readonly playground_messages: {
    readonly id: Generated<number>;
    readonly key: string | null;
    readonly channel: string;
    readonly thread: string | null;
    readonly author: string | null;
    readonly person: string | null;
    readonly body: string;
    readonly at: number;
    /** How often it was drawn anew. */
    readonly version: Generated<number>;
  };
};

export type PlaygroundDatabase = Kysely<Tables & PlaygroundTables>;

/** The same database, with these tables in sight. */
export const playgroundTables = (database: Kysely<Tables>): PlaygroundDatabase =>
  database.withTables<PlaygroundTables>();
