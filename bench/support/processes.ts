/** The processes that are measured, each apart from what loads it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signingSecret } from "./requests.ts";
import type { SlackStub } from "./slack-stub.ts";

export type Measured = {
  readonly address: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

export const freshFile = (): string => join(mkdtempSync(join(tmpdir(), "workshop-bench-")), "workshop.db");

const start = async (file: string, env: Readonly<Record<string, string>>): Promise<Measured> => {
  const flags = process.env.BENCH_NODE_FLAGS?.split(" ").filter(Boolean) ?? [];
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = (): boolean => child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  const address = await addressOf(child);
  return {
    address,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      const found = /http:\/\/[\d.]+:\d+/.exec(chunk.toString())?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error("The measured process ended before it listened")));
  });

/** The program itself with Slack alone, on a database file. */
export const startWorkshop = (stub: SlackStub, database = freshFile()): Promise<Measured> =>
  start("src/main.ts", {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${database}`,
    SLACK_BOT_TOKEN: "xoxb-bench",
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: stub.apiUrl,
    LOG_LEVEL: "warn",
  });

/** The program itself with Teams alone, on a database file. */
export const startWorkshopForTeams = (database = freshFile()): Promise<Measured> =>
  start("src/main.ts", {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${database}`,
    TEAMS_LOCAL: "1",
    WORKSHOP_PLAYGROUND: "0",
    LOG_LEVEL: "warn",
  });

export const startBareTeams = (): Promise<Measured> => start("bench/support/bare-teams.ts", {});

export const startBareBolt = (): Promise<Measured> =>
  start("bench/support/bare-bolt.ts", { SLACK_SIGNING_SECRET: signingSecret });

/** What a process has used of the processors so far, in milliseconds (Linux). */
export const cpuMsOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const ticksMs = 10;
  return (Number(fields[11]) + Number(fields[12])) * ticksMs;
};

/** What a process holds in memory, in MB of 1,000,000 bytes (Linux). */
export const residentMbOf = (pid: number): number => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kilobytes) * 1024) / 1_000_000;
};
