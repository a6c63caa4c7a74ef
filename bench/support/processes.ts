/** The processes that are measured, each apart from what loads it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Program, startNode, startProgram, temporaryFolder } from "../../testkit/process.ts";
import type { LightSlackServer } from "../../testkit/slack/light-server.ts";

const flags = process.env.BENCH_NODE_FLAGS?.split(" ").filter(Boolean) ?? [];

/** An empty place for a database, as a file. */
export const freshFile = (): string => join(temporaryFolder(), "workshop.db");

const start = (env: Readonly<Record<string, string>>): Promise<Program> => {
  return startProgram({ database: freshFile(), flags, env: { HOST: "127.0.0.1", LOG_LEVEL: "warn", ...env } });
};

/** The program itself with Slack alone. */
export const startWorkshop = (server: LightSlackServer): Promise<Program> => start(server.env);

/** The program itself with Teams alone. */
export const startWorkshopForTeams = (): Promise<Program> => start({ TEAMS_LOCAL: "1", WORKSHOP_PLAYGROUND: "0" });

export const startBareTeams = (): Promise<Program> => startNode([...flags, "bench/support/bare-teams.ts"], {});

export const startBareBolt = ({ env, team }: LightSlackServer): Promise<Program> =>
  startNode([...flags, "bench/support/bare-bolt.ts"], { ...env, SLACK_TEAM: team });

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
