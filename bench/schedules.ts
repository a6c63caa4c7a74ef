/**
 * What a tick costs with 1,000 schedules and with 1,000,000: `npm run bench:schedules`. Both work
 * on a real SQLite file as it is opened in production, and in each tick the same number of
 * occurrences is due and started. Ticks of the two take turns; each figure, and each ratio, is the
 * median of five.
 */
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { type Kysely, sql } from "kysely";
import type { Plan } from "../src/schedule/plan.ts";
import { make } from "../src/schedule/schedule.ts";
import type { OpenedStore } from "../src/store/open.ts";
import type { Tables } from "../src/store/tables.ts";
import { openWorld, type World } from "../testkit/world.ts";

const sizes = [1_000, 1_000_000] as const;
const ticks = 5;
const duePerTick = 20;
const minute = 60_000;
const day = 24 * 60 * minute;

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

/**
 * The world opens on a Monday at 01:00 in UTC. The measured ticks lie on its first minutes,
 * everything else lies later.
 */
const openFilled = async (size: number): Promise<World> => {
  const world = await openWorld();
  const { opened, clock } = world;
  for (let tick = 1; tick <= ticks; tick += 1) await fill(opened, clock.now(), `01:0${tick}`, duePerTick, 0);
  await fill(opened, clock.now(), "12:00", size - ticks * duePerTick, 6 * day);
  await assertFilled(opened.database, size);
  // What was written in bulk is no longer the next commit's burden.
  await sql`pragma wal_checkpoint(truncate)`.execute(opened.database);
  return world;
};

/**
 * Keeps one schedule by the store's own verb and copies its rows; the copies come due up to
 * `spreadMs` later.
 */
const fill = async (
  { store, database }: OpenedStore,
  now: number,
  at: string,
  count: number,
  spreadMs: number,
): Promise<void> => {
  const id = `at ${at}`;
  const schedule = make({ id, workspace: "w1", channel: "c1", owner: "fay" }, weeklyAt(at), now);
  await store.commitSchedule({ schedule, expects: null, occurrence: null, starts: [], intent: null });
  await sql`with recursive copy(n) as (select 1 union all select n + 1 from copy where n + 1 < ${count})
    insert into schedules (id, workspace, channel, state, detail, zones, revision)
    select id || ' ' || n, workspace, channel || n, state, detail, zones, revision from schedules, copy
    where id = ${id} and ${count} > 1`.execute(database);
  await sql`insert into due_work (kind, subject, person, round, number, zone, workspace, at, claimed_until)
    select kind, schedules.id, '', 0, 0, '', due_work.workspace, at + abs(random()) % (${spreadMs} + 1), 0 from due_work
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

const measureTick = async ({ workshop, clock }: World): Promise<Measured> => {
  const idleMs = await timed(workshop.runDue);
  const outdatedMs = await timed(workshop.recomputeOutdated);
  clock.advance(minute);
  return { idleMs, outdatedMs, dueMs: await timed(workshop.runDue) };
};

const close = async ({ opened, file, faults }: World): Promise<void> => {
  const { length } = await opened.store.in("w1").listSessions({ over: false, limit: 1000 });
  await opened.store.close();
  rmSync(dirname(file), { recursive: true });
  if (length !== ticks * duePerTick) throw new Error(`${length} sessions were started; ${faults.join(", ")}`);
};

const [few, many] = sizes;
const small = await openFilled(few);
const large = await openFilled(many);
for (const world of [small, large]) await world.workshop.runDue();
const rounds: (readonly [Measured, Measured])[] = [];
for (let tick = 1; tick <= ticks; tick += 1) rounds.push([await measureTick(small), await measureTick(large)]);
for (const world of [small, large]) await close(world);

const tell = (what: string, of: keyof Measured): void => {
  const [withFew, withMany] = [median(rounds.map(([one]) => one[of])), median(rounds.map(([, other]) => other[of]))];
  const ratio = median(rounds.map(([one, other]) => other[of] / one[of]));
  print(
    `${what}: ${withFew.toFixed(2)} ms with ${few.toLocaleString("en")} schedules, ${withMany.toFixed(2)} ms with ${many.toLocaleString("en")}, ratio ${ratio.toFixed(2)}`,
  );
};
tell(`a tick that starts ${duePerTick} occurrences`, "dueMs");
tell("a tick without anything due", "idleMs");
tell("looking for due times of other zone data", "outdatedMs");
