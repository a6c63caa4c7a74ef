/**
 * What finding costs among 1,000,000 sessions beside 1,000: `--sessions 1000000` says how many; the
 * rows are written by SQL, which is no part of the time. What is asked for stands in as many
 * sessions of both, but for the frequent word, which stands in all.
 */
import { statSync } from "node:fs";
import { sql } from "kysely";
import { type Clock, systemClock } from "../src/clock.ts";
import { termsOf } from "../src/search/terms.ts";
import { sessionStates } from "../src/session/session.ts";
import { openWorldBy, type World } from "../testkit/world.ts";
import { median, print, rounded } from "./support/figures.ts";

const given = process.argv.indexOf("--sessions");
const many = given < 0 ? 1_000_000 : Number(process.argv[given + 1]);
const few = 1_000;
const rounds = 9;
const rare = 20;

const questions = [
  { name: "a word of 20 sessions", asked: "giraffe" },
  { name: "two letters of 20 sessions, in Korean", asked: "기린" },
  { name: "a word of all sessions", asked: "database" },
  { name: "a word of none", asked: "okapi" },
  { name: "a page of the history", asked: "" },
] as const;

/** One real session, and copies of it with texts of their own; the rare words are spread evenly. */
const openFilled = async (size: number): Promise<World<Clock>> => {
  const world = await openWorldBy(systemClock);
  const { database } = world.opened;
  const { id } = await world.start("fay", 'ask "Which database?" "Postgres" "SQLite"');
  await world.press("fay", await world.session(id), "cancel");
  const step = Math.floor(size / rare);
  const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(size - 1)})`;
  await sql`${numbers} insert into sessions (id, workspace, channel, activity, detail, state, round, deadline, started_at, revision)
    select 's' || i, workspace, channel, activity, detail, 'closed', 1, null, started_at - i, revision
    from n, (select * from sessions where id = ${id})`.execute(database);
  await sql`${numbers} insert into session_texts (place, session, workspace, channel, owner, decided, text)
    select place - i * 1000, 's' || i, workspace, channel, null, 0,
      text || ' ' || hex(randomblob(40)) || iif(i % ${sql.lit(step)} = 0, ' giraffe 기린' || char(10) || '·기린·', '')
    from n, (select * from session_texts where session = ${id})`.execute(database);
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
  return world;
};

const ask = async ({ opened }: World<Clock>, asked: string): Promise<number> => {
  const from = performance.now();
  const query = { terms: termsOf(asked), channels: ["c1"], states: sessionStates, limit: 9 };
  await opened.store.in("w1").findSessions(query);
  return performance.now() - from;
};

export const run = async (): Promise<void> => {
  const [small, large] = [await openFilled(few), await openFilled(many)];
  print(`${many.toLocaleString("en")} sessions, a database of ${Math.round(statSync(large.file).size / 1e6)} MB`);
  for (const { name, asked } of questions) {
    const measured: { readonly one: number; readonly other: number }[] = [];
    // The first round warms up and isn't counted.
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { one: await ask(small, asked), other: await ask(large, asked) };
      if (round > 0) measured.push(pair);
    }
    const ratio = median(measured.map(({ one, other }) => other / one));
    const [one, other] = [median(measured.map((pair) => pair.one)), median(measured.map((pair) => pair.other))];
    print(
      `${name}: ${rounded(one)} ms among ${few.toLocaleString("en")}, ${rounded(other)} ms, ratio ${rounded(ratio)}`,
    );
  }
  for (const { opened } of [small, large]) await opened.store.close();
};
