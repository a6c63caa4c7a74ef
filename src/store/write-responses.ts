/** Writes responses to one session that arrived together, in the transaction it is given: each is decided by itself, in order, and a few statements write all that hold. */
import type { Kysely } from "kysely";
import { isOpen } from "../session/decide.ts";
import { type Held, holdSession, writeNote } from "./commit.ts";
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
  given: readonly ResponseChange[],
): Promise<readonly Committed[]> => {
  const standing = await loadStanding(database, given);
  const answers = given.map((one) => decideOne(standing, one));
  const held = given.filter((_, index) => answers[index]?.type === "committed");
  if (held.length > 0) await write(database, held);
  return answers;
};

const loadStanding = async (database: Database, given: readonly ResponseChange[]): Promise<Standing> => {
  const session = given[0]?.guard.session ?? "";
  const found = await holdSession(database, session);
  const intents = await database
    .selectFrom("intents")
    .selectAll()
    .where("workspace", "in", [...new Set(given.map(({ workspace }) => workspace))])
    .where(
      "intent",
      "in",
      given.map(({ change }) => change.intent),
    )
    .execute();
  const responses = await database
    .selectFrom("responses")
    .select(["round", "participant"])
    .select(({ fn }) => fn.max("revision").as("revision"))
    .where("session", "=", session)
    .where("round", "in", [...new Set(given.map(({ guard }) => guard.round))])
    .where(
      "participant",
      "in",
      given.map(({ guard }) => guard.participant),
    )
    .groupBy(["round", "participant"])
    .execute();
  return {
    session: found,
    intents: new Map(intents.map(({ workspace, intent, session: of }) => [keyOf(workspace, intent), of])),
    revisions: new Map(responses.map(({ round, participant, revision }) => [keyOf(round, participant), revision])),
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

const write = async (database: Database, held: readonly ResponseChange[]): Promise<void> => {
  const responses = held.flatMap(({ change: { session, events } }) =>
    events.flatMap((event) => {
      if (event.type !== "responded") return [];
      const { round, participant, revision, at } = event;
      return [{ session, round, participant, revision, answer: JSON.stringify(event.answer), at }];
    }),
  );
  await database.insertInto("responses").values(responses).execute();
  const intents = held.map(({ workspace, change: { intent, session } }) => ({ workspace, intent, session }));
  await database.insertInto("intents").values(intents).execute();
  const notes = held.flatMap(({ change }) => change.notes.map((note) => ({ change, note })));
  const byCard = new Map(notes.map((one) => [one.note.slot, one]));
  for (const { change, note } of byCard.values()) await writeNote(database, change, note);
};
