/** Copies a SQLite file that is in use. */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";

export type BackedUp = { readonly type: "backed-up" } | { readonly type: "no-database" | "exists" | "no-folder" };

/**
 * Writes what `from` holds now to `to`, whole and checked, while other processes read and write it. What was committed before this was called is in it; writers don't
 * wait for it. `to` appears under its name only when it is complete and on disk, and nothing is ever overwritten. Throws what SQLite or the file system says.
 */
export const backUp = (from: string, to: string): BackedUp => {
  if (!existsSync(from)) return { type: "no-database" };
  if (!existsSync(dirname(to))) return { type: "no-folder" };
  if (existsSync(to)) return { type: "exists" };
  const partial = `${to}.${process.pid}.partial`;
  try {
    copyInto(from, partial);
    checkCopy(partial);
    sync(partial);
    return nameOnce(partial, to);
  } finally {
    rmSync(partial, { force: true });
  }
};

/** One read transaction, so it is one instant that is copied; of what was deleted nothing comes along. */
const copyInto = (from: string, to: string): void => {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    source.prepare("vacuum into ?").run(to);
  } finally {
    source.close();
  }
};

const checkCopy = (path: string): void => {
  const copy = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    const found: unknown = copy.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new Error(`The copy is damaged: ${String(found)}`);
  } finally {
    copy.close();
  }
};

const sync = (path: string): void => {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A link fails where the name is taken, also when it was taken a moment ago. */
const nameOnce = (partial: string, to: string): BackedUp => {
  try {
    linkSync(partial, to);
  } catch (fault) {
    if (existsSync(to)) return { type: "exists" };
    throw fault;
  }
  sync(dirname(to));
  return { type: "backed-up" };
};
