/**
 * What several processes need to share one database: until when a card is in somebody's hand, and
 * how often a playground message was drawn.
 */
import type { Kysely } from "kysely";

export const claims = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema
      .alterTable("cards")
      .addColumn("claimed_until", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable("playground_messages")
      .addColumn("version", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
