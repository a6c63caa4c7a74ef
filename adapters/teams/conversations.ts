/**
 * How each conversation is reached again without being spoken to first, kept from verified
 * activities alone; and on whose behalf a personal message was sent.
 */
import { makeRecent } from "../../src/text/recent.ts";
import type { TeamsDatabase, TeamsTables } from "./tables.ts";

export type ConversationKind = TeamsTables["teams_conversations"]["kind"];

export type Conversation = {
  readonly workspace: string;
  readonly id: string;
  readonly kind: ConversationKind;
  readonly serviceUrl: string;
  /** The bot's own id there. */
  readonly bot: string;
  readonly team: string | null;
  /** Whose personal chat it is. */
  readonly person: string | null;
};

type PrivateMessage = {
  readonly workspace: string;
  readonly conversation: string;
  readonly message: string;
  /** The conversation it belongs to, where its buttons act. */
  readonly channel: string;
};

export type Conversations = {
  /** Keeps how it is reached now; true when it was unknown. */
  readonly save: (conversation: Conversation) => Promise<boolean>;
  readonly find: (workspace: string, id: string) => Promise<Conversation | undefined>;
  readonly findPersonal: (workspace: string, person: string) => Promise<Conversation | undefined>;
  /** Those that several people share. */
  readonly listShared: (workspace: string, max: number) => Promise<readonly Conversation[]>;
  /** Forgets a conversation that the bot was taken out of, with the others of its team. */
  readonly remove: (workspace: string, id: string, team: string | null) => Promise<void>;
  readonly savePrivate: (message: PrivateMessage) => Promise<void>;
  readonly channelOfPrivate: (message: Omit<PrivateMessage, "channel">) => Promise<string | undefined>;
};

const rememberedMax = 10_000;

export const makeConversations = (database: TeamsDatabase): Conversations => {
  /** What was written already needn't be written with every activity. */
  const written = makeRecent<string>(rememberedMax);
  const keyOf = (workspace: string, id: string): string => `${workspace} ${id}`;
  const rows = (workspace: string) =>
    database.selectFrom("teams_conversations").selectAll().where("workspace", "=", workspace);
  const find: Conversations["find"] = async (workspace, id) => {
    const row = await rows(workspace).where("id", "=", id).executeTakeFirst();
    return row && conversationOf(row);
  };
  return {
    find,
    save: async (conversation) => {
      const { workspace, id } = conversation;
      const text = JSON.stringify(conversation);
      if (written.get(keyOf(workspace, id)) === text) return false;
      const { serviceUrl: service_url, ...rest } = conversation;
      const added = await database
        .insertInto("teams_conversations")
        .values({ ...rest, service_url })
        .onConflict((conflict) => conflict.columns(["workspace", "id"]).doNothing())
        .executeTakeFirst();
      const isNew = added.numInsertedOrUpdatedRows === 1n;
      if (!isNew)
        await database
          .updateTable("teams_conversations")
          .set({ ...rest, service_url })
          .where("workspace", "=", workspace)
          .where("id", "=", id)
          .execute();
      written.set(keyOf(workspace, id), text);
      return isNew;
    },
    findPersonal: async (workspace, person) => {
      const row = await rows(workspace).where("person", "=", person).executeTakeFirst();
      return row && conversationOf(row);
    },
    listShared: async (workspace, max) => {
      const shared = await rows(workspace).where("kind", "!=", "personal").orderBy("id").limit(max).execute();
      return shared.map(conversationOf);
    },
    remove: async (workspace, id, team) => {
      written.clear();
      await database
        .deleteFrom("teams_conversations")
        .where("workspace", "=", workspace)
        .where((where) => where.or([where("id", "=", id), ...(team === null ? [] : [where("team", "=", team)])]))
        .execute();
      await database
        .deleteFrom("teams_private_messages")
        .where("workspace", "=", workspace)
        .where((where) => where.or([where("conversation", "=", id), where("channel", "=", id)]))
        .execute();
    },
    savePrivate: async (message) => {
      await database
        .insertInto("teams_private_messages")
        .values(message)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    channelOfPrivate: async ({ workspace, conversation, message }) => {
      const query = database.selectFrom("teams_private_messages").select("channel").where("workspace", "=", workspace);
      const found = query.where("conversation", "=", conversation).where("message", "=", message);
      return (await found.executeTakeFirst())?.channel;
    },
  };
};

const conversationOf = ({ service_url: serviceUrl, ...row }: TeamsTables["teams_conversations"]): Conversation => ({
  ...row,
  serviceUrl,
});
