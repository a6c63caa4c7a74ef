/**
 * Schedules and what became of their occurrences, as rows. A schedule's change, the occurrence and
 * the sessions it starts are written together or not at all.
 */
import type { Kysely, Selectable } from "kysely";
import { z } from "zod";
import { languageCodes } from "../i18n/languages.ts";
import { scheduleRule } from "../schedule/rule.ts";
import type { KeptOccurrence, Occurrence } from "../schedule/schedule.ts";
import { type Schedule, scheduleStates } from "../schedule/schedule.ts";
import { writeStarts } from "./commit.ts";
import { setDue } from "./due-work.ts";
import { isRepeated, keepIntent } from "./intents.ts";
import type { Change, ScheduleChange, ScheduleCommitted } from "./port/change.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

/**
 * The time-zone data this program computes with; due times computed with another are computed
 * again.
 */
const zoneData = process.versions.tz ?? "";

const detail = z.object({
  owner: z.string(),
  rule: scheduleRule,
  zone: z.string(),
  skipDates: z.array(z.string()),
  from: z.array(z.string()),
  own: z
    .object({
      pack: z.null(),
      id: z.string(),
      kind: z.string(),
      content: z.unknown(),
      linked: z.record(z.string(), z.unknown()),
    })
    .exactOptional(),
  settings: z.object({
    anonymous: z.boolean(),
    discussion: z.boolean(),
    language: z.enum(languageCodes),
    open: z.boolean().exactOptional(),
    quorum: z.number().nullable().exactOptional(),
  }),
  end: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("after"), spanMs: z.number() }),
      z.object({ type: z.literal("at"), wall: z.string() }),
    ])
    .nullable(),
  ran: z.array(z.string()),
  settledUntil: z.number(),
  lastWall: z.string().nullable(),
  next: z.object({ wall: z.string(), at: z.number() }).nullable(),
});

const scheduleOf = ({
  id,
  workspace,
  channel,
  state,
  revision,
  ...row
}: Selectable<Tables["schedules"]>): Schedule => ({
  id,
  workspace,
  channel,
  revision,
  state: z.enum(scheduleStates).parse(state),
  ...detail.parse(JSON.parse(row.detail)),
});

const rowOf = (schedule: Schedule): Tables["schedules"] => {
  const { id, workspace, channel, state, revision } = schedule;
  return { id, workspace, channel, state, revision, zones: zoneData, detail: JSON.stringify(detail.parse(schedule)) };
};

export const writeSchedule = async (
  database: Database,
  { schedule, expects, occurrence, starts, intent }: ScheduleChange,
): Promise<ScheduleCommitted> => {
  const { id, workspace } = schedule;
  if (expects !== null) await holdSchedule(database, id);
  if (intent !== null && (await isRepeated(database, workspace, intent)) !== undefined) return "repeated";
  const row = rowOf(schedule);
  if (expects === null) await database.insertInto("schedules").values(row).execute();
  else {
    const { state, detail, zones, revision } = row;
    const query = database.updateTable("schedules").set({ state, detail, zones, revision });
    const kept = query.where("id", "=", id).where("workspace", "=", workspace).where("revision", "=", expects);
    if ((await kept.executeTakeFirst()).numUpdatedRows === 0n) return "stale";
  }
  const { revision } = schedule;
  if (intent !== null) await keepIntent(database, workspace, intent, { session: id, revision });
  const dealtWith = occurrence !== null && !(await writeOccurrence(database, id, occurrence, starts));
  if (!dealtWith) await writeStarts(database, workspace, starts);
  await setDue(database, { kind: "occurrence", subject: id, workspace }, schedule.next?.at ?? null);
  return "committed";
};

/**
 * Held to the commit, so that the same intent that arrives twice at once is told apart from
 * another's change.
 */
const holdSchedule = (database: Database, id: string): Promise<unknown> =>
  database.selectFrom("schedules").select("id").where("id", "=", id).forUpdate().executeTakeFirst();

/**
 * False when this due time has started sessions before, which it does once. One that started
 * nothing may come due again: skipped by hand and then edited, or skipped by a clock that was
 * ahead.
 */
const writeOccurrence = async (
  database: Database,
  schedule: string,
  { at, wall, outcome, decidedAt }: Occurrence,
  starts: readonly Change[],
): Promise<boolean> => {
  const sessions = JSON.stringify(starts.map(({ session }) => session));
  const values = { wall, outcome, sessions, decided_at: decidedAt };
  const written = await database
    .insertInto("occurrences")
    .values({ schedule, at, ...values })
    .onConflict((conflict) =>
      conflict.columns(["schedule", "at"]).doUpdateSet(values).where("occurrences.sessions", "=", "[]"),
    )
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows !== 0n;
};

export const loadSchedule = async (
  database: Database,
  workspace: string,
  id: string,
): Promise<Schedule | undefined> => {
  const query = database.selectFrom("schedules").selectAll().where("workspace", "=", workspace);
  const row = await query.where("id", "=", id).where("state", "!=", "deleted").executeTakeFirst();
  return row && scheduleOf(row);
};

export const listSchedules = async (
  database: Database,
  workspace: string,
  channel: string,
): Promise<readonly Schedule[]> => {
  const query = database.selectFrom("schedules").selectAll().where("workspace", "=", workspace);
  const rows = await query.where("channel", "=", channel).where("state", "!=", "deleted").orderBy("id").execute();
  return rows.map(scheduleOf);
};

/** Schedules whose next due time was computed with other zone data. */
export const listOutdated = async (database: Database, limit: number): Promise<readonly Schedule[]> => {
  const query = database
    .selectFrom("schedules")
    .selectAll()
    // Two ranges of the index, where an inequality would read every row.
    .where(({ or, eb }) => or([eb("zones", "<", zoneData), eb("zones", ">", zoneData)]));
  return (await query.where("state", "!=", "deleted").limit(limit).execute()).map(scheduleOf);
};

const outcomes = z.enum(["started", "late", "skipped", "skipped-by-hand", "nothing-to-start"]);

/**
 * The newest occurrences first. One whose message may or may not stand in the channel is told as
 * uncertain.
 */
export const listOccurrences = async (
  database: Database,
  workspace: string,
  schedule: string,
  limit: number,
): Promise<readonly KeptOccurrence[]> => {
  const rows = await database
    .selectFrom("occurrences")
    .innerJoin("schedules", "schedules.id", "occurrences.schedule")
    .selectAll("occurrences")
    .where("schedules.workspace", "=", workspace)
    .where("occurrences.schedule", "=", schedule)
    .orderBy("occurrences.at", "desc")
    .limit(limit)
    .execute();
  return Promise.all(
    rows.map(async ({ at, wall, outcome, sessions, decided_at: decidedAt }) => {
      const started = z.array(z.string()).parse(JSON.parse(sessions));
      const uncertain = await isUncertain(database, started);
      return { at, wall, decidedAt, sessions: started, outcome: uncertain ? "uncertain" : outcomes.parse(outcome) };
    }),
  );
};

const isUncertain = async (database: Database, sessions: readonly string[]): Promise<boolean> => {
  if (sessions.length === 0) return false;
  const query = database.selectFrom("cards").select("session").where("session", "in", sessions);
  const found = await query.where("slot", "=", "case").where("state", "=", "uncertain").executeTakeFirst();
  return found !== undefined;
};
