/** What operating needs: since when a card waits, and finding what is kept no longer. */
import { type Kysely, sql } from "kysely";

export const operating = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    // 0: nobody knows, as for a card that somebody's anonymous response changed.
    await schema
      .alterTable("cards")
      .addColumn("wanted_at", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .createIndex("sessions_over")
      .on("sessions")
      .column("started_at")
      .where(sql.ref("state"), "in", sql`('closed', 'cancelled')`)
      .execute();
    await schema.createIndex("intents_of_session").on("intents").column("session").execute();
  },
};
