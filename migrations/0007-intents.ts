/**
 * An intent is its person's: who meant it, and each thing that it led to, so that a form sent again
 * with other values is told from one delivered twice.
 */
import { type Kysely, sql } from "kysely";
import type { ColumnTypes } from "./column-types.ts";

export const intents = {
  up: async (database: Kysely<unknown>, types: ColumnTypes): Promise<void> => {
    const { schema } = database;
    await schema
      .createTable("intents_of_people")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("intent", "text", (column) => column.notNull())
      // Empty: the clock's, or nobody knows any more.
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("round", "integer")
      .addColumn("session", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("intents_of_people_key", ["workspace", "intent", "person", "revision"])
      .modifyEnd(types.orderedByKey)
      .execute();
    await sql`insert into intents_of_people (workspace, intent, person, revision, round, session)
      select workspace, intent, '', 0, null, session from intents`.execute(database);
    await schema.dropTable("intents").execute();
    await schema.alterTable("intents_of_people").renameTo("intents").execute();
    await schema.createIndex("intents_of_session").on("intents").column("session").execute();
  },
};
