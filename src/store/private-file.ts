/** Keeps a SQLite file, and what SQLite writes beside it, from every other user of the machine. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";

const fileMode = 0o600;
const folderMode = 0o700;

/** What lies beside a database in use; SQLite gives new ones the mode of the database. */
const besides = ["", "-wal", "-shm", "-serving"] as const;

/**
 * Makes the file and its folder where they are missing. Throws what the system says, also where the
 * file is a folder.
 */
export const makePrivate = (file: string): void => {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: folderMode });
  makeEmpty(file, "a");
  for (const path of besides.map((beside) => `${file}${beside}`)) if (existsSync(path)) restrict(path, fileMode);
  // A folder that holds other things is somebody else's to close.
  if (readdirSync(folder).every((name) => name.startsWith(basename(file)))) restrict(folder, folderMode);
};

/**
 * Makes an empty file that nobody else can read. `flags` as in `open`: with `wx` it must not be
 * there yet.
 */
export const makeEmpty = (path: string, flags: "a" | "wx"): void => closeSync(openSync(path, flags, fileMode));

/**
 * Where they belong to another user, whom they were handed by on purpose, they stay as they are.
 */
const restrict = (path: string, mode: number): void => {
  try {
    chmodSync(path, mode);
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "EPERM")) throw fault;
  }
};
