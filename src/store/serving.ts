/** Sees to it that one process at a time serves a SQLite file. */
import Sqlite from "better-sqlite3";
import { makeMissing, makePrivate } from "./private-file.ts";
import { isLocked } from "./sqlite-driver.ts";
import { UnusableDatabase } from "./unusable.ts";

/** One that is just being stopped gets this long, in milliseconds; nobody is served yet. */
const waitMs = 1_000;

/**
 * Takes the file in hand until `release`, or until this process ends in whatever way: what is held
 * is a lock of the system's, on a file beside it, so that commands beside a running program are not
 * in its way, and nothing of it survives. Throws where another process, or this one, has it.
 */
export const takeInHand = (file: string): { readonly release: () => void } => {
  const serving = `${makePrivate(file)}-serving`;
  makeMissing(serving);
  const lock = new Sqlite(serving, { timeout: waitMs });
  try {
    // Nothing is ever written, so that it needs no journal.
    lock.pragma("journal_mode = memory");
    lock.exec("begin exclusive");
  } catch (fault) {
    lock.close();
    throw isLocked(fault) ? new UnusableDatabase("served", file, fault) : fault;
  }
  return { release: () => void lock.close() };
};
