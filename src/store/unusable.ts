/** Why a database can't be served, as far as an operator can mend it; i18n says what to do. */
import Sqlite from "better-sqlite3";
import { z } from "zod";

/**
 * `served`: another process serves it. `not-a-database`: it holds something else. `not-allowed`:
 * the user of this process may not read and write it. `no-folder`: its folder can't be made, or it
 * is one. `locked`: a program that doesn't serve it holds a lock on it.
 */
export type Why = "served" | "locked" | "not-a-database" | "damaged" | "not-allowed" | "no-folder";

/** Thrown where a SQLite file is opened. The message is for logs. */
export class UnusableDatabase extends Error {
  readonly why: Why;
  readonly file: string;

  constructor(why: Why, file: string, cause?: unknown) {
    super(`DATABASE_URL: ${file} can't be used: ${why}`, { cause });
    this.why = why;
    this.file = file;
  }
}

/** Thrown where a database knows migrations that this version doesn't. The message is for logs. */
export class NewerDatabase extends Error {
  readonly migrations: readonly string[];

  constructor(migrations: readonly string[]) {
    super(`DATABASE_URL: the database was written by a newer version (it has ${migrations.join(", ")})`);
    this.migrations = migrations;
  }
}

/** By the beginning of SQLite's extended codes and of the system's. */
const reasons: readonly (readonly [code: string, why: Why])[] = [
  ["SQLITE_BUSY", "locked"],
  ["SQLITE_NOTADB", "not-a-database"],
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_READONLY", "not-allowed"],
  ["SQLITE_PERM", "not-allowed"],
  ["SQLITE_AUTH", "not-allowed"],
  ["SQLITE_CANTOPEN", "not-allowed"],
  ["EACCES", "not-allowed"],
  ["EPERM", "not-allowed"],
  ["EROFS", "not-allowed"],
  ["ENOENT", "no-folder"],
  ["ENOTDIR", "no-folder"],
  ["EEXIST", "no-folder"],
  ["EISDIR", "no-folder"],
];

const coded = z.object({ code: z.string() });

/** The fault as it is told to the operator; one that is nothing of the kind stays as it is. */
export const explained = (fault: unknown, file: string): unknown => {
  if (fault instanceof UnusableDatabase) return fault;
  const code = fault instanceof Sqlite.SqliteError ? fault.code : (coded.safeParse(fault).data?.code ?? "");
  const found = reasons.find(([beginning]) => code.startsWith(beginning));
  return found === undefined ? fault : new UnusableDatabase(found[1], file, fault);
};
