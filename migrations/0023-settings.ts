/** What channels and workspaces have preset; the workspace's own stands under an empty channel. */
import type { Kysely } from "kysely";

export const settings = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema
      .createTable("settings")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("detail", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("settings_key", ["workspace", "channel"])
      .execute();
  },
};
