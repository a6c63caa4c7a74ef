/**
 * What a response costs with millions stored beside an empty database. `--stored 10000000` says how
 * many; the rows are written by SQL, which is no part of the time.
 */
import { statSync } from "node:fs";
import { sql } from "kysely";
import { type Clock, systemClock } from "../src/clock.ts";
import { openWorldBy, type World } from "../testkit/world.ts";
import { percentile, print, printRatio } from "./support/figures.ts";
import { respondAll } from "./support/respond-all.ts";
import { activity } from "./support/session.ts";

const given = process.argv.indexOf("--stored");
const stored = given < 0 ? 1_000_000 : Number(process.argv[given + 1]);
const perSession = 100;
const runs = 5;
const people = Array.from({ length: 2_000 }, (_, index) => `P${index}`);

const begin = async (world: World<Clock>): Promise<string> => (await world.start("fay", `start ${activity}`)).id;

/**
 * Sessions of a hundred responses each, with the intents that came with them, like one that was
 * started in earnest.
 */
const fill = async (world: World<Clock>): Promise<void> => {
  const { database } = world.opened;
  const model = await begin(world);
  const sessions = Math.ceil(stored / perSession);
  const numbers = (count: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1})`;
  await sql`${numbers(sessions)} insert into sessions (id, workspace, channel, activity, detail, state, round, deadline, started_at, revision)
    select 's' || i, workspace, channel || (i % 1000), activity, detail, 'closed', 1, null, started_at - i, revision from n, (select * from sessions where id = ${model})`.execute(
    database,
  );
  const step = 1_000;
  for (let from = 0; from < sessions; from += step) {
    const of = sql`with recursive s(i) as (select ${sql.lit(from)} union all select i + 1 from s where i < ${Math.min(from + step, sessions) - 1}),
      p(j) as (select 0 union all select j + 1 from p where j < ${perSession - 1})`;
    await sql`${of} insert into responses (session, round, participant, revision, answer, at)
      select 's' || i, 1, 'P' || ((i * 37 + j) % 100000) || '-' || j, 1, '{"choice":"rag","reason":"The answers stand in the FAQ already.","confidence":80}', 1 from s, p`.execute(
      database,
    );
    await sql`${of} insert into intents (workspace, intent, person, revision, round, session)
      select 'w1', lower(hex(randomblob(16))), 'P' || ((i * 37 + j) % 100000) || '-' || j, 1, 1, 's' || i from s, p`.execute(
      database,
    );
  }
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
};

const measure = async (world: World<Clock>): Promise<number> => {
  const session = await begin(world);
  const startedAt = performance.now();
  await respondAll(world, session, people);
  return ((performance.now() - startedAt) * 1000) / people.length;
};

export const run = async (): Promise<void> => {
  const full = await openWorldBy(systemClock);
  await fill(full);
  const empty = await openWorldBy(systemClock);
  const measured: { readonly ours: number; readonly floor: number }[] = [];
  // The first round warms up and isn't counted.
  for (let round = 0; round <= runs; round += 1) {
    const pair = { floor: await measure(empty), ours: await measure(full) };
    if (round > 0) measured.push(pair);
  }
  print(
    `${stored.toLocaleString("en")} stored responses, a database of ${Math.round(statSync(full.file).size / 1e6).toLocaleString("en")} MB`,
  );
  printRatio("A response, of 50 at once", "µs", measured, "at most 1.2");
  print(
    `Slowest run: ${Math.round(
      percentile(
        measured.map(({ ours }) => ours),
        100,
      ),
    )} µs a response`,
  );
  await full.opened.store.close();
  await empty.opened.store.close();
};
