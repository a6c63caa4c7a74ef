/**
 * Opens the database that an address names, brings its tables up to date, and puts the store on it.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Kysely } from "kysely";
import type { Clock } from "../clock.ts";
import { type Address, parseAddress } from "./address.ts";
import { freeClaims } from "./deliveries.ts";
import type { Dialect } from "./dialect.ts";
import { examineMigrations, migrate } from "./migrate.ts";
import type { Store } from "./port/store.ts";
import type { Records } from "./records.ts";
import { takeInHand } from "./serving.ts";
import { makeSqlStore } from "./sql-store.ts";
import { openSqlite } from "./sqlite.ts";
import { untilUnlocked } from "./sqlite-driver.ts";
import type { Tables } from "./tables.ts";
import { explained } from "./unusable.ts";

export type OpenedStore = {
  readonly store: Store;
  readonly database: Kysely<Tables>;
  /** The time that all processes on this database share. */
  readonly clock: Clock;
  /** Whether other processes may change the database too. */
  readonly shared: boolean;
};

export type OpenParts = {
  /** What the adapters keep in the same database. */
  readonly records?: readonly Records[];
  /** Hears of faults that concern no request. */
  readonly reportFault?: (fault: unknown) => void;
};

/**
 * Opens `file:…` or `postgres://…` to serve it; where only one process may, another is refused as
 * long as this one lives, and claims that are left are of one that died. Throws an `Error` that
 * says what is wrong with the address or the database.
 */
export const openStore = async (url: string, parts: OpenParts = {}): Promise<OpenedStore> => {
  const address = parseAddress(url);
  const open = async (): Promise<OpenedStore> =>
    openWith(await openDialect(address, "people", parts.reportFault), freeLeftClaims, parts.records);
  if (address.type !== "file") return open();
  const file = resolve(address.path);
  return explaining(file, async () => {
    const { release } = takeInHand(file);
    try {
      const opened = await open();
      return { ...opened, store: { ...opened.store, close: () => opened.store.close().finally(release) } };
    } catch (fault) {
      release();
      throw fault;
    }
  });
};

const explaining = async <Opened>(file: string, open: () => Promise<Opened>): Promise<Opened> => {
  try {
    return await open();
  } catch (fault) {
    throw explained(fault, file);
  }
};

const freeLeftClaims = async ({ shared, database }: Dialect): Promise<void> => {
  if (!shared) await freeClaims(database);
};

/** The same, beside a process that may be serving it. */
export const openStoreBeside = async (url: string, waiter: Waiter = "operator"): Promise<OpenedStore> => {
  const address = parseAddress(url);
  const open = async (): Promise<OpenedStore> => openWith(await openDialect(address, waiter), async () => undefined);
  return address.type === "file" ? explaining(resolve(address.path), open) : open();
};

/** What stands in the database, and whether this program knows it; nothing is changed in it. */
export const examineStore = async (
  url: string,
): Promise<{ readonly type: "none" | "current" | "behind" | "newer"; readonly migrations: readonly string[] }> => {
  const address = parseAddress(url);
  if (address.type === "file" && !existsSync(address.path)) return { type: "none", migrations: [] };
  const open = async () => openDialect(address, "operator");
  const dialect = await (address.type === "file" ? explaining(resolve(address.path), open) : open());
  try {
    return await examineMigrations(dialect);
  } finally {
    await dialect.close();
  }
};

const openWith = async (
  dialect: Dialect,
  prepare: (dialect: Dialect) => Promise<void>,
  records: readonly Records[] = [],
): Promise<OpenedStore> => {
  try {
    await migrate(dialect);
    await prepare(dialect);
  } catch (fault) {
    await dialect.close();
    throw fault;
  }
  const { database, clock, shared } = dialect;
  return { store: makeSqlStore(dialect, records), database, clock, shared };
};

/** Who waits for what is done on it. */
type Waiter = "people" | "operator";

const openDialect = async (
  address: Address,
  waiter: Waiter,
  reportFault: (fault: unknown) => void = () => undefined,
): Promise<Dialect> => {
  switch (address.type) {
    case "file":
      return untilUnlocked(() => openSqlite(address.path));
    case "postgres": {
      const { openPostgres } = await import("./postgres.ts");
      return openPostgres(address.url, reportFault, waiter === "people");
    }
    case "wrong":
      throw new Error(`DATABASE_URL: ${address.why}`);
    default:
      return address satisfies never;
  }
};
