/** Teams' tables beside the core's. What they hold is said in migrations/0004. */
import type { Kysely } from "kysely";
import type { Tables } from "../../src/store/tables.ts";

export type TeamsTables = {
  readonly teams_conversations: {
    readonly workspace: string;
    readonly id: string;
    readonly kind: "channel" | "group" | "personal";
    readonly service_url: string;
    /** The bot's own id there. */
    readonly bot: string;
    readonly team: string | null;
    /** Whose personal chat it is. */
    readonly person: string | null;
  };
  /**
   * What was sent to one person's chat on behalf of another conversation, so that its buttons act
   * there.
   */
  readonly teams_private_messages: {
    readonly workspace: string;
    readonly conversation: string;
    readonly message: string;
    readonly channel: string;
  };
};

export type TeamsDatabase = Kysely<Tables & TeamsTables>;

/** The same database, with these tables in sight. */
export const teamsTables = (database: Kysely<Tables>): TeamsDatabase => database.withTables<TeamsTables>();
