/**
 * When a schedule's rounds end, as a span or a wall time. Until now a schedule held what its maker
 * had typed, in a language of theirs, and it was read anew each time.
 */
import type { Kysely } from "kysely";

type Rows = { readonly schedules: { readonly id: string; readonly detail: string } };

const minuteMs = 60_000;

/** In the words that there were when such ends were typed: English, then Korean. */
const unitsMs: Readonly<Record<string, number>> = {
  m: minuteMs,
  h: 60 * minuteMs,
  d: 1_440 * minuteMs,
  w: 10_080 * minuteMs,
  "\uBD84": minuteMs,
  "\uC2DC\uAC04": 60 * minuteMs,
  "\uC77C": 1_440 * minuteMs,
  "\uC8FC": 10_080 * minuteMs,
};

/** Null, ended by hand, for what could not be read before either. */
const endOf = (typed: string) => {
  const [, count, unit = ""] = /^(\d{1,5})\s*(\p{L}+)$/u.exec(typed.trim()) ?? [];
  const unitMs = unitsMs[unit.toLowerCase()];
  if (unitMs !== undefined) return { type: "after", spanMs: Number(count) * unitMs };
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(typed.trim()) ?? [];
  return hour === undefined ? null : { type: "at", wall: `${hour.padStart(2, "0")}:${minute}` };
};

export const roundEnds = {
  up: async (given: Kysely<unknown>): Promise<void> => {
    const database = given.withTables<Rows>();
    for (const { id, detail } of await database.selectFrom("schedules").select(["id", "detail"]).execute()) {
      const typed: unknown = JSON.parse(detail, (key, value: unknown) =>
        key === "end" && typeof value === "string" ? endOf(value) : value,
      );
      await database
        .updateTable("schedules")
        .set({ detail: JSON.stringify(typed) })
        .where("id", "=", id)
        .execute();
    }
  },
};
