/** Finds the decisions of a channel that are to be looked back on. */
import type { Kysely } from "kysely";
import type { Session } from "../session/session.ts";
import { sessionOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

export const listReviews = async (
  database: Kysely<Tables>,
  workspace: string,
  channel: string,
): Promise<readonly Session[]> => {
  const query = database.selectFrom("due_work").innerJoin("sessions", "sessions.id", "due_work.subject");
  const rows = await query
    .selectAll("sessions")
    .where("due_work.kind", "=", "review")
    .where("sessions.workspace", "=", workspace)
    .where("sessions.channel", "=", channel)
    .orderBy("due_work.at")
    .orderBy("sessions.id")
    .execute();
  return rows.map(sessionOf);
};
