/** Which addresses of databases are understood, and what is said of others. */
import { expect, test } from "vitest";
import { readConfig } from "../../src/operating/config.ts";
import { openStore } from "../../src/store/open.ts";

test.each(["file:./data/workshop.db", "postgres://me@host/db", "postgresql://me:secret@host:5432/db?sslmode=require"])(
  "%s is taken",
  (url) => {
    expect(readConfig({ DATABASE_URL: url }, []).databaseUrl).toBe(url);
  },
);

test.each([
  "mysql://me:secret@host/db",
  "postgres:me:secret",
  "postgres://",
  "postgres://me:secret@ho st/db",
  "secret",
  "",
])("“%s” is refused with what was expected, and its password is not repeated", async (url) => {
  expect(() => readConfig({ DATABASE_URL: url }, [])).toThrow(
    /^(?!.*secret).*DATABASE_URL: expected file:….*postgres:/s,
  );
  await expect(openStore(url)).rejects.toThrow(/^(?!.*secret).*DATABASE_URL: expected file:….*postgres:/s);
});

test("a PostgreSQL that isn't there is told by its host, without the password", async () => {
  await expect(openStore("postgres://me:secret@localhost:1/db")).rejects.toThrow(
    /^(?!.*secret)DATABASE_URL: PostgreSQL at localhost:1 could not be opened: .*ECONNREFUSED/s,
  );
});
