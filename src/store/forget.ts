/**
 * Takes a person out of a workspace's rows. Sums stay: who chose what is replaced by a name that
 * leads nowhere, and what the person wrote goes.
 */
import { type Kysely, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { renamed } from "../session/roles.ts";
import type { Decision, FrozenActivity } from "../session/session.ts";
import { forgetCalibration } from "./calibrations.ts";
import type { TextOf } from "./port/change.ts";
import type { Records } from "./records.ts";
import { rowOfSession, sessionOf } from "./rows.ts";
import { keepText } from "./session-texts.ts";
import { forgetInSettings } from "./settings.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

export type ForgetParts = {
  readonly workspace: string;
  readonly person: string;
  /** A new name for each session, that nobody can turn back. */
  readonly pseudonym: () => string;
  /** Under which participant the person stands in an anonymous session whose key is still there. */
  readonly participantIn: (key: Uint8Array) => string;
  /** The answer without what its participant wrote. */
  readonly withoutWords: (activity: FrozenActivity, answer: unknown) => unknown;
  /** What a session is found by from then on. */
  readonly textOf: TextOf;
  /** What the adapters keep. */
  readonly records: readonly Records[];
  /** UTC milliseconds. */
  readonly at: number;
};

export type Forgotten = {
  /** The sessions in which they stood. */
  readonly sessions: readonly string[];
  /** How many of their responses lost name and words or were withdrawn, revisions included. */
  readonly responses: number;
  /** How many schedules of theirs were deleted. */
  readonly schedules: number;
};

/** In one transaction. Cards that showed them are marked to be drawn anew. */
export const forgetInRows = (database: Database, parts: ForgetParts): Promise<Forgotten> =>
  database.transaction().execute(async (connection) => {
    const { workspace, person } = parts;
    // The first statement writes, so that SQLite lets nobody write in between.
    await connection
      .deleteFrom("person_settings")
      .where("workspace", "=", workspace)
      .where("person", "=", person)
      .execute();
    await forgetInSettings(connection, workspace, person);
    await forgetCalibration(connection, { workspace, person });
    const schedules = await deleteSchedules(connection, parts);
    const sessions = await findSessions(connection, parts);
    let responses = 0;
    for (const session of sessions) responses += await forgetInSession(connection, session, parts);
    const nudges = connection.deleteFrom("due_work").where("kind", "=", "nudge").where("workspace", "=", workspace);
    await nudges.where("person", "=", person).execute();
    const who = { workspace, person, sessions };
    await connection.deleteFrom("intents").where("workspace", "=", workspace).where("person", "=", person).execute();
    const names = [person];
    for (const { forget } of parts.records) names.push(...(await forget(connection, who)));
    for (const name of names) await dropIntentsNaming(connection, workspace, name);
    return { sessions, responses, schedules };
  });

/** Whether a column of JSON holds the text as a string. */
const holds = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} like ${`%${JSON.stringify(text).replaceAll(/[\\%_]/g, "\\$&")}%`} escape '\\'`;

const findSessions = async (
  database: Database,
  { workspace, person, participantIn }: ForgetParts,
): Promise<readonly string[]> => {
  const keys = await database
    .selectFrom("participant_keys")
    .innerJoin("sessions", "sessions.id", "participant_keys.session")
    .selectAll("participant_keys")
    .where("sessions.workspace", "=", workspace)
    .execute();
  const participants = [person, ...keys.map(({ key }) => participantIn(key))];
  const rows = await database
    .selectFrom("sessions")
    .select("id")
    .where("workspace", "=", workspace)
    .where(({ or, exists, selectFrom }) =>
      or([
        holds("detail", person),
        exists(
          selectFrom("responses")
            .select("responses.session")
            .whereRef("responses.session", "=", "sessions.id")
            .where("responses.participant", "in", participants),
        ),
        exists(
          selectFrom("drafts")
            .select("drafts.session")
            .whereRef("drafts.session", "=", "sessions.id")
            .where("drafts.participant", "in", participants),
        ),
        exists(
          selectFrom("session_events")
            .select("session_events.session")
            .whereRef("session_events.session", "=", "sessions.id")
            .where(holds("session_events.event", person)),
        ),
        exists(
          selectFrom("cards")
            .select("cards.session")
            .whereRef("cards.session", "=", "sessions.id")
            .where("cards.person", "=", person),
        ),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
};

/**
 * Answers how many responses it concerned. The revision is raised first, so that nobody else
 * changes the session meanwhile, and what was decided on it as it was is decided anew.
 */
const forgetInSession = async (database: Database, id: string, parts: ForgetParts): Promise<number> => {
  const { person } = parts;
  const pseudonym = parts.pseudonym();
  const raised = database.updateTable("sessions").set(({ eb }) => ({ revision: eb("revision", "+", 1) }));
  const session = sessionOf(await raised.where("id", "=", id).returningAll().executeTakeFirstOrThrow());
  const { decision } = session;
  const forgotten = {
    ...session,
    facilitators: session.facilitators.map((one) => (one === person ? pseudonym : one)),
    roles: renamed(session.roles, person, pseudonym),
    decision: decision === null ? null : forgottenIn(decision, person, pseudonym),
    reviewing: {
      ...session.reviewing,
      reviews: session.reviewing.reviews.map((one) => (one.by === person ? { ...one, by: pseudonym, text: "" } : one)),
    },
    changes: {
      ...session.changes,
      traces: session.changes.traces.map((trace) => (trace.by === person ? { ...trace, by: pseudonym } : trace)),
    },
  };
  const { detail } = rowOfSession(forgotten);
  await database.updateTable("sessions").set({ detail }).where("id", "=", id).execute();
  await forgetInEvents(database, id, person, pseudonym);
  await database.deleteFrom("cards").where("session", "=", id).where("person", "=", person).execute();
  await database
    .updateTable("cards")
    .set(({ eb }) => ({ wanted: eb("wanted", "+", 1), wanted_at: parts.at }))
    .where("session", "=", id)
    .where("person", "is", null)
    .where("message", "is not", null)
    .where("state", "!=", "gone")
    .execute();
  await dropDrafts(database, id, parts);
  const responses = session.settings.anonymous
    ? await withdrawResponses(database, id, parts)
    : await forgetInResponses(database, session, pseudonym, parts);
  await keepText(database, forgotten, parts.textOf);
  return responses;
};

/** What they haven't sent was shown to nobody, and goes. */
const dropDrafts = async (
  database: Database,
  session: string,
  { person, participantIn }: ForgetParts,
): Promise<void> => {
  const found = await database
    .selectFrom("participant_keys")
    .select("key")
    .where("session", "=", session)
    .executeTakeFirst();
  const participant = found === undefined ? person : participantIn(found.key);
  const query = database.deleteFrom("drafts").where("session", "=", session);
  await query.where("participant", "=", participant).execute();
};

const forgottenIn = (decision: Decision, person: string, pseudonym: string): Decision => ({
  ...decision,
  owner: decision.owner === person ? null : decision.owner,
  ...(decision.expects?.by === person ? { expects: { ...decision.expects, by: pseudonym } } : {}),
});

const reviewBy = z.looseObject({ verdict: z.string(), by: z.string() });
const isReviewBy = (value: unknown, by: string): value is z.infer<typeof reviewBy> =>
  reviewBy.safeParse(value).data?.by === by;

const forgetInEvents = async (
  database: Database,
  session: string,
  person: string,
  pseudonym: string,
): Promise<void> => {
  const events = database.selectFrom("session_events").select(["sequence", "event"]).where("session", "=", session);
  for (const { sequence, event } of await events.where(holds("event", person)).execute()) {
    const bare: unknown = JSON.parse(event, (key, value: unknown) => {
      // What they wrote of how it turned out goes with their name.
      if (isReviewBy(value, pseudonym)) return { ...value, text: "" };
      if (value !== person) return value;
      return key === "owner" ? null : pseudonym;
    });
    const query = database.updateTable("session_events").set({ event: JSON.stringify(bare) });
    await query.where("session", "=", session).where("sequence", "=", sequence).execute();
  }
};

/**
 * While an anonymous session's key is there, nothing of it has been revealed. A response that lost
 * its words would tell what the one chose of whom everyone knows that they were forgotten, so it
 * goes as a whole.
 */
const withdrawResponses = async (
  database: Database,
  session: string,
  { participantIn }: ForgetParts,
): Promise<number> => {
  const kept = database.selectFrom("participant_keys").select("key").where("session", "=", session);
  const found = await kept.executeTakeFirst();
  if (found === undefined) return 0;
  const participant = participantIn(found.key);
  await database.deleteFrom("intents").where("session", "=", session).where("person", "=", participant).execute();
  const query = database.deleteFrom("responses").where("session", "=", session);
  const { numDeletedRows } = await query.where("participant", "=", participant).executeTakeFirst();
  return Number(numDeletedRows);
};

const forgetInResponses = async (
  database: Database,
  { id, activity }: { readonly id: string; readonly activity: FrozenActivity },
  pseudonym: string,
  { person, withoutWords }: ForgetParts,
): Promise<number> => {
  const query = database.selectFrom("responses").selectAll().where("session", "=", id);
  const rows = await query.where("participant", "=", person).execute();
  for (const { round, revision, answer } of rows)
    await database
      .updateTable("responses")
      .set({ participant: pseudonym, answer: JSON.stringify(withoutWords(activity, JSON.parse(answer))) })
      .where("session", "=", id)
      .where("round", "=", round)
      .where("participant", "=", person)
      .where("revision", "=", revision)
      .execute();
  return rows.length;
};

const scheduleDetail = z.looseObject({ owner: z.string() });

/** A schedule that nobody answers for would start sessions that nobody leads. */
const deleteSchedules = async (database: Database, { workspace, person, pseudonym }: ForgetParts): Promise<number> => {
  const query = database.selectFrom("schedules").selectAll().where("workspace", "=", workspace);
  let deleted = 0;
  for (const row of await query.where(holds("detail", person)).execute()) {
    const kept = scheduleDetail.parse(JSON.parse(row.detail));
    if (kept.owner !== person) continue;
    const detail = JSON.stringify({ ...kept, owner: pseudonym(), next: null });
    const values = { state: "deleted", detail, revision: row.revision + 1 };
    await database.updateTable("schedules").set(values).where("id", "=", row.id).execute();
    await database.deleteFrom("due_work").where("kind", "=", "occurrence").where("subject", "=", row.id).execute();
    if (row.state !== "deleted") deleted += 1;
  }
  return deleted;
};

/** What they meant, where a platform names it by the person, or by an id that is theirs alone. */
const dropIntentsNaming = async (database: Database, workspace: string, name: string): Promise<void> => {
  const query = database.selectFrom("intents").select("intent").where("workspace", "=", workspace);
  const pattern = `%${name.replaceAll(/[\\%_]/g, "\\$&")}%`;
  for (const { intent } of await query.where(sql<boolean>`intent like ${pattern} escape '\\'`).execute())
    if (`/${intent}/`.includes(`/${name}/`))
      await database.deleteFrom("intents").where("workspace", "=", workspace).where("intent", "=", intent).execute();
};
