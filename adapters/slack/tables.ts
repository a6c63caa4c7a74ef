/** Slack's table beside the core's. What it holds is said in migrations/0002. */
import type { Kysely } from "kysely";
import type { Tables } from "../../src/store/tables.ts";

export type SlackTables = {
  readonly slack_installations: {
    /** Of the team, or of the enterprise when the whole organisation installed the app. */
    readonly id: string;
    /** The installation with its tokens, encrypted. */
    readonly sealed: string;
  };
};

export type SlackDatabase = Kysely<Tables & SlackTables>;

/** The same database, with this table in sight. */
export const slackTables = (database: Kysely<Tables>): SlackDatabase => database.withTables<SlackTables>();
