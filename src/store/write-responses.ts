/**
 * Writes responses to one session that arrived together, in the transaction it is given: each is
 * decided by itself, in order, and a few statements write all that hold.
 */
import { type Kysely, sql } from "kysely";
import { isOpen } from "../session/decide.ts";
import { type Forgetting, forgetOrderOf, type Held, holdSession, writeAllIn, writeNote } from "./commit.ts";
import type { Dialect } from "./dialect.ts";
import type { Change, Committed, Guard } from "./port/change.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

/** What the database can do that responses need. */
export type ResponsesDialect = Pick<Dialect, "elementsOf"> & Forgetting;

export type ResponseChange = {
  readonly workspace: string;
  readonly change: Change;
  readonly guard: Guard & { readonly type: "round-open" };
};

/**
 * What the guards are checked against; kept up with what the earlier ones of the same group write.
 */
type Standing = {
  readonly session: Held | undefined;
  /** Where each intent that was committed before led to, and to which revision last. */
  readonly intents: Map<string, { readonly session: string; readonly revision: number }>;
  readonly revisions: Map<string, number>;
};

const keyOf = (...parts: readonly (string | number)[]): string => parts.join("\n");

type ElementsOf = Dialect["elementsOf"];

/**
 * Answers in the order of `given`; all are of one session. They go into each statement as one text,
 * so that it is the same for any number of them: to put together a statement for each number costs
 * more than to run it.
 */
export const writeResponses = async (
  database: Database,
  dialect: ResponsesDialect,
  given: readonly ResponseChange[],
): Promise<readonly Committed[]> => {
  const { elementsOf } = dialect;
  const session = given[0]?.guard.session ?? "";
  const standing = await loadStanding(database, elementsOf, given, session);
  const answers = given.map((one) => decideOne(standing, one));
  const held = given.filter((_, index) => answers[index]?.type === "committed");
  if (held.length > 0) await write(database, elementsOf, held, session);
  await endWhenAllIn(database, dialect, held);
  return answers;
};

/** Ends the round in this transaction, where one of these responses was the last it waited for. */
const endWhenAllIn = async (
  database: Database,
  dialect: ResponsesDialect,
  held: readonly ResponseChange[],
): Promise<void> => {
  const last = held.findLast(({ change }) => change.onceAll !== undefined);
  if (last?.change.onceAll === undefined) return;
  const { workspace, guard, change } = last;
  const { onceAll } = last.change;
  const { answered } = await database
    .selectFrom("responses")
    .select(({ fn }) => fn.count<number>("participant").distinct().as("answered"))
    .where("session", "=", change.session)
    .where("round", "=", guard.round)
    .where("participant", "in", onceAll.everyone)
    .executeTakeFirstOrThrow();
  if (Number(answered) < onceAll.everyone.length) return;
  await writeAllIn(database, { ...change, onceAll });
  await forgetOrderOf(database, dialect, { ...onceAll, workspace });
};

const loadStanding = async (
  database: Database,
  elementsOf: ElementsOf,
  given: readonly ResponseChange[],
  session: string,
): Promise<Standing> => {
  const found = await holdSession(database, session);
  const asked = given.map(({ workspace, change: { intent }, guard: { round, participant } }) => ({
    workspace,
    intent: intent.name,
    round,
    participant,
  }));
  const elements = elementsOf(JSON.stringify(asked));
  // Crossed, so that SQLite looks each one up, and doesn't read the table through.
  const intents = await sql<Tables["intents"]>`
    select intents.* from ${elements} as given cross join intents
    where intents.workspace = given.value ->> 'workspace' and intents.intent = given.value ->> 'intent'
      and intents.person in (given.value ->> 'participant', '')
    order by intents.revision
  `.execute(database);
  const responses = await sql<Pick<Tables["responses"], "round" | "participant" | "revision">>`
    select responses.round, responses.participant, max(responses.revision) as revision
    from ${elements} as given cross join responses
    where responses.session = ${session}
      and responses.round = cast(given.value ->> 'round' as integer)
      and responses.participant = given.value ->> 'participant'
    group by responses.round, responses.participant
  `.execute(database);
  return {
    session: found,
    intents: new Map(intents.rows.map((row) => [keyOf(row.workspace, row.intent, row.person), row])),
    revisions: new Map(responses.rows.map(({ round, participant, revision }) => [keyOf(round, participant), revision])),
  };
};

const decideOne = (
  { session, intents, revisions }: Standing,
  { workspace, change, guard }: ResponseChange,
): Committed => {
  const { name, person, corrects } = change.intent;
  const intent = keyOf(workspace, name, person);
  const before = intents.get(intent) ?? intents.get(keyOf(workspace, name, ""));
  if (before !== undefined && before.revision !== corrects) return { type: "repeated", session: before.session };
  if (session === undefined || session.workspace !== workspace) return { type: "stale" };
  const own = keyOf(guard.round, guard.participant);
  if (session.revision !== guard.revision) return { type: "stale" };
  if (!isOpen(session, guard.now) || session.round !== guard.round || (revisions.get(own) ?? 0) !== guard.seen)
    return { type: "stale" };
  intents.set(intent, { session: guard.session, revision: guard.seen + 1 });
  revisions.set(own, guard.seen + 1);
  return { type: "committed" };
};

const write = async (
  database: Database,
  elementsOf: ElementsOf,
  held: readonly ResponseChange[],
  session: string,
): Promise<void> => {
  const responses = held.flatMap(({ change: { events } }) =>
    events.flatMap((event) => (event.type === "responded" ? [{ ...event, answer: JSON.stringify(event.answer) }] : [])),
  );
  await sql`
    insert into responses (session, round, participant, revision, answer, at)
    select
      ${session},
      cast(value ->> 'round' as integer),
      value ->> 'participant',
      cast(value ->> 'revision' as integer),
      value ->> 'answer',
      cast(value ->> 'at' as bigint)
    from ${elementsOf(JSON.stringify(responses))} as held
  `.execute(database);
  const intents = held.map(({ workspace, change: { intent }, guard: { round, seen } }) => ({
    workspace,
    name: intent.name,
    person: intent.person,
    round,
    revision: seen + 1,
  }));
  await sql`
    insert into intents (workspace, intent, person, revision, round, session)
    select
      value ->> 'workspace',
      value ->> 'name',
      value ->> 'person',
      cast(value ->> 'revision' as integer),
      cast(value ->> 'round' as integer),
      ${session}
    from ${elementsOf(JSON.stringify(intents))} as held
  `.execute(database);
  const notes = held.flatMap(({ change }) => change.notes.map((note) => ({ change, note })));
  const byCard = new Map(notes.map((one) => [one.note.slot, one]));
  for (const { change, note } of byCard.values()) await writeNote(database, change, note);
};
