/**
 * The program as an operator runs it, and others beside it: a process of its own, that can be
 * killed and started again.
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
  readonly pid: number;
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
  /** Of Node. */
  readonly flags?: readonly string[];
};

/** Starts `src/main.ts`, as `startNode` does. */
export const startProgram = ({ database, port = 0, env = {}, flags = [] }: Settings): Promise<Program> =>
  startNode([...flags, "src/main.ts"], { PORT: String(port), DATABASE_URL: addressOf(database), ...env });

/**
 * Starts Node, and resolves when it prints an address. Rejects with its output when it exits
 * before.
 */
export const startNode = async (given: readonly string[], env: Readonly<Record<string, string>>): Promise<Program> => {
  const child = spawn(process.execPath, given, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = (): boolean => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
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
    pid: child.pid ?? 0,
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
