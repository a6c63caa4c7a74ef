/**
 * Two processes on one database, SQLite or PostgreSQL, respond, change, end, reveal, close and
 * cancel at once, and change what is asked: no response counts after its round, and none is lost
 * before.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Chance, chanceFrom } from "../testkit/chance.ts";
import { startPostgres } from "../testkit/postgres.ts";
import { temporaryFolder } from "../testkit/process.ts";
import { ownRuns, packRun, type Run } from "./answer-values.ts";
import { type Findings, openLedger } from "./findings.ts";
import { checkRace, type Raced } from "./race-checks.ts";
import { answers, type Done, type Order } from "./race-order.ts";
import { lateIn, watchOnPostgres, watchOnSqlite } from "./race-watch.ts";
import { openRacer, type Racer } from "./race-worker.ts";

type Sizes = {
  readonly seed: number;
  readonly requests: number;
  /** 1 for PostgreSQL; 0 for SQLite. */
  readonly postgres: number;
  readonly ledger: string;
};

const workersCount = 2;
const sessionsAtOnce = 6;
const people = Array.from({ length: 10 }, (_, index) => `p${index}`);
/** All requests of a session fall into this many milliseconds. */
const spanMs = 500;

export const auditRace = async ({ seed, requests, postgres, ledger: path }: Sizes): Promise<Findings> => {
  const cluster = postgres === 0 ? undefined : await startPostgres();
  const database = (await cluster?.createDatabase()) ?? join(temporaryFolder(), "workshop.db");
  const chance = chanceFrom(seed);
  const ledger = openLedger(path);
  const own = await openRacer(database);
  await (cluster === undefined ? watchOnSqlite : watchOnPostgres)(own.opened.database);
  const workers = await Promise.all(Array.from({ length: workersCount }, () => startWorker(database)));
  const wrong: string[] = [];
  let sessions = 0;
  let sent = 0;
  try {
    while (sent < requests) {
      const races = await Promise.all(
        Array.from({ length: sessionsAtOnce }, (_, index) => startRace(own, sessions + index, chance)),
      );
      const raced = await run(workers, races, chance);
      wrong.push(...raced.faults);
      for (const race of races) {
        const done = race.orders.map((order) => ({ order, done: doneOf(raced.done, order) }));
        for (const one of done) ledger.write({ ...one.done, session: race.session, person: one.order.person });
        wrong.push(...(await checkRace(own.opened.database, { session: race.session, done })));
      }
      sessions += races.length;
      sent += races.reduce((sum, race) => sum + race.orders.length, 0);
    }
    wrong.push(...(await lateIn(own.opened.database)));
  } finally {
    for (const worker of workers) worker.kill();
    await own.opened.store.close();
    await cluster?.stop();
    ledger.close();
  }
  return { counts: { requests: sent, sessions, processes: workersCount, ...ledger.counts() }, wrong };
};

const startWorker = async (url: string): Promise<ChildProcess> => {
  const worker = fork(fileURLToPath(new URL("race-worker.ts", import.meta.url)), [url]);
  await once(worker, "message");
  return worker;
};

const doneOf = (all: ReadonlyMap<string, Done>, { id }: Order): Done => {
  const found = all.get(id);
  if (found === undefined) throw new Error(`No process answered ${id}`);
  return found;
};

type Race = { readonly session: string; readonly orders: Raced["done"][number]["order"][] };

const labels = ["Postgres", "SQLite", "DuckDB"] as const;

/** In turn: a pack's scenario, and a question by each method that changes meanwhile. */
const runs = ownRuns(labels).flatMap((run) => [packRun, run]);

const startRace = async ({ workshop, origin, opened }: Racer, index: number, chance: Chance): Promise<Race> => {
  const intent = `start-${chance.next()}`;
  const run = runs[index % runs.length] ?? packRun;
  await workshop.run(origin("fay", { intent }), `${run.words} --discuss`);
  const session = (await opened.store.in("w1").findMade({ name: intent, person: "fay" }))?.session;
  if (session === undefined) throw new Error("No session was started");
  const orders = ordersOf(session, run, chance);
  return { session, orders: run === packRun ? orders : [...orders, ...changesOf(session, run, chance)] };
};

/**
 * Words that change, before or after the first response, and options that are added until after the
 * end of the round; some of them by two people at once.
 */
const changesOf = (session: string, { open }: Run, chance: Chance): readonly Order[] => {
  const change = (person: string, type: string, label: string, values: Readonly<Record<string, string>>): Order => {
    const id = `${session}-${Math.floor(chance.next() * 2 ** 40)}`;
    const token = { type, nonce: id, session, ...(type === "mend" ? {} : { round: 1 }) };
    const delayMs = chance.next() * (type === "mend" ? spanMs / 3 : spanMs);
    return { type: "change", id, person, delayMs, token, values: { ...values }, label };
  };
  const added = people.slice(0, open ? 4 : 0).map((person, index) => {
    const label = `added ${index % 3}`;
    return change(person, "add-option", label, { option: label });
  });
  const question = `Which, ${Math.floor(chance.next() * 1e6)}?`;
  const lines = chance.next() < 0.5 ? labels : labels.slice(1);
  return [...added, change("fay", "mend", "", { question, options: lines.join("\n"), background: "" })];
};

const ordersOf = (session: string, { options, answer }: Run, chance: Chance): Order[] => {
  const id = (): string => `${session}-${Math.floor(chance.next() * 2 ** 40)}`;
  const submit = (person: string, round: number, seen: number, delayMs: number): Order => {
    const nonce = id();
    const token = { type: "respond", nonce, session, round, seen };
    const values = { ...answer(options, chance), reason: nonce, chance: "75" };
    return { type: "submit", id: nonce, person, delayMs, token, values };
  };
  const press = (verb: string, round: number, delayMs: number): Order => {
    return { type: "press", id: id(), person: "fay", delayMs, action: `${verb}:${session}:${round}` };
  };
  /** Each revision is tried twice, in its turn, so that two processes want the same one. */
  const responses = (round: number, from: number, to: number): readonly Order[] =>
    people.flatMap((person) =>
      [0, 0, 1, 1, 2].map((seen) => submit(person, round, seen, from + ((seen + chance.next()) / 3) * (to - from))),
    );
  const middle = spanMs / 2;
  const verbs = [
    press("end-round", 1, middle * (0.3 + chance.next())),
    press("end-round", 1, middle * (0.3 + chance.next())),
    press(chance.pick(["vote-again", "discuss", "reveal"]), 1, spanMs * chance.next()),
    press("vote-again", 1, middle * (0.8 + chance.next())),
    press("end-round", 2, spanMs * (0.6 + chance.next())),
    ...["reveal", "reveal", "close", "close"].map((verb) =>
      press(verb, chance.pick([1, 2]), spanMs * (0.7 + chance.next())),
    ),
    ...(chance.next() < 0.2 ? [press("cancel", chance.pick([1, 2]), spanMs * chance.next())] : []),
  ];
  return [...responses(1, 0, middle * 1.3), ...responses(2, middle, spanMs * 1.3), ...verbs];
};

const run = async (
  workers: readonly ChildProcess[],
  races: readonly Race[],
  chance: Chance,
): Promise<{ readonly done: ReadonlyMap<string, Done>; readonly faults: readonly string[] }> => {
  const shares: Order[][] = workers.map(() => []);
  for (const order of races.flatMap((race) => race.orders)) chance.pick(shares).push(order);
  const told = await Promise.all(
    workers.map(async (worker, index) => {
      const answered = once(worker, "message");
      worker.send(shares[index] ?? []);
      return answers.parse((await answered)[0]);
    }),
  );
  return {
    done: new Map(told.flatMap(({ done }) => done).map((one) => [one.id, one])),
    faults: told.flatMap(({ faults }) => faults),
  };
};
