/** Writes responses to one session that arrived together, in the transaction it is given: each is decided by itself, in order, and a few statements write all that hold. */
import { type Kysely, type RawBuilder, sql } from "kysely";
import { isOpen } from "../session/decide.ts";
import { type Held, holdSession, writeNote } from "./commit.ts";
import type { Dialect } from "./dialect.ts";
import type { Change, Committed, Guard } from "./store.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

export type ResponseChange = {
  readonly workspace: string;
  readonly change: Change;
  readonly guard: Guard & { readonly type: "round-open" };
};

/** What the guards are checked against; kept up with what the earlier ones of the same group write. */
type Standing = {
  readonly session: Held | undefined;
  /** The session of each intent that was committed before. */
  readonly intents: Map<string, string>;
  readonly revisions: Map<string, number>;
};

const keyOf = (...parts: readonly (string | number)[]): string => parts.join("\n");

/** Answers in the order of `given`; all are of one session. */
export const writeResponses = async (
  database: Database,
  elementsOf: Dialect["elementsOf"],
  given: readonly ResponseChange[],
): Promise<readonly Committed[]> => {
  const session = given[0]?.guard.session ?? "";
  const standing = await loadStanding(database, rowsFor(elementsOf, given), session);
  const answers = given.map((one) => decideOne(standing, one));
  const held = given.filter((_, index) => answers[index]?.type === "committed");
  if (held.length > 0) await write(database, rowsFor(elementsOf, held), session, held);
  return answers;
};

/**
 * Responses as rows that a query selects from. They go in as one text, so that the statements are the same for any number of them: to put together a statement for
 * each number costs more than to run it.
 */
const rowsFor = (elementsOf: Dialect["elementsOf"], given: readonly ResponseChange[]): RawBuilder<unknown> => {
  const rows = given.flatMap(({ workspace, change: { intent, events } }) =>
    events.flatMap((event) =>
      event.type === "responded" ? [{ workspace, intent, ...event, answer: JSON.stringify(event.answer) }] : [],
    ),
  );
  return sql`(
    select
      value ->> 'workspace' as workspace,
      value ->> 'intent' as intent,
      cast(value ->> 'round' as integer) as round,
      value ->> 'participant' as participant,
      cast(value ->> 'revision' as integer) as revision,
      value ->> 'answer' as answer,
      cast(value ->> 'at' as bigint) as at
    from ${elementsOf(JSON.stringify(rows))}
  ) as given`;
};

const loadStanding = async (database: Database, rows: RawBuilder<unknown>, session: string): Promise<Standing> => {
  const found = await holdSession(database, session);
  const intents = await sql<Tables["intents"]>`
    select intents.* from ${rows} cross join intents
    where intents.workspace = given.workspace and intents.intent = given.intent
  `.execute(database);
  const responses = await sql<Pick<Tables["responses"], "round" | "participant" | "revision">>`
    select responses.round, responses.participant, max(responses.revision) as revision from ${rows} cross join responses
    where responses.session = ${session} and responses.round = given.round and responses.participant = given.participant
    group by responses.round, responses.participant
  `.execute(database);
  return {
    session: found,
    intents: new Map(intents.rows.map(({ workspace, intent, session: of }) => [keyOf(workspace, intent), of])),
    revisions: new Map(responses.rows.map(({ round, participant, revision }) => [keyOf(round, participant), revision])),
  };
};

const decideOne = (
  { session, intents, revisions }: Standing,
  { workspace, change, guard }: ResponseChange,
): Committed => {
  const intent = keyOf(workspace, change.intent);
  const before = intents.get(intent);
  if (before !== undefined) return { type: "repeated", session: before };
  if (session === undefined || session.workspace !== workspace) return { type: "stale" };
  const own = keyOf(guard.round, guard.participant);
  if (!isOpen(session, guard.now) || session.round !== guard.round || (revisions.get(own) ?? 0) !== guard.seen)
    return { type: "stale" };
  intents.set(intent, guard.session);
  revisions.set(own, guard.seen + 1);
  return { type: "committed" };
};

const write = async (
  database: Database,
  rows: RawBuilder<unknown>,
  session: string,
  held: readonly ResponseChange[],
): Promise<void> => {
  await sql`
    insert into responses (session, round, participant, revision, answer, at)
    select ${session}, round, participant, revision, answer, at from ${rows}
  `.execute(database);
  await sql`
    insert into intents (workspace, intent, session) select workspace, intent, ${session} from ${rows}
  `.execute(database);
  const notes = held.flatMap(({ change }) => change.notes.map((note) => ({ change, note })));
  const byCard = new Map(notes.map((one) => [one.note.slot, one]));
  for (const { change, note } of byCard.values()) await writeNote(database, change, note);
};
