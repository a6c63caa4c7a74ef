/**
 * The playground's own messages, kept in the same database: what Slack's or Teams' servers are to
 * the other adapters.
 */
import { z } from "zod";
import type { Card } from "../../src/cards/card.ts";
import { readCard } from "./kept-card.ts";
import { limits } from "./limits.ts";
import type { Message } from "./protocol.ts";
import type { PlaygroundDatabase } from "./tables.ts";

export type NewMessage = {
  /** The same for the same message; a second one under it is not added. */
  readonly key: string | null;
  readonly channel: string;
  readonly thread: string | null;
  readonly author: string | null;
  /** Only this person sees it. */
  readonly person: string | null;
  readonly body: Message["body"];
  readonly at: number;
};

export type Room = {
  /** Adds a message and answers its id; for a key that stands already, the id it stands under. */
  readonly add: (message: NewMessage) => Promise<string>;
  /** Replaces a message's card; false when there is no such message. */
  readonly replaceCard: (id: string, card: Card) => Promise<boolean>;
  /** Takes a message out; nothing happens when it isn't there. */
  readonly remove: (id: string) => Promise<void>;
  /** Whether this message can have a thread: it stands in that channel and is no reply. */
  readonly isRoot: (channel: string, id: string) => Promise<boolean>;
  /** What somebody said in that channel; undefined for a card, and for what isn't there. */
  readonly textOf: (channel: string, id: string) => Promise<string | undefined>;
  /** Whether a message stands under this key. */
  readonly has: (key: string) => Promise<boolean>;
  /** Whether there is any message in that channel. */
  readonly hasAny: (channel: string) => Promise<boolean>;
  /** Takes out every message of that channel. */
  readonly clear: (channel: string) => Promise<void>;
  /** Another text whenever the room looks different, whoever changed it. */
  readonly version: () => Promise<string>;
  /** The newest messages that this person may see, oldest first. */
  readonly listFor: (person: string) => Promise<readonly Message[]>;
};

const body = z.union([
  z.object({ type: z.literal("text"), text: z.string() }),
  // Cards are written by this program alone and drawn as data, so their insides aren't checked
  // again.
  z.object({
    type: z.literal("card"),
    card: z.custom<Card>((value) => typeof value === "object" && value !== null).transform(readCard),
  }),
]);

export const makeRoom = (database: PlaygroundDatabase): Room => ({
  add: async (message) => {
    const row = { ...message, body: JSON.stringify(message.body) };
    const added = await database
      .insertInto("playground_messages")
      .values(row)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added !== undefined) return String(added.id);
    const standing = database.selectFrom("playground_messages").select("id").where("key", "=", message.key);
    return String((await standing.executeTakeFirstOrThrow()).id);
  },
  replaceCard: async (id, card) => {
    const updated = await database
      .updateTable("playground_messages")
      .set(({ eb }) => ({ body: JSON.stringify({ type: "card", card }), version: eb("version", "+", 1) }))
      .where("id", "=", Number(id))
      .executeTakeFirst();
    return updated.numUpdatedRows > 0n;
  },
  remove: async (id) => {
    await database.deleteFrom("playground_messages").where("id", "=", Number(id)).execute();
  },
  ...heldIn(database),
  isRoot: async (channel, id) => {
    const found = await database
      .selectFrom("playground_messages")
      .select("id")
      .where("id", "=", Number(id))
      .where("channel", "=", channel)
      .where("thread", "is", null)
      .executeTakeFirst();
    return found !== undefined;
  },
  textOf: async (channel, id) => {
    const found = await database
      .selectFrom("playground_messages")
      .select("body")
      .where("id", "=", Number(id))
      .where("channel", "=", channel)
      .where("person", "is", null)
      .executeTakeFirst();
    const said = found === undefined ? undefined : body.parse(JSON.parse(found.body));
    return said?.type === "text" ? said.text : undefined;
  },
  version: async () => {
    const { max, countAll, sum } = database.fn;
    const query = database.selectFrom("playground_messages").select([max("id").as("newest"), countAll().as("count")]);
    const { newest, count, drawn } = await query.select(sum("version").as("drawn")).executeTakeFirstOrThrow();
    return `${newest}/${count}/${drawn}`;
  },
  listFor: async (person) => {
    const rows = await database
      .selectFrom("playground_messages")
      .selectAll()
      .where((where) => where.or([where("person", "is", null), where("person", "=", person)]))
      .orderBy("id", "desc")
      .limit(limits.shown.messagesMax)
      .execute();
    return rows.reverse().map((row) => ({
      id: String(row.id),
      channel: row.channel,
      thread: row.thread,
      author: row.author,
      private: row.person !== null,
      at: row.at,
      body: body.parse(JSON.parse(row.body)),
    }));
  },
});

/** What stands under a key, or in a channel as a whole. */
const heldIn = (database: PlaygroundDatabase): Pick<Room, "has" | "hasAny" | "clear"> => ({
  has: async (key) => {
    const found = await database
      .selectFrom("playground_messages")
      .select("id")
      .where("key", "=", key)
      .executeTakeFirst();
    return found !== undefined;
  },
  hasAny: async (channel) => {
    const found = await database
      .selectFrom("playground_messages")
      .select("id")
      .where("channel", "=", channel)
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  },
  clear: async (channel) => {
    await database.deleteFrom("playground_messages").where("channel", "=", channel).execute();
  },
});
