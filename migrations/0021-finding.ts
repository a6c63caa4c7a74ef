/**
 * What sessions are found by: a text for each, and an index of the text's trigrams, which the
 * database itself keeps whenever a text is written or deleted. Sessions that were there before get
 * theirs as due work.
 */
import { type Kysely, sql } from "kysely";
import type { ColumnTypes } from "./column-types.ts";

export const finding = {
  up: async (database: Kysely<unknown>, types: ColumnTypes): Promise<void> => {
    const { schema } = database;
    await schema
      .createTable("session_texts")
      // Grows with the time at which the session started, so that the newest are found first.
      .addColumn("place", types.counter, (column) => column.primaryKey())
      .addColumn("session", "text", (column) => column.notNull().unique())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      // Who sees to what was decided, and whether anything was.
      .addColumn("owner", "text")
      .addColumn("decided", "integer", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("session_texts_of_channel")
      .on("session_texts")
      .columns(["workspace", "channel", "place"])
      .execute();
    await (types.trigrams === "fts5" ? indexByFts5(database) : indexByArrays(database));
    await sql`insert into due_work (kind, subject, person, round, number, zone, workspace, at, claimed_until)
      select 'finding', '', '', 0, 0, '', '', 0, 0 where exists (select 1 from sessions)`.execute(database);
  },
};

/**
 * The texts lie in their table alone; what is deleted is taken out of the index's pages as well.
 */
const indexByFts5 = async (database: Kysely<unknown>): Promise<void> => {
  await sql`create virtual table session_trigrams using fts5(
    text, content='session_texts', content_rowid='place', tokenize='trigram case_sensitive 1'
  )`.execute(database);
  await sql`insert into session_trigrams (session_trigrams, rank) values ('secure-delete', 1)`.execute(database);
  await sql`create trigger session_texts_added after insert on session_texts begin
    insert into session_trigrams (rowid, text) values (new.place, new.text); end`.execute(database);
  await sql`create trigger session_texts_deleted after delete on session_texts begin
    insert into session_trigrams (session_trigrams, rowid, text) values ('delete', old.place, old.text);
    end`.execute(database);
};

/**
 * The extension pg_trgm knows no Korean where a database's locale is C, as many are; and whoever
 * migrates may not be allowed to create an extension. An array of trigrams is as good an index.
 */
const indexByArrays = async (database: Kysely<unknown>): Promise<void> => {
  await sql`create function workshop_trigrams(whole text) returns text[] language sql immutable strict parallel safe
    as $$ select coalesce(array_agg(distinct letters[at] || letters[at + 1] || letters[at + 2]), '{}')
      from string_to_array(whole, null) as letters, generate_series(1, cardinality(letters) - 2) as at $$`.execute(
    database,
  );
  await sql`alter table session_texts
    add column trigrams text[] generated always as (workshop_trigrams(text)) stored`.execute(database);
  await sql`create index session_texts_trigrams on session_texts using gin (trigrams)`.execute(database);
};
