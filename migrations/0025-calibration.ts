/** How well people's probabilities hold, as sums; see src/analysis/calibration.ts. */
import type { Kysely } from "kysely";

export const calibration = {
  up: async ({ schema }: Kysely<unknown>): Promise<void> => {
    await schema
      .createTable("calibrations")
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("bins", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("calibrations_key", ["workspace", "person"])
      .execute();
  },
};
