/** Copies a SQLite file that is in use. */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { makeEmpty } from "../store/private-file.ts";

export type BackedUp = { readonly type: "backed-up" } | { readonly type: "no-database" | "exists" | "no-folder" };

/** So many pages are copied at a time as long as nobody writes, which takes about a millisecond. */
const pagesFirst = 100;

/**
 * After each write in between, so many times more of them, so that the copy is done at last however
 * much is written.
 */
const growth = 4;

/**
 * Writes what `from` holds now to `to`, whole and checked, while other processes read and write it.
 * What was committed before this was called is in it; writers don't wait for it, nor does the
 * erasure of what they delete. `to` appears under its name only when it is complete and on disk,
 * and nothing is ever overwritten. It takes room for two copies while it works. Throws what SQLite
 * or the file system says.
 */
export const backUp = async (from: string, to: string): Promise<BackedUp> => {
  if (!existsSync(from)) return { type: "no-database" };
  if (!existsSync(dirname(to))) return { type: "no-folder" };
  if (existsSync(to)) return { type: "exists" };
  const copy = `${to}.${process.pid}.copy`;
  const partial = `${to}.${process.pid}.partial`;
  try {
    for (const path of [copy, partial]) makeEmpty(path, "wx");
    await copyInSteps(from, copy);
    leaveOutDeleted(copy, partial);
    checkCopy(partial);
    sync(partial);
    return nameOnce(partial, to);
  } finally {
    for (const path of [partial, copy, `${copy}-wal`, `${copy}-shm`]) rmSync(path, { force: true });
  }
};

/**
 * Each step reads in a transaction of its own. After a write in between SQLite begins anew, so that
 * it is one instant that is copied.
 */
const copyInSteps = async (from: string, to: string): Promise<void> => {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true });
  let pages = pagesFirst;
  let left = Number.POSITIVE_INFINITY;
  try {
    await source.backup(to, {
      progress: ({ remainingPages }) => {
        if (remainingPages >= left) pages *= growth;
        left = remainingPages;
        return pages;
      },
    });
  } finally {
    source.close();
  }
};

/**
 * Pages as they lie may hold remains of what was deleted; of those nothing comes along. Nobody else
 * reads this copy.
 */
const leaveOutDeleted = (from: string, to: string): void => {
  const copy = new Sqlite(from, { fileMustExist: true });
  try {
    copy.prepare("vacuum into ?").run(to);
  } finally {
    copy.close();
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
