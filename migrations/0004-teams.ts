/**
 * What Teams adds: how each conversation is reached, and on whose behalf a personal message was
 * sent.
 */
import type { Kysely } from "kysely";

export const teams = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema
      .createTable("teams_conversations")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("service_url", "text", (column) => column.notNull())
      .addColumn("bot", "text", (column) => column.notNull())
      .addColumn("team", "text")
      .addColumn("person", "text")
      .addPrimaryKeyConstraint("teams_conversations_key", ["workspace", "id"])
      .execute();
    await schema
      .createIndex("teams_conversations_of_person")
      .on("teams_conversations")
      .columns(["workspace", "person"])
      .execute();
    await schema
      .createTable("teams_private_messages")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("conversation", "text", (column) => column.notNull())
      .addColumn("message", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("teams_private_messages_key", ["workspace", "conversation", "message"])
      .execute();
  },
};
