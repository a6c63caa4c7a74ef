/**
 * No answer leaves before its bytes are synced, as the system calls show; and the same check fails
 * where SQLite is told not to sync every commit.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { peopleOf } from "../testkit/playground/people.ts";
import { temporaryFolder } from "../testkit/process.ts";
import { type Findings, openLedger } from "./findings.ts";
import { readTrace, type Traced, tracedCalls } from "./order-trace.ts";

type Sizes = { readonly seed: number; readonly responses: number; readonly ledger: string };

export const auditOrder = async ({ responses, ledger }: Sizes): Promise<Findings> => {
  const full = await trace("src/main.ts", responses, ledger);
  const normal = await trace("audit/order-entry.ts", responses, ledger);
  return {
    counts: {
      responses,
      "answers at FULL": full.answers,
      "syncs at FULL": full.syncs,
      "early at FULL": full.early.length,
      "early at NORMAL": normal.early.length,
    },
    wrong: [
      ...full.early.map((text) => `an answer left before its bytes were synced: ${text}`),
      ...(full.syncs >= responses ? [] : [`${full.syncs} syncs for ${responses} responses one after the other`]),
      ...(full.walWrites >= responses && full.answers >= responses ? [] : ["the trace doesn't show the responses"]),
      ...(normal.early.length > 0
        ? []
        : ["at synchronous=NORMAL nothing was noticed, so that this audit shows nothing"]),
    ],
  };
};

const trace = async (entry: string, responses: number, ledger: string): Promise<Traced> => {
  const folder = temporaryFolder();
  const file = join(folder, "trace");
  const env = { ...process.env, PORT: "0", LOG_LEVEL: "silent", DATABASE_URL: `file:${join(folder, "workshop.db")}` };
  const program = ["-f", "-yy", "-s", "0", "-e", `trace=${tracedCalls}`, "-o", file, process.execPath, entry];
  const child = spawn("strace", program, { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    await respondOneByOne(await addressOf(child), responses, ledger);
  } finally {
    const exited = once(child, "exit");
    stopTraced(child.pid ?? 0);
    await exited;
  }
  return readTrace(readFileSync(file, "utf8"));
};

/** `strace` takes no signal while it writes to a file, and ends with the program it traces. */
const stopTraced = (tracer: number): void => {
  const traced = readFileSync(`/proc/${tracer}/task/${tracer}/children`, "utf8").trim().split(" ");
  for (const pid of traced) process.kill(Number(pid), "SIGTERM");
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on("error", reject);
    child.on("exit", () => reject(new Error(`The traced program ended: ${output}`)));
  });

const respondOneByOne = async (address: string, responses: number, path: string): Promise<void> => {
  const people = peopleOf(address);
  const ledger = openLedger(path);
  const session = await people.start("minji", "startup-support-chatbot");
  for (let seen = 0; seen < responses; seen += 1) {
    const token = { type: "respond", nonce: `n${seen}`, session, round: 1, seen };
    const answer = await people.submit("jihoon", token, { choice: "rag", reason: `r${seen}`, chance: "75" });
    const ok = answer.type === "card";
    ledger.write({ seen, outcome: ok ? "ok" : "refused" });
    if (!ok) throw new Error(`Response ${seen} was answered ${JSON.stringify(answer)}`);
  }
  ledger.close();
};
