/** The playground's messages lie in the same database as the sessions: what a person said there goes, and cards are blank until they are drawn anew. */
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

/** The one workspace that the playground is. */
const playground = "playground";

const blank = JSON.stringify({ type: "card", card: { title: [], blocks: [] } });

export const forgetInPlayground = async (
  database: Database,
  { workspace, person, sessions }: ForgetHere,
): Promise<void> => {
  if (workspace !== playground) return;
  await database
    .deleteFrom("playground_messages")
    .where(({ or, eb }) => or([eb("author", "=", person), eb("person", "=", person)]))
    .execute();
  if (sessions.length === 0) return;
  const cards = await database
    .selectFrom("cards")
    .select("message")
    .where("session", "in", sessions)
    .where("person", "is", null)
    .where("message", "is not", null)
    .execute();
  const ids = cards.map(({ message }) => Number(message));
  if (ids.length > 0)
    await database.updateTable("playground_messages").set({ body: blank }).where("id", "in", ids).execute();
};

type ForgetHere = { readonly workspace: string; readonly person: string; readonly sessions: readonly string[] };
