/** A second connection to the SQLite file that locks it, as a shell or another program would. */
import { setTimeout } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { Fuse } from "./fault-plans.ts";

/** In milliseconds: well below what the program waits for a lock, and beyond it. */
const heldMs = { "let go in time": 100, "held too long": 2_200 } as const;

export type FileLock = {
  /** Takes the lock as soon as it is free, and lets it go by itself. */
  readonly take: () => void;
  /** Resolves when it is let go, and closes the connection. */
  readonly close: () => Promise<void>;
};

export const makeFileLock = (file: string, { kind }: Fuse): FileLock => {
  let held = Promise.resolve();
  const hold = async (): Promise<void> => {
    const connection = new Sqlite(file, { timeout: 0 });
    try {
      while (!begin(connection)) await setTimeout(1);
      await setTimeout(kind === "held too long" ? heldMs[kind] : heldMs["let go in time"]);
    } finally {
      connection.close();
    }
  };
  return {
    take: () => {
      held = hold();
    },
    close: () => held,
  };
};

const begin = (connection: Sqlite.Database): boolean => {
  try {
    connection.exec("begin immediate");
    return true;
  } catch (fault) {
    if (fault instanceof Sqlite.SqliteError && fault.code === "SQLITE_BUSY") return false;
    throw fault;
  }
};
