/** The first tables, from an empty database. */
import { type Kysely, sql } from "kysely";
import type { ColumnTypes } from "./column-types.ts";

export const first = {
  up: async (database: Kysely<unknown>, types: ColumnTypes): Promise<void> => {
    const { schema } = database;
    await schema
      .createTable("sessions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("activity", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("round", "integer", (column) => column.notNull())
      .addColumn("deadline", "bigint")
      .addColumn("started_at", "bigint", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("sessions_of_channel")
      .on("sessions")
      .columns(["workspace", "channel", "started_at"])
      .execute();
    await schema
      .createIndex("sessions_overdue")
      .on("sessions")
      .column("deadline")
      .where(sql.ref("deadline"), "is not", null)
      .execute();
    await schema
      .createTable("session_events")
      .addColumn("session", "text", (column) => column.notNull().references("sessions.id"))
      .addColumn("sequence", "integer", (column) => column.notNull())
      .addColumn("event", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("session_events_key", ["session", "sequence"])
      .execute();
    // No row id: in an anonymous session it would keep the order in which people responded.
    await schema
      .createTable("responses")
      .addColumn("session", "text", (column) => column.notNull().references("sessions.id"))
      .addColumn("round", "integer", (column) => column.notNull())
      .addColumn("participant", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("responses_key", ["session", "round", "participant", "revision"])
      .modifyEnd(types.orderedByKey)
      .execute();
    await schema
      .createTable("intents")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("intent", "text", (column) => column.notNull())
      .addColumn("session", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("intents_key", ["workspace", "intent"])
      .modifyEnd(types.orderedByKey)
      .execute();
    await schema
      .createTable("participant_keys")
      .addColumn("session", "text", (column) => column.primaryKey().references("sessions.id"))
      .addColumn("key", types.bytes, (column) => column.notNull())
      .execute();
    await createCards(database);
    await createPlaygroundMessages(database, types);
  },
};

const createCards = async ({ schema }: Kysely<unknown>): Promise<void> => {
  await schema
    .createTable("cards")
    .addColumn("session", "text", (column) => column.notNull().references("sessions.id"))
    .addColumn("slot", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("wanted", "integer", (column) => column.notNull())
    .addColumn("drawn", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("message", "text")
    .addColumn("why", "text")
    .addColumn("next_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("cards_key", ["session", "slot"])
    .execute();
  await schema
    .createIndex("cards_waiting")
    .on("cards")
    .column("next_at")
    .where(sql.ref("wanted"), ">", sql.ref("drawn"))
    .execute();
};

const createPlaygroundMessages = async ({ schema }: Kysely<unknown>, types: ColumnTypes): Promise<void> => {
  await schema
    .createTable("playground_messages")
    .addColumn("id", types.counter, types.countsUp)
    .addColumn("key", "text", (column) => column.unique())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("thread", "text")
    .addColumn("author", "text")
    .addColumn("person", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .execute();
};
