/**
 * What a tick costs with 1,000 schedules and with 1,000,000: `npm run bench:schedules`. Both work on a real SQLite file as it is opened in production, and in each tick the
 * same number of occurrences is due and started. Each figure is the median of five.
 */
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Kysely, sql } from "kysely";
import { kinds } from "../src/activities/kinds.ts";
import { randomIds } from "../src/clock.ts";
import { loadPacks } from "../src/packs/folder.ts";
import { makeLibrary } from "../src/packs/library.ts";
import { make, type Plan } from "../src/schedule/schedule.ts";
import { type OpenedStore, openStore } from "../src/store/open.ts";
import type { Tables } from "../src/store/tables.ts";
import { makeWorkshop, type Workshop } from "../src/workshop.ts";
import { fakePlatform } from "../test/support/fake-platform.ts";
import { manualClock } from "../test/support/manual-clock.ts";
import { temporaryFolder } from "../test/support/process.ts";

const sizes = [1_000, 1_000_000] as const;
const ticks = 5;
const duePerTick = 20;
const minute = 60_000;
/** A Monday, midnight in UTC; the measured ticks lie on its first minutes, everything else after its first hour. */
const start = Date.UTC(2026, 10, 23);

type Measured = { readonly idleMs: number; readonly dueMs: number; readonly outdatedMs: number };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await act();
  return performance.now() - from;
};

const weeklyAt = (at: string): Plan => ({
  rule: { type: "weekly", every: 1, weekday: 1, at, from: "2026-11-23" },
  zone: "UTC",
  skipDates: [],
  from: ["discussion"],
  settings: { anonymous: false, discussion: false, language: "en" },
  end: null,
});

const measure = async (size: number): Promise<Measured> => {
  const file = join(temporaryFolder(), "workshop.db");
  const opened = await openStore(`file:${file}`);
  try {
    for (let tick = 1; tick <= ticks; tick += 1) await fill(opened, `00:0${tick}`, duePerTick, 0);
    await fill(opened, "12:00", size - ticks * duePerTick, 6 * 24 * 60 * minute);
    await assertFilled(opened.database, size);
    return await tickOver(opened);
  } finally {
    await opened.store.close();
    rmSync(dirname(file), { recursive: true });
  }
};

/** Keeps one schedule by the store's own verb and copies its rows; the copies come due up to `spreadMs` later. */
const fill = async ({ store, database }: OpenedStore, at: string, count: number, spreadMs: number): Promise<void> => {
  const id = `at ${at}`;
  const schedule = make({ id, workspace: "w", channel: "c", owner: "fay" }, weeklyAt(at), start);
  await store.commitSchedule({ schedule, expects: null, occurrence: null, starts: [], intent: null });
  await sql`with recursive copy(n) as (select 1 union all select n + 1 from copy where n + 1 < ${count})
    insert into schedules (id, workspace, channel, state, detail, zones, revision)
    select id || ' ' || n, workspace, channel || n, state, detail, zones, revision from schedules, copy
    where id = ${id} and ${count} > 1`.execute(database);
  await sql`insert into due_work (kind, subject, workspace, at, claimed_until)
    select kind, schedules.id, due_work.workspace, at + abs(random()) % (${spreadMs} + 1), 0 from due_work
    join schedules on schedules.id like ${`${id} %`} where subject = ${id}`.execute(database);
};

const assertFilled = async (database: Kysely<Tables>, size: number): Promise<void> => {
  for (const table of ["schedules", "due_work"] as const) {
    const { count } = await database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (count !== size) throw new Error(`${table} holds ${count} rows where ${size} were asked for`);
  }
};

const tickOver = async (opened: OpenedStore): Promise<Measured> => {
  const clock = manualClock(start);
  const workshop = await workshopOn(opened, clock);
  const started = async (): Promise<number> =>
    (await opened.store.in("w").listSessions({ over: false, limit: 1000 })).length;
  const idle: number[] = [];
  const due: number[] = [];
  const outdated: number[] = [];
  await workshop.runDue();
  for (let tick = 1; tick <= ticks; tick += 1) {
    idle.push(await timed(workshop.runDue));
    outdated.push(await timed(workshop.recomputeOutdated));
    clock.advance(minute);
    due.push(await timed(workshop.runDue));
    if ((await started()) !== tick * duePerTick) throw new Error(`${await started()} sessions were started`);
  }
  return { idleMs: median(idle), dueMs: median(due), outdatedMs: median(outdated) };
};

const workshopOn = async ({ store }: OpenedStore, clock: ReturnType<typeof manualClock>): Promise<Workshop> => {
  const loaded = await loadPacks(["packs"], kinds);
  if (loaded.type === "mistakes") throw new Error(JSON.stringify(loaded.mistakes));
  const platform = fakePlatform();
  return makeWorkshop({
    store,
    library: makeLibrary(loaded.packs),
    clock,
    ids: randomIds,
    platformOf: () => platform,
    zone: "UTC",
    wake: () => undefined,
    reportFault: (fault) => {
      throw fault;
    },
  });
};

const [few, many] = sizes;
const small = await measure(few);
const large = await measure(many);
const tell = (what: string, of: keyof Measured): void =>
  print(
    `${what}: ${small[of].toFixed(2)} ms with ${few.toLocaleString("en")} schedules, ${large[of].toFixed(2)} ms with ${many.toLocaleString("en")}, ratio ${(large[of] / small[of]).toFixed(2)}`,
  );
tell(`a tick that starts ${duePerTick} occurrences`, "dueMs");
tell("a tick without anything due", "idleMs");
tell("looking for due times of other zone data", "outdatedMs");
