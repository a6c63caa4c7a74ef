/**
 * Signed Slack submissions under load, while the program is killed at random moments and started
 * again: nothing acknowledged is lost, nothing refused is kept, and the last card equals the state.
 */
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, chanceFrom } from "../testkit/chance.ts";
import { startPostgres } from "../testkit/postgres.ts";
import { type Program, startProgram, temporaryFolder } from "../testkit/process.ts";
import { openSlackServer, type SlackServer } from "../testkit/slack/server.ts";
import { checkCards, checkResponses } from "./crash-checks.ts";
import { auditErasure } from "./crash-erasure.ts";
import { type Findings, type Ledger, openLedger } from "./findings.ts";
import { type Responder, responderIn, startSession, type Target } from "./responder.ts";

type Sizes = {
  readonly seed: number;
  readonly kills: number;
  readonly people: number;
  /** The longest that the load runs before a kill, in milliseconds. */
  readonly load: number;
  /** 1 for PostgreSQL, where another process goes on serving while one is killed; 0 for SQLite. */
  readonly postgres: number;
  readonly ledger: string;
};

/**
 * A session takes this many kills; then its cards are compared. On SQLite another kill follows
 * while the key of an anonymous one is erased, before the next begins.
 */
const killsPerSession = 25;

type Run = {
  readonly chance: Chance;
  readonly loadMsMax: number;
  readonly server: SlackServer;
  readonly ledger: Ledger;
  readonly database: string;
  readonly restart: () => Promise<Program>;
  /** The process that isn't killed. */
  readonly beside: Program | undefined;
};

export const auditCrash = async ({ seed, kills, people, load, postgres, ledger: path }: Sizes): Promise<Findings> => {
  const server = await openSlackServer(people);
  const ledger = openLedger(path);
  const cluster = postgres === 0 ? undefined : await startPostgres();
  const database = (await cluster?.createDatabase()) ?? join(temporaryFolder(), "workshop.db");
  const env = { HOST: "127.0.0.1", LOG_LEVEL: "silent", ...server.env };
  const restart = () => startProgram({ database, env });
  const beside = cluster === undefined ? undefined : await restart();
  const run: Run = { beside, chance: chanceFrom(seed), loadMsMax: load, server, ledger, database, restart };
  const wrong: string[] = [];
  let [sessions, erasures] = [0, 0];
  try {
    for (let left = kills; left > 0; left -= killsPerSession) {
      wrong.push(...(await auditSession(run, Math.min(left, killsPerSession))));
      sessions += 1;
      if (cluster !== undefined) continue;
      wrong.push(...(await auditErasure(run)));
      erasures += 1;
    }
  } finally {
    ledger.close();
    await beside?.stop();
    await cluster?.stop();
    await server.close();
  }
  return { counts: { kills, sessions, "kills while a key is erased": erasures, ...ledger.counts() }, wrong };
};

const auditSession = async (run: Run, kills: number): Promise<readonly string[]> => {
  const { server, chance, ledger, database } = run;
  let program = await run.restart();
  const address = (): string =>
    run.beside !== undefined && chance.next() < 0.5 ? run.beside.address : program.address;
  const target: Target = { server, address, ...(await startSession(server, program.address)) };
  const responders = server.people.map((person) => responderIn(target, person, chance, ledger));
  for (let killed = 0; killed < kills; killed += 1) {
    const load = startLoad(responders);
    // On a busy machine hardly anything would be answered before the kill.
    if (chance.next() < 0.5) await load.answered;
    await sleep(chance.below(run.loadMsMax));
    await program.kill();
    await load.stop();
    program = await run.restart();
  }
  // Whoever got no answer presses the button again; what stays unknown may be either.
  for (const responder of responders) if (chance.next() < 0.5) await responder.resolve();
  try {
    const wrong = await checkCards(target, database);
    return [...wrong, ...(await checkResponses(target, responders, database))];
  } finally {
    await program.stop();
    server.messages.length = 0;
    server.calls.length = 0;
  }
};

type Load = {
  /** Resolves with the first answer. */
  readonly answered: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Everyone submits, one request after the other, until it is stopped. */
const startLoad = (responders: readonly Responder[]): Load => {
  let stopped = false;
  const first = Promise.withResolvers<void>();
  const loops = responders.map(async (responder) => {
    while (!stopped) {
      const outcome = await responder.submit();
      first.resolve();
      if (outcome === "unknown") return;
    }
  });
  return {
    answered: first.promise,
    stop: async () => {
      stopped = true;
      await Promise.all(loops);
    },
  };
};
