/** Whether a request changed anything: all tables are compared, before it and after. */
import { sql } from "kysely";
import { expect } from "vitest";
import type { Reply } from "../../src/requests/request.ts";
import { sentenceOf, type World } from "../../testkit/world.ts";

/** Everything that is kept, as one string. */
export const keptIn = async ({ opened: { database } }: World): Promise<string> => {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(database);
  const rows = await Promise.all(
    tables.rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(database)),
  );
  return JSON.stringify(rows.map((table) => table.rows));
};

/**
 * Sends it, and answers what the person reads, having made sure that it was refused and nothing was
 * written.
 */
export const refusalOf = async (world: World, sent: () => Promise<Reply>): Promise<string> => {
  const before = await keptIn(world);
  const reply = await sent();
  expect(await keptIn(world)).toBe(before);
  expect(reply.type).toBe("refused");
  return sentenceOf(reply);
};
