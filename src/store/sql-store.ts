/** Keeps the store's promises on SQL. Writes go through the group commit; reads stand by themselves. */
import { type Kysely, sql } from "kysely";
import { findIntent, forgetsPeople, writeChange } from "./commit.ts";
import { listTroubles, makeDeliveries, nextDeliveryAt } from "./deliveries.ts";
import { claimDue, dropDue } from "./due-work.ts";
import { makeGroupCommit } from "./group-commit.ts";
import { probeWrites } from "./probe.ts";
import { deleteOld } from "./retention.ts";
import { responseOf, sessionOf } from "./rows.ts";
import { listOccurrences, listOutdated, listSchedules, loadSchedule, writeSchedule } from "./schedules.ts";
import type { Change, Delivery, Store, WorkspaceStore } from "./store.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;
type Write = ReturnType<typeof makeGroupCommit>;

export const makeSqlStore = (database: Database): Store => {
  const write = makeGroupCommit(database);
  const deliveries = makeDeliveries();
  return {
    in: (workspace) => makeWorkspaceStore(database, write, workspace),
    claimDue: (now, limit) => write((connection) => claimDue(connection, now, limit)),
    dropDue: (due) => write((connection) => dropDue(connection, due)),
    commitSchedule: (change) => write((connection) => writeSchedule(connection, change)),
    listOutdatedSchedules: (limit) => listOutdated(database, limit),
    claimDeliveries: async (now, limit) => {
      let claimed: readonly Delivery[] = [];
      try {
        return await write(async (connection) => {
          claimed = await deliveries.claim(connection, now, limit);
          return claimed;
        });
      } catch (fault) {
        deliveries.release(claimed);
        throw fault;
      }
    },
    settleDelivery: async (delivery, settlement) => {
      try {
        await write((connection) => deliveries.settle(connection, delivery, settlement));
      } finally {
        deliveries.release([delivery]);
      }
    },
    nextDeliveryAt: (now) => nextDeliveryAt(database, now),
    listTroubles: (workspace, session) => listTroubles(database, workspace, session),
    deleteOld: (before, limit) => write((connection) => deleteOld(connection, before, limit)),
    ping: () => probeWrites(write),
    close: () => database.destroy(),
  };
};

const makeWorkspaceStore = (database: Database, write: Write, workspace: string): WorkspaceStore => {
  const sessions = () =>
    database.selectFrom("sessions").selectAll("sessions").where("sessions.workspace", "=", workspace);
  /** Responses of this workspace's session alone. */
  const responses = (session: string) =>
    database
      .selectFrom("responses")
      .innerJoin("sessions", "sessions.id", "responses.session")
      .selectAll("responses")
      .where("sessions.workspace", "=", workspace)
      .where("responses.session", "=", session)
      .orderBy("responses.participant")
      .orderBy("responses.revision");
  return {
    loadSession: async (id) => {
      const row = await sessions().where("id", "=", id).executeTakeFirst();
      return row && sessionOf(row);
    },
    listSessions: async ({ channel, over, limit }) => {
      const query = sessions().where("state", over ? "in" : "not in", ["closed", "cancelled"]);
      const ofChannel = channel === undefined ? query : query.where("channel", "=", channel);
      const rows = await ofChannel.orderBy("started_at", "desc").orderBy("id").limit(limit).execute();
      return rows.map(sessionOf);
    },
    loadResponses: async (session) => {
      const rows = await responses(session).execute();
      const last = new Map(rows.map((row) => [`${row.round} ${row.participant}`, row]));
      return [...last.values()].map(responseOf);
    },
    loadResponse: async (session, round, participant) => {
      const query = responses(session).where("responses.round", "=", round);
      const rows = await query.where("responses.participant", "=", participant).execute();
      const last = rows.at(-1);
      return last && responseOf(last);
    },
    findSessionOfThread: async (channel, message) => {
      const query = database.selectFrom("cards").select("session").where("workspace", "=", workspace);
      const row = await query.where("message", "=", message).where("channel", "=", channel).executeTakeFirst();
      return row?.session;
    },
    loadLanguage: async (person) => {
      const query = database.selectFrom("person_settings").select("language").where("workspace", "=", workspace);
      return (await query.where("person", "=", person).executeTakeFirst())?.language;
    },
    saveLanguage: (person, language) =>
      write(async (connection) => {
        await connection
          .insertInto("person_settings")
          .values({ workspace, person, language })
          .onConflict((conflict) => conflict.columns(["workspace", "person"]).doUpdateSet({ language }))
          .execute();
      }),
    loadSchedule: (id) => loadSchedule(database, workspace, id),
    listSchedules: (channel) => listSchedules(database, workspace, channel),
    listOccurrences: (schedule, limit) => listOccurrences(database, workspace, schedule, limit),
    findIntent: (intent) => findIntent(database, workspace, intent),
    loadParticipantKey: async (session) => {
      const row = await database
        .selectFrom("participant_keys")
        .innerJoin("sessions", "sessions.id", "participant_keys.session")
        .select("participant_keys.key")
        .where("sessions.workspace", "=", workspace)
        .where("participant_keys.session", "=", session)
        .executeTakeFirst();
      return row?.key;
    },
    commit: async (change: Change) => {
      const committed = await write((connection) => writeChange(connection, workspace, change));
      if (committed.type === "committed" && change.after.settings.anonymous && forgetsPeople(change.events))
        await sql`pragma wal_checkpoint(truncate)`.execute(database);
      return committed;
    },
  };
};
