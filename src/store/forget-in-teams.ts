/** How Teams reaches a person alone goes, and what was sent to them there is no more told apart. */
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;
type ForgetHere = { readonly workspace: string; readonly person: string };

/** Answers the ids of their personal chats, which name them as well. */
export const forgetInTeams = async (
  database: Database,
  { workspace, person }: ForgetHere,
): Promise<readonly string[]> => {
  const chats = await database
    .selectFrom("teams_conversations")
    .select("id")
    .where("workspace", "=", workspace)
    .where("person", "=", person)
    .execute();
  const ids = chats.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await database
    .deleteFrom("teams_private_messages")
    .where("workspace", "=", workspace)
    .where("conversation", "in", ids)
    .execute();
  await database.deleteFrom("teams_conversations").where("workspace", "=", workspace).where("id", "in", ids).execute();
  return ids;
};
