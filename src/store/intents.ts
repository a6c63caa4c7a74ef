/**
 * What people meant, and what it led to: kept with each change, so that the same thing delivered
 * again is known, and told from a correction.
 */
import type { Kysely } from "kysely";
import type { Session } from "../session/session.ts";
import type { Intent, Made, MadeChange, Meant } from "./port/change.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;
type Row = Tables["intents"];

/** Also those of which nobody knows any more whose they were. */
const rowsOf = (database: Database, workspace: string, { name, person }: Intent) => {
  const query = database.selectFrom("intents").where("workspace", "=", workspace).where("intent", "=", name);
  return query.where("person", "in", [person, ""]).orderBy("revision");
};

/**
 * In the transaction that writes: whether the intent led to anything of which the change does not
 * know.
 */
export const isRepeated = async (
  database: Database,
  workspace: string,
  intent: Meant,
): Promise<{ readonly session: string } | undefined> => {
  const last = (await rowsOf(database, workspace, intent).select(["session", "revision"]).execute()).at(-1);
  return last === undefined || last.revision === intent.corrects ? undefined : last;
};

export const keepIntent = async (
  database: Database,
  workspace: string,
  { name: intent, person }: Intent,
  { session, revision }: Pick<Row, "session" | "revision">,
): Promise<void> => {
  await database.insertInto("intents").values({ workspace, intent, person, revision, round: null, session }).execute();
};

export const findMade = async (database: Database, workspace: string, intent: Intent): Promise<Made | undefined> => {
  const rows = await rowsOf(database, workspace, intent).selectAll().execute();
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  const changes = await Promise.all(rows.map((row) => changeOf(database, row)));
  return { session: last.session, revision: last.revision, changes: changes.flatMap((change) => change ?? []) };
};

/** As `forgetWhose` leaves it, and as it was kept before intents were their people's. */
const isUnknown = ({ person, revision }: Row): boolean => person === "" && revision === 0;

const changeOf = async (database: Database, row: Row): Promise<MadeChange | undefined> => {
  if (isUnknown(row)) return undefined;
  const found = row.round === null ? await eventOf(database, row) : await answerOf(database, row, row.round);
  return found && { revision: row.revision, at: found.at, said: JSON.parse(found.said) };
};

const eventOf = (database: Database, { session, revision }: Row) => {
  const query = database.selectFrom("session_events").select(["event as said", "at"]).where("session", "=", session);
  return query.where("sequence", "=", revision).executeTakeFirst();
};

const answerOf = (database: Database, { session, person, revision }: Row, round: number) => {
  const query = database.selectFrom("responses").select(["answer as said", "at"]).where("session", "=", session);
  return query
    .where("round", "=", round)
    .where("participant", "=", person)
    .where("revision", "=", revision)
    .executeTakeFirst();
};

/**
 * With an anonymous session's key goes which response an intent led to, and which option, since who
 * sent a form may still hold its name. What stays says that the form was sent. What the
 * facilitators and the clock did stays theirs.
 */
export const forgetWhose = async (
  database: Database,
  { id: session, facilitators }: Pick<Session, "id" | "facilitators">,
): Promise<void> => {
  const named = ["", ...facilitators];
  const participants = database
    .selectFrom("intents")
    .where("session", "=", session)
    .where(({ eb, or }) => or([eb("round", "is not", null), eb("person", "not in", named)]));
  const names = await participants.select(["workspace", "intent"]).distinct().execute();
  await database
    .deleteFrom("intents")
    .where("session", "=", session)
    .where(({ eb, or }) => or([eb("round", "is not", null), eb("person", "not in", named)]))
    .execute();
  for (const { workspace, intent } of names)
    await keepIntent(database, workspace, { name: intent, person: "" }, { session, revision: 0 });
};
