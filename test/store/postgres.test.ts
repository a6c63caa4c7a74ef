/** What is PostgreSQL's alone: its settings, its clock, and lines that break. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { sharePostgres } from "../../testkit/postgres.ts";
import { openWorld } from "../../testkit/world.ts";

let server: Awaited<ReturnType<typeof sharePostgres>>;
beforeAll(async () => {
  server = await sharePostgres();
});

test("every connection waits for the disk, also where the database's default is not to", async () => {
  const url = await server.createDatabase();
  const first = await openStore(url);
  await sql`alter database ${sql.id(new URL(url).pathname.slice(1))} set synchronous_commit = off`.execute(
    first.database,
  );
  await first.store.close();
  const { store, database } = await openStore(url);
  const read = () =>
    database.connection().execute(async (connection) => {
      const { rows } = await sql<{ found: string }>`select current_setting('synchronous_commit') as found`.execute(
        connection,
      );
      await sql`select pg_sleep(0.01)`.execute(connection);
      return rows[0]?.found;
    });
  // More than one at a time, so that the pool opens more.
  expect(new Set(await Promise.all([1, 2, 3, 4].map(read)))).toEqual(new Set(["on"]));
  await store.close();
});

test("a database whose texts aren't in UTF-8 is refused", async () => {
  const url = await server.createDatabase("encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0");
  await expect(openStore(url)).rejects.toThrow("server_encoding at SQL_ASCII where UTF8 is needed");
});

test("its clock is the database's, whatever this machine's says", async () => {
  const url = await server.createDatabase();
  const { store, database } = await openStore(url);
  // The server's clock can't be set here, so the database gets another that is an hour ahead.
  await sql`create function public.clock_timestamp() returns timestamptz language sql as $$ select pg_catalog.clock_timestamp() + interval '1 hour' $$`.execute(
    database,
  );
  await sql`alter database ${sql.id(new URL(url).pathname.slice(1))} set search_path = public, pg_catalog`.execute(
    database,
  );
  await store.close();
  const ahead = await openStore(url);
  const before = Date.now();
  expect(ahead.clock.now() - before).toBeGreaterThan(50 * 60_000);
  expect(Number.isSafeInteger(ahead.clock.now())).toBe(true);
  await ahead.store.close();
});

test("when the server drops every line, what was under way fails with a sentence, and the next request goes well", async () => {
  const url = await server.createDatabase();
  const world = await openWorld(url);
  const session = await world.start("fay", "start startup-support-chatbot");
  const other = await openStore(url);
  const drop = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      other.database,
    );
  const people = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const tokens = await Promise.all(people.map((person) => world.askToRespond(person, session)));
  const values = { choice: "rag", reason: "r" };
  const submit = (person: string, index: number) => world.workshop.submit(world.origin(person), tokens[index], values);
  const [, ...replies] = await Promise.all([drop(), ...people.map(submit)]);
  const accepted = people.filter((_, index) => replies[index]?.type === "card");
  const store = world.opened.store.in("w1");
  // Idle lines that broke are noticed by the first that uses each: more at once than there are
  // lines use them all.
  await Promise.allSettled(people.map(() => store.loadSession(session.id)));
  const kept = (await store.loadResponses(session.id)).map(({ participant }) => participant);
  expect(kept).toEqual(expect.arrayContaining(accepted));
  // Sent again, each is accepted, or was kept the first time.
  const again = await Promise.all(people.map(submit));
  expect(new Set(again.map(({ type }) => type))).toEqual(new Set(["card"]));
  expect(await store.loadResponses(session.id)).toHaveLength(people.length);
  await world.opened.store.close();
  await other.store.close();
});
