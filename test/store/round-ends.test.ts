/** What the ends of schedules' rounds were typed as becomes what they mean. */
import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { expect, test } from "vitest";
import { roundEnds } from "../../migrations/0013-round-ends.ts";

const minuteMs = 60_000;

test.each([
  ["30m", { type: "after", spanMs: 30 * minuteMs }],
  ["2 H", { type: "after", spanMs: 120 * minuteMs }],
  ["1w", { type: "after", spanMs: 10_080 * minuteMs }],
  ["30분", { type: "after", spanMs: 30 * minuteMs }],
  ["2시간", { type: "after", spanMs: 120 * minuteMs }],
  ["3일", { type: "after", spanMs: 4_320 * minuteMs }],
  ["1 주", { type: "after", spanMs: 10_080 * minuteMs }],
  ["9:05", { type: "at", wall: "09:05" }],
  [" 17:00 ", { type: "at", wall: "17:00" }],
  ["soon", null],
  [null, null],
])("%s", async (typed, meant) => {
  const database = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Sqlite(":memory:") }) });
  await sql`create table schedules (id text, detail text)`.execute(database);
  const detail = { owner: "end", rule: { at: "10:00" }, end: typed };
  await sql`insert into schedules values ('s', ${JSON.stringify(detail)})`.execute(database);
  await roundEnds.up(database);
  const { rows } = await sql<{ detail: string }>`select detail from schedules`.execute(database);
  await database.destroy();
  expect(rows.map((row): unknown => JSON.parse(row.detail))).toEqual([{ ...detail, end: meant }]);
});
