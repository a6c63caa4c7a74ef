/**
 * Writes one change that isn't a response, or nothing: checks the guard and writes events, session,
 * intent and notes in the transaction it is given.
 */
import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Note } from "../session/card-slot.ts";
import type { SessionEvent } from "../session/event.ts";
import { addForecasts } from "./calibrations.ts";
import type { Dialect } from "./dialect.ts";
import { setDue } from "./due-work.ts";
import { forgetWhose, isRepeated, keepIntent } from "./intents.ts";
import type { Change, Committed, Guard, OnceAll, StartsCommitted } from "./port/change.ts";
import { rowOfSession } from "./rows.ts";
import { keepText, writeText } from "./session-texts.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;
export type Held = Pick<Tables["sessions"], "workspace" | "state" | "round" | "deadline" | "revision">;
type SessionGuard = Exclude<Guard, { type: "round-open" }>;

export const writeChange = async (
  database: Database,
  workspace: string,
  change: Change,
  guard: SessionGuard,
): Promise<Committed> => {
  // Held from here to the commit, so that neither a reveal nor a response, nor the same intent
  // again, can overtake the other.
  const session = guard.type === "new" ? undefined : await holdSession(database, guard.session);
  const before = await isRepeated(database, workspace, change.intent);
  if (before !== undefined) return { type: "repeated", session: before.session };
  if (guard.type === "revision" && (session?.workspace !== workspace || session.revision !== guard.revision))
    return { type: "stale" };
  if (guard.type === "revision" && guard.unanswered === true && (await isAnswered(database, guard.session)))
    return { type: "stale" };
  await writeSession(database, workspace, change);
  return { type: "committed" };
};

/** With all that belongs to it: reminders, the intent and the notes. */
const writeSession = async (database: Database, workspace: string, change: Change): Promise<void> => {
  await writeRow(database, { ...change, isNew: change.guard.type === "new" });
  for (const { at, ...nudge } of change.nudges ?? [])
    await setDue(database, { kind: "nudge", subject: change.session, workspace, ...nudge }, at);
  if (change.forecasts !== undefined) await addForecasts(database, workspace, change.forecasts);
  await keepIntent(database, workspace, change.intent, { session: change.session, revision: firstOf(change) });
  if (change.text !== undefined) await writeText(database, change.after, change.text);
  for (const note of change.notes) await writeNote(database, change, note);
};

/** Writes each of these new sessions, or none where one was started before. */
export const writeStarts = async (
  database: Database,
  workspace: string,
  starts: readonly Change[],
): Promise<StartsCommitted> => {
  for (const { intent } of starts) {
    const before = await isRepeated(database, workspace, intent);
    if (before !== undefined) return { type: "repeated", session: before.session };
  }
  for (const start of starts) await writeSession(database, workspace, start);
  return { type: "committed" };
};

const isAnswered = async (database: Database, session: string): Promise<boolean> => {
  const query = database.selectFrom("responses").select("session").where("session", "=", session);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
};

/** The revision of the session after the change's first event. */
const firstOf = ({ after, events }: Pick<Change, "after" | "events">): number => after.revision - events.length + 1;

/**
 * Its row as it stands, held to the end of the transaction: whoever else wants to write to the
 * session waits.
 */
export const holdSession = (database: Database, session: string): Promise<Held | undefined> => {
  const query = database.selectFrom("sessions").select(["workspace", "state", "round", "deadline", "revision"]);
  return query.where("id", "=", session).forUpdate().executeTakeFirst();
};

/**
 * Writes what follows from the last response that a round waited for, which stands by now: with
 * the session held since before that was written.
 */
export const writeAllIn = async (
  database: Database,
  { session, at, onceAll }: Change & { readonly onceAll: OnceAll },
): Promise<void> => {
  const { events, after, notes, textOf } = onceAll;
  await writeRow(database, { session, events, after, at, isNew: false });
  await keepText(database, after, textOf);
  for (const note of notes) await writeNote(database, { session, events, after, at }, note);
};

type Written = Pick<Change, "session" | "events" | "after" | "at">;

const writeRow = async (database: Database, change: Written & { readonly isNew: boolean }): Promise<void> => {
  const { session, events, after, isNew, at } = change;
  const row = rowOfSession(after);
  if (isNew) await database.insertInto("sessions").values(row).execute();
  else {
    const { activity, state, round, deadline, detail, revision } = row;
    const values = { activity, state, round, deadline, detail, revision };
    await database.updateTable("sessions").set(values).where("id", "=", session).execute();
  }
  if (isNew && after.settings.anonymous)
    await database
      .insertInto("participant_keys")
      .values({ session, key: randomBytes(32) })
      .execute();
  if (forgetsPeople(events)) {
    await database.deleteFrom("participant_keys").where("session", "=", session).execute();
    await database.deleteFrom("drafts").where("session", "=", session).execute();
    if (after.settings.anonymous) await forgetWhose(database, after);
  }
  const { id: subject, workspace, deadline, reminder, reviewing } = after;
  await setDue(database, { kind: "deadline", subject, workspace }, deadline);
  await setDue(database, { kind: "reminder", subject, workspace }, reminder.at);
  await setDue(database, { kind: "review", subject, workspace }, reviewing.at);
  const news = { kind: "news", subject, workspace, edition: after.changes.edition } as const;
  if (events.some(isNews)) await setDue(database, news, at);
  const rows = events.map((event, index) => ({
    session,
    sequence: firstOf(change) + index,
    // The session's row holds what it began with; the event says only that it did.
    event: JSON.stringify(event.type === "session-started" ? { type: event.type } : event),
    at,
  }));
  await database.insertInto("session_events").values(rows).execute();
};

/** Whether those are told of it who have responded to what it changed. */
const isNews = (event: SessionEvent): boolean =>
  event.type === "option-added" || (event.type === "mended" && event.traces.length > 0);

/**
 * Whether the change ends the time in which responses may come, so that the key of an anonymous
 * session goes.
 */
const forgetsPeople = (events: readonly SessionEvent[]): boolean =>
  events.some(({ type }) => type === "revealed" || type === "session-closed" || type === "session-cancelled");

/** What takes what is deleted out of the files too, and the order in which responses came. */
export type Forgetting = Pick<Dialect, "forgetOrder" | "erase">;

/**
 * Where the change ends the time in which responses to an anonymous session may come, nothing shows
 * any more in which order they did, and what was deleted is due to be erased.
 */
export const forgetOrderOf = async (
  database: Database,
  { forgetOrder, erase }: Forgetting,
  { events, after, workspace }: Pick<Change, "events" | "after"> & { readonly workspace: string },
): Promise<void> => {
  if (!after.settings.anonymous || !forgetsPeople(events)) return;
  await forgetOrder(database, after.id);
  // At once, whatever the clock says.
  if (erase !== undefined) await setDue(database, { kind: "erasure", subject: after.id, workspace }, 0);
};

/** Asks for a card to be drawn anew, or first. */
export const writeNote = async (database: Database, change: Written, note: Note): Promise<void> => {
  const { session, after } = change;
  await sql`
    insert into cards (
      session, slot, workspace, channel, place, person, sequence,
      wanted, drawn, state, next_at, claimed_until, wanted_at
    )
    values (
      ${session}, ${note.slot}, ${after.workspace}, ${after.channel}, ${note.place}, ${note.person ?? null},
      (select coalesce(max(sequence), 0) + 1 from cards where session = ${session}),
      1, 0, 'waiting', 0, 0, ${timeKept(change)}
    )
    on conflict (session, slot) do update set
      wanted = cards.wanted + 1,
      wanted_at = case when cards.wanted > cards.drawn then cards.wanted_at else excluded.wanted_at end
  `.execute(database);
};

/**
 * When the change was decided; 0 for an anonymous response, of which nothing keeps when it came.
 */
const timeKept = ({ events, after, at }: Written): number =>
  after.settings.anonymous && events.some(({ type }) => type === "responded" || type === "option-added") ? 0 : at;
