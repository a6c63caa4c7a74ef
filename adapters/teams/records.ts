/** What Teams keeps of people: how each is reached alone, and what was sent to them there. */
import type { Records } from "../../src/store/records.ts";
import { teamsTables } from "./tables.ts";

export const records: Records = {
  /** Answers the ids of their personal chats, which name them as well. */
  forget: async (database, { workspace, person }) => {
    const kept = teamsTables(database);
    const chats = await kept
      .selectFrom("teams_conversations")
      .select("id")
      .where("workspace", "=", workspace)
      .where("person", "=", person)
      .execute();
    const ids = chats.map(({ id }) => id);
    if (ids.length === 0) return ids;
    await kept
      .deleteFrom("teams_private_messages")
      .where("workspace", "=", workspace)
      .where("conversation", "in", ids)
      .execute();
    await kept.deleteFrom("teams_conversations").where("workspace", "=", workspace).where("id", "in", ids).execute();
    return ids;
  },
  // Teams keeps the messages itself.
  deleteSessions: async () => undefined,
};
