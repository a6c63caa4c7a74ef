/** What people have filled in of an answer that is given step by step, until they send it. */
import type { Kysely } from "kysely";
import type { ColumnTypes } from "./column-types.ts";

export const drafts = {
  up: async ({ schema }: Kysely<unknown>, types: ColumnTypes): Promise<void> => {
    await schema
      .createTable("drafts")
      .addColumn("session", "text", (column) => column.notNull().references("sessions.id"))
      // As in responses: a keyed hash in an anonymous session.
      .addColumn("participant", "text", (column) => column.notNull())
      .addColumn("round", "integer", (column) => column.notNull())
      // The step that comes next.
      .addColumn("step", "text", (column) => column.notNull())
      .addColumn("draft", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("drafts_key", ["session", "participant"])
      .modifyEnd(types.orderedByKey)
      .execute();
  },
};
