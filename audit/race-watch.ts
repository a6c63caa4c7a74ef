/**
 * Lets the database itself note every response that is committed while its round isn't open, or
 * after what it answers has changed, since every form of the race was opened before: by a trigger,
 * since a response decided on before the end and written after it can't be told from the outside.
 */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../src/store/tables.ts";

type Database = Kysely<Tables>;

const createNotes = sql`create table audit_late (session text, participant text, round integer)`;

/**
 * SQLite writes one transaction at a time, so that a trigger sees the session as it is when the
 * response is committed.
 */
export const watchOnSqlite = async (database: Database): Promise<void> => {
  await createNotes.execute(database);
  await sql`create trigger audit_rounds after insert on responses
    when not exists (
      select 1 from sessions where id = new.session and state = 'collecting' and round = new.round
        and json_extract(detail, '$.changes.edition') = 0)
    begin insert into audit_late values (new.session, new.participant, new.round); end`.execute(database);
};

/**
 * PostgreSQL writes several beside each other. What the same transaction did before is looked at
 * when the response is written; what others did, when it commits: then the session's row is held,
 * so that whoever is ending the round has either committed, and is seen, or commits later. Held any
 * sooner, it would mend what it looks for. A row whose writer is in progress, and that is seen all
 * the same, is of this transaction itself, which ended the round after the response.
 */
export const watchOnPostgres = async (database: Database): Promise<void> => {
  await createNotes.execute(database);
  const isOpen = sql`id = new.session and state = 'collecting' and round = new.round
    and detail::json #>> '{changes,edition}' = '0'`;
  const isOwn = sql`id = new.session and pg_xact_status(xmin::text::xid8) = 'in progress'`;
  const noteUnless = (found: typeof isOpen) => sql`returns trigger language plpgsql as $$ begin
    perform 1 from sessions where ${found};
    if not found then insert into audit_late values (new.session, new.participant, new.round); end if;
    return null;
  end $$`;
  const statements = [
    sql`create function audit_written() ${noteUnless(isOpen)}`,
    sql`create function audit_committed() ${noteUnless(sql`(${isOpen}) or (${isOwn}) for share`)}`,
    sql`create trigger audit_written after insert on responses for each row execute function audit_written()`,
    sql`create constraint trigger audit_committed after insert on responses
      deferrable initially deferred for each row execute function audit_committed()`,
  ];
  for (const statement of statements) await statement.execute(database);
};

/** What was noted, as sentences. */
export const lateIn = async (database: Database): Promise<readonly string[]> => {
  const noted = await sql<{
    session: string;
    participant: string;
    round: number;
  }>`select distinct * from audit_late`.execute(database);
  return noted.rows.map(
    ({ session, participant, round }) =>
      `written while round ${round} wasn't open as it was answered: ${participant} in ${session}`,
  );
};
