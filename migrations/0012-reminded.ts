/**
 * Who is reminded, in which zone, of which round and for which time, in columns of their own: until
 * now these were packed into what the work concerned.
 */
import { type Kysely, sql } from "kysely";

/** The rest of the table's work concerns nobody alone: its person is empty, its round 0. */
type Rows = {
  readonly due_work: { readonly kind: string; readonly subject: string } & Left;
  readonly due_work_of_people: {
    readonly kind: string;
    readonly subject: string;
    readonly person: string;
    readonly round: number;
    readonly number: number;
    readonly zone: string;
  } & Left;
};
type Left = { readonly workspace: string; readonly at: number; readonly claimed_until: number };

const atOnce = 500;

export const reminded = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    const { schema } = database;
    await schema
      .createTable("due_work_of_people")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("round", "integer", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("claimed_until", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("due_work_of_people_key", ["kind", "subject", "person", "round", "number"])
      .execute();
    await sql`insert into due_work_of_people
      (kind, subject, person, round, number, zone, workspace, at, claimed_until)
      select kind, subject, '', 0, 0, '', workspace, at, claimed_until from due_work where kind <> 'nudge'`.execute(
      database,
    );
    await unpack(database.withTables<Rows>());
    await schema.dropTable("due_work").execute();
    await schema.alterTable("due_work_of_people").renameTo("due_work").execute();
    await schema.createIndex("due_work_by_time").on("due_work").column("at").execute();
  },
};

/**
 * As it was written: session, round, number, zone with `~` for `/`, and the person, who may hold a
 * `/`.
 */
const unpack = async (database: Kysely<Rows>): Promise<void> => {
  const packed = await database.selectFrom("due_work").selectAll().where("kind", "=", "nudge").execute();
  const rows = packed.map(({ subject, ...left }) => {
    const [session = "", round, number, zone = "", ...person] = subject.split("/");
    return {
      ...left,
      subject: session,
      round: Number(round),
      number: Number(number),
      zone: zone.replaceAll("~", "/"),
      person: person.join("/"),
    };
  });
  for (let from = 0; from < rows.length; from += atOnce)
    await database
      .insertInto("due_work_of_people")
      .values(rows.slice(from, from + atOnce))
      .execute();
};
