/**
 * What sessions are found by: kept with what it tells of, and asked. The index on the texts is the
 * database's own.
 */
import { type Kysely, sql } from "kysely";
import type { Session } from "../session/session.ts";
import type { Dialect } from "./dialect.ts";
import { dropDue, setDue } from "./due-work.ts";
import type { Write } from "./group-commit.ts";
import type { TextOf } from "./port/change.ts";
import type { DueKey } from "./port/due.ts";
import type { FoundSession, SessionQuery } from "./port/store.ts";
import { responseOf, sessionOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

/** So many sessions that started in one millisecond have a place each. */
const placesPerMs = 1_000;

/** Writes a session's text in the transaction it is given, where it differs. */
export const writeText = async (database: Database, session: Session, text: string): Promise<void> => {
  const { id, workspace, channel, decision } = session;
  const row = {
    session: id,
    workspace,
    channel,
    owner: decision?.owner ?? null,
    decided: Number(decision !== null),
    replaces: decision?.replaces?.session ?? null,
    text,
  };
  const query = database.selectFrom("session_texts").selectAll().where("session", "=", id);
  const kept = await query.executeTakeFirst();
  if (
    kept !== undefined &&
    kept.text === text &&
    kept.owner === row.owner &&
    kept.decided === row.decided &&
    kept.replaces === row.replaces
  )
    return;
  // Written anew, so that the index hears of it.
  if (kept !== undefined) await database.deleteFrom("session_texts").where("session", "=", id).execute();
  const place = kept?.place ?? (await placeFor(database, session.startedAt));
  await database
    .insertInto("session_texts")
    .values({ place, ...row })
    .execute();
};

const placeFor = async (database: Database, startedAt: number): Promise<number> => {
  const from = startedAt * placesPerMs;
  const { last } = await database
    .selectFrom("session_texts")
    .select(({ fn }) => fn.max("place").as("last"))
    .where("place", ">=", from)
    .where("place", "<", from + placesPerMs)
    .executeTakeFirstOrThrow();
  return last === null ? from : last + 1;
};

/** The newest session whose decision replaces that of each of these, by the replaced one's id. */
export const findReplacing = async (
  database: Database,
  workspace: string,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, Session>> => {
  if (sessions.length === 0) return new Map();
  const rows = await database
    .selectFrom("session_texts")
    .innerJoin("sessions", "sessions.id", "session_texts.session")
    .selectAll("sessions")
    .select("session_texts.replaces")
    .where("session_texts.replaces", "in", sessions)
    .where("session_texts.workspace", "=", workspace)
    .orderBy("session_texts.place")
    .execute();
  return new Map(rows.flatMap(({ replaces, ...row }) => (replaces === null ? [] : [[replaces, sessionOf(row)]])));
};

/** Reads them newest first, and only as far as is asked. */
export const findSessions = async (
  { database, textsHolding, elementsOf }: Pick<Dialect, "database" | "textsHolding" | "elementsOf">,
  workspace: string,
  { terms, channels, states, started, owner, decided, behind, limit }: SessionQuery,
): Promise<readonly FoundSession[]> => {
  const texts = textsHolding(terms);
  const given = elementsOf(JSON.stringify(channels.map((channel) => ({ channel }))));
  const [channel, ...others] = channels;
  const conditions = [
    texts.where,
    sql`texts.workspace = ${workspace}`,
    // Of one channel the index holds them in order.
    channel !== undefined && others.length === 0
      ? sql`texts.channel = ${channel}`
      : sql`texts.channel in (select value ->> 'channel' from ${given} as given)`,
    sql`sessions.state in (${sql.join(states)})`,
    ...(started === undefined
      ? []
      : [sql`${texts.place} >= ${started.from * placesPerMs} and ${texts.place} < ${started.to * placesPerMs}`]),
    ...(owner === undefined ? [] : [sql`texts.owner = ${owner}`]),
    ...(decided === undefined ? [] : [sql`texts.decided = ${Number(decided)}`]),
    ...(behind === undefined ? [] : [sql`${texts.place} < ${behind}`]),
  ];
  const { rows } = await sql<Tables["sessions"] & Omit<FoundSession, "session">>`
    select texts.place, cards.message, sessions.* from ${texts.from}
    join sessions on sessions.id = texts.session
    left join cards on cards.session = texts.session and cards.slot = 'case'
    where ${sql.join(conditions, sql` and `)}
    order by ${texts.place} desc limit ${limit}
  `.execute(database);
  return rows.map(({ place, message, ...row }) => ({ place, message, session: sessionOf(row) }));
};

/**
 * From one channel to the next, so that it takes a look a channel, however many sessions there are.
 */
export const listChannels = async (database: Database, workspace: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ channel: string }>`
    with recursive found (channel) as (
      select min(channel) from session_texts where workspace = ${workspace}
      union all
      select (select min(channel) from session_texts where workspace = ${workspace} and channel > found.channel)
      from found where found.channel is not null
    )
    select channel from found where channel is not null
  `.execute(database);
  return rows.map(({ channel }) => channel);
};

/** Written beside each other, each in a transaction that others wait for no longer than for any. */
const writtenAtOnce = 10;

/** What is left is due again at once, behind what is due by then. */
export const keepTexts = async (
  { database }: Pick<Dialect, "database">,
  write: Write,
  { due, textOf, limit }: { readonly due: DueKey; readonly textOf: TextOf; readonly limit: number },
): Promise<void> => {
  const next = database.selectFrom("sessions").select("id").where("id", ">", due.subject).orderBy("id").limit(limit);
  const ids = (await next.execute()).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += writtenAtOnce)
    await Promise.all(
      ids.slice(from, from + writtenAtOnce).map((id) => write(id, (connection) => keepTextOf(connection, id, textOf))),
    );
  const last = ids.at(-1);
  await write(`due/${due.kind}/${due.subject}`, async (connection) => {
    await dropDue(connection, due);
    if (last !== undefined && ids.length === limit)
      await setDue(connection, { kind: "finding", subject: last, workspace: "" }, 0);
  });
};

const keepTextOf = async (database: Database, id: string, textOf: TextOf): Promise<void> => {
  const query = database.selectFrom("sessions").selectAll().where("id", "=", id).forUpdate();
  const row = await query.executeTakeFirst();
  if (row !== undefined) await keepText(database, sessionOf(row), textOf);
};

/** As it follows from what is kept of the session now, in the transaction it is given. */
export const keepText = async (database: Database, session: Session, textOf: TextOf): Promise<void> => {
  const query = database.selectFrom("responses").selectAll().where("session", "=", session.id);
  const revisions = await query.orderBy("participant").orderBy("revision").execute();
  const last = new Map(revisions.map((row) => [`${row.round} ${row.participant}`, responseOf(row)]));
  const text = textOf(session, [...last.values()]);
  if (text !== undefined) await writeText(database, session, text);
};
