/**
 * The program as an operator runs it: a process of its own, on a database file, that can be killed
 * and started again.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf } from "./databases.ts";

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "workshop-"));

export type Program = {
  readonly address: string;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** SIGKILL: no chance to tidy up. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
};

type Settings = {
  /** A file, or the address of a database on PostgreSQL. */
  readonly database: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * Starts `src/main.ts` and resolves when it prints its address. Rejects with its output when it
 * exits before.
 */
export const startProgram = async ({ database, port = 0, env = {} }: Settings): Promise<Program> => {
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: addressOf(database), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const found = /http:\/\/[\w.]+:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", () => reject(new Error(output)));
  });
  return {
    address,
    output: () => output,
    kill: async () => {
      await end(child, "SIGKILL");
    },
    stop: () => end(child, "SIGTERM"),
  };
};

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, "exit");
  return child.exitCode;
};
