/** What the shipped packs hold, read once a process: anew it costs more than most tests. */
import { readLibrary } from "../src/operating/read-library.ts";
import type { Library } from "../src/packs/library.ts";

let read: Promise<Library> | undefined;

/** Nothing changes what it answers, so all worlds of a process share it. */
export const shippedLibrary = (): Promise<Library> => {
  read ??= readLibrary(["packs"], "en");
  return read;
};
