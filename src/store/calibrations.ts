/** Keeps how well people's probabilities hold, as sums. */
import type { Kysely } from "kysely";
import { z } from "zod";
import { type Bins, noForecasts, withForecast } from "../analysis/calibration.ts";
import type { ForecastChange } from "./port/change.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;
type Whose = { readonly workspace: string; readonly person: string };

const bins = z.array(
  z.object({ count: z.number(), probability: z.number(), outcome: z.number(), squares: z.number() }),
);

export const loadCalibration = async (database: Database, whose: Whose): Promise<Bins | undefined> => {
  const query = database.selectFrom("calibrations").select("bins");
  const row = await query.where(({ and }) => and(whose)).executeTakeFirst();
  return row && bins.parse(JSON.parse(row.bins));
};

export const forgetCalibration = async (database: Database, whose: Whose): Promise<void> => {
  await database
    .deleteFrom("calibrations")
    .where(({ and }) => and(whose))
    .execute();
};

/** Adds to each person's sums; a row is held from its reading on, so that none gets lost. */
export const addForecasts = async (
  database: Database,
  workspace: string,
  forecasts: readonly ForecastChange[],
): Promise<void> => {
  // In one order everywhere, so that no two wait for each other.
  for (const [person, own] of [...Map.groupBy(forecasts, (one) => one.person)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const whose = { workspace, person };
    const begun = { ...whose, bins: JSON.stringify(noForecasts) };
    await database
      .insertInto("calibrations")
      .values(begun)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const held = database.selectFrom("calibrations").select("bins");
    const row = await held
      .where(({ and }) => and(whose))
      .forUpdate()
      .executeTakeFirstOrThrow();
    const sums = own.reduce<Bins>((kept, forecast) => withForecast(kept, forecast), bins.parse(JSON.parse(row.bins)));
    await database
      .updateTable("calibrations")
      .set({ bins: JSON.stringify(sums) })
      .where(({ and }) => and(whose))
      .execute();
  }
};
