/** The databases that everything must hold on, each with fresh ones of its kind. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharePostgres } from "./postgres.ts";

export type Databases = {
  readonly name: string;
  readonly start: () => Promise<{
    /** An empty database, as `openWorld` takes it. */
    readonly fresh: () => Promise<string>;
    readonly stop: () => Promise<void>;
  }>;
};

export const everyDatabase: readonly Databases[] = [
  {
    name: "SQLite",
    start: async () => ({
      fresh: async () => join(mkdtempSync(join(tmpdir(), "workshop-")), "deep", "workshop.db"),
      stop: async () => undefined,
    }),
  },
  {
    name: "PostgreSQL",
    start: async () => {
      const server = await sharePostgres();
      return { fresh: () => server.createDatabase(), stop: async () => undefined };
    },
  },
];

/** The address under which a database of the above is opened. */
export const addressOf = (database: string): string =>
  database.startsWith("postgres:") ? database : `file:${database}`;
