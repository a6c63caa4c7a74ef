/** How often drawing a card came to nothing, so that one that stops the program is set aside. */
import type { Kysely } from "kysely";

export const tries = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema
      .alterTable("cards")
      .addColumn("tries", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
