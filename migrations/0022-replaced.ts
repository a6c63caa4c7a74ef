/** Which earlier session's decision a decision replaces, so that the earlier one can say so. */
import { type Kysely, sql } from "kysely";

export const replaced = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema.alterTable("session_texts").addColumn("replaces", "text").execute();
    await schema
      .createIndex("session_texts_replacing")
      .on("session_texts")
      .column("replaces")
      .where(sql.ref("replaces"), "is not", null)
      .execute();
  },
};
