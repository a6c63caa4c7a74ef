/**
 * Reads what `strace` saw: whether any answer left by a socket while bytes of the database's log
 * were written but not yet synced.
 */

export type Traced = {
  readonly walWrites: number;
  readonly syncs: number;
  readonly answers: number;
  /** Answers that left while bytes were unsynced, as lines of the trace. */
  readonly early: readonly string[];
};

/** The calls to be traced. */
export const tracedCalls = "write,writev,pwrite64,pwritev,sendto,sendmsg,fdatasync,fsync";

const line = /^(\d+)\s+(?:(\w+)\((\d+)<([^>]*(?:->[^>]*)?)>|<\.\.\. (\w+) resumed>)/;

/**
 * Takes the lines of `strace -f -yy` in their order. A sync counts from its return on, a write from
 * its call on.
 */
export const readTrace = (trace: string): Traced => {
  let walWrites = 0;
  let syncs = 0;
  let answers = 0;
  let unsynced = 0;
  const early: string[] = [];
  /** Syncs of the log that have begun in a thread and not returned. */
  const syncing = new Set<string>();
  for (const text of trace.split("\n")) {
    const [, thread = "", call, , file = "", resumed] = line.exec(text) ?? [];
    const isSync = call === "fdatasync" || call === "fsync";
    const ofWal = file.endsWith("-wal");
    if (isSync && ofWal && text.includes("<unfinished")) syncing.add(thread);
    const ended = resumed?.endsWith("sync") === true && syncing.delete(thread);
    if (ended || (isSync && ofWal && !text.includes("<unfinished"))) {
      syncs += 1;
      unsynced = 0;
    } else if (call !== undefined && !isSync && ofWal) {
      walWrites += 1;
      unsynced += 1;
    } else if (call !== undefined && /^TCP/.test(file)) {
      answers += 1;
      if (unsynced > 0) early.push(text);
    }
  }
  return { walWrites, syncs, answers, early };
};
