/**
 * Makes a PostgreSQL on this machine answer nothing, as one does that hangs: its lines stay open,
 * and nobody is told.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/**
 * Stops every process of the server where it stands; the answer lets them go on. Only for a server
 * of the test's own.
 */
export const pausePostgres = async (address: string): Promise<() => void> => {
  const client = new Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ pid: number; folder: string }>(
    "select pid, current_setting('data_directory') as folder from pg_stat_activity",
  );
  await client.end();
  // The first one starts all others.
  const [first] = readFileSync(join(rows[0]?.folder ?? "", "postmaster.pid"), "utf8").split("\n");
  const processes = [Number(first), ...rows.map(({ pid }) => pid)];
  for (const pid of processes) signal(pid, "SIGSTOP");
  return () => {
    for (const pid of processes) signal(pid, "SIGCONT");
  };
};

/** The one that answered has ended. */
const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {}
};
