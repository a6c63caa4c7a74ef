/**
 * How what the playground keeps goes: its messages lie in the same database as the sessions they
 * tell of.
 */
import { cardKeyOf, formatCardSlot } from "../../src/session/card-slot.ts";
import type { Records } from "../../src/store/records.ts";
import { playgroundTables } from "./tables.ts";
import { isOurs } from "./workspace.ts";

const blank = JSON.stringify({ type: "card", card: { title: [], blocks: [] } });

export const records: Records = {
  /**
   * What the person said goes, and what was said to them alone; cards are blank until they are
   * drawn anew.
   */
  forget: async (database, { workspace, person, sessions }) => {
    if (!isOurs(workspace)) return [];
    const kept = playgroundTables(database);
    await kept
      .deleteFrom("playground_messages")
      .where(({ or, eb }) => or([eb("author", "=", person), eb("person", "=", person)]))
      .execute();
    if (sessions.length === 0) return [];
    const cards = await kept
      .selectFrom("cards")
      .select("message")
      .where("session", "in", sessions)
      .where("person", "is", null)
      .where("message", "is not", null)
      .execute();
    const ids = cards.map(({ message }) => Number(message));
    if (ids.length > 0)
      await kept.updateTable("playground_messages").set({ body: blank }).where("id", "in", ids).execute();
    return [];
  },
  /** A session's messages all hang under its case. */
  deleteSessions: async (database, sessions) => {
    const kept = playgroundTables(database);
    const cases = sessions.map((id) => cardKeyOf(id, formatCardSlot({ type: "case" })));
    const roots = await kept.selectFrom("playground_messages").select("id").where("key", "in", cases).execute();
    if (roots.length === 0) return;
    const ids = roots.map(({ id }) => id);
    await kept
      .deleteFrom("playground_messages")
      .where(({ or, eb }) => or([eb("id", "in", ids), eb("thread", "in", ids.map(String))]))
      .execute();
  },
};
