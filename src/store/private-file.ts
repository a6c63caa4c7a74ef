/** Keeps a SQLite file, and what SQLite writes beside it, from every other user of the machine. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { UnusableDatabase } from "./unusable.ts";

const fileMode = 0o600;
const folderMode = 0o700;

/** What lies beside a database in use; SQLite gives new ones the mode of the database. */
const besides = ["", "-wal", "-shm", "-serving"] as const;

/**
 * Makes the file and its folder where they are missing, and answers where it lies, whatever links
 * lead there. Throws what the system says, and `UnusableDatabase` where the file is a folder.
 */
export const makePrivate = (path: string): string => {
  mkdirSync(dirname(path), { recursive: true, mode: folderMode });
  makeMissing(path);
  const file = realpathSync(path);
  if (statSync(file).isDirectory()) throw new UnusableDatabase("no-folder", path);
  for (const one of besides.map((beside) => `${file}${beside}`)) if (existsSync(one)) restrict(one, fileMode);
  const folder = dirname(file);
  // A folder that holds other things is somebody else's to close.
  if (readdirSync(folder).every((name) => name.startsWith(basename(file)))) restrict(folder, folderMode);
  return file;
};

/**
 * Leaves one that is there alone: where this process has it open already, to open and close it once
 * more would give up the locks that SQLite holds on it.
 */
export const makeMissing = (path: string): void => {
  if (!existsSync(path)) makeEmpty(path, "a");
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
