/**
 * What Slack adds: its installations, what a person has chosen, and finding a session by its
 * thread.
 */
import type { Kysely } from "kysely";

export const slack = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema
      .createTable("person_settings")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("person_settings_key", ["workspace", "person"])
      .execute();
    await schema
      .createTable("slack_installations")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("sealed", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("cards_of_message").on("cards").columns(["workspace", "message"]).execute();
  },
};
