/**
 * Keeps the store's promises on SQL, whichever database it is. Writes go through the group commit;
 * reads stand by themselves.
 */
import type { Kysely, Selectable, SelectQueryBuilder } from "kysely";
import type { Session } from "../session/session.ts";
import { makeRecent, type Recent } from "../text/recent.ts";
import { forgetCalibration, loadCalibration } from "./calibrations.ts";
import { checkWritable } from "./check-writable.ts";
import { forgetOrderOf, writeChange, writeStarts } from "./commit.ts";
import {
  claimDeliveries,
  listBacklogs,
  listUndelivered,
  nextDeliveryAt,
  noteTries,
  settleDelivery,
} from "./deliveries.ts";
import type { Dialect } from "./dialect.ts";
import { dropDraft, loadDraft, saveDraft } from "./drafts.ts";
import { claimDue, dropDue, putOffDue } from "./due-work.ts";
import { makeBatch, makeGroupCommit, type Write } from "./group-commit.ts";
import { findMade } from "./intents.ts";
import type { Committed } from "./port/change.ts";
import type { DueKey } from "./port/due.ts";
import type { Store, WorkspaceStore } from "./port/store.ts";
import type { Records } from "./records.ts";
import { deleteOld } from "./retention.ts";
import { listReviews } from "./reviews.ts";
import { responseOf, sessionOf } from "./rows.ts";
import { listOccurrences, listOutdated, listSchedules, loadSchedule, writeSchedule } from "./schedules.ts";
import { findReplacing, findSessions, keepTexts, listChannels } from "./session-texts.ts";
import { loadLanguage, loadSettings, saveLanguage, saveSettings } from "./settings.ts";
import type { Tables } from "./tables.ts";
import { type ResponseChange, writeResponses } from "./write-responses.ts";

type Writes = {
  readonly write: Write;
  readonly writeResponse: (session: string, change: ResponseChange) => Promise<Committed>;
  readonly recent: Recent<Session>;
};

/** Sessions that are kept in memory for what is checked again when it is written. */
const recentMax = 500;

/** `records` is what adapters keep in the same database. */
export const makeSqlStore = (dialect: Dialect, records: readonly Records[] = []): Store => {
  const { database } = dialect;
  const write = makeGroupCommit(dialect);
  const writeResponse = makeBatch<ResponseChange, Committed>(write, dialect.isHeldUp, (connection, given) =>
    writeResponses(connection, dialect, given),
  );
  const writes = { write, writeResponse, recent: makeRecent<Session>(recentMax) };
  return {
    in: (workspace) => makeWorkspaceStore(dialect, writes, workspace),
    claimDue: (now, limit) => write("due work", (connection) => claimDue(connection, now, limit)),
    dropDue: (due) => write(laneOf(due), (connection) => dropDue(connection, due)),
    erase: async (due, againAt) => {
      const isErased = dialect.erase === undefined || (await dialect.erase());
      await write(laneOf(due), async (connection) => {
        if (isErased) await dropDue(connection, due);
        else await putOffDue(connection, due, againAt);
      });
      return isErased;
    },
    commitSchedule: (change) => write(change.schedule.id, (connection) => writeSchedule(connection, change)),
    listOutdatedSchedules: (limit) => listOutdated(database, limit),
    listBacklogs: (now) => listBacklogs(database, now),
    claimDeliveries: (now, shares) => write("cards", (connection) => claimDeliveries(connection, now, shares)),
    settleDelivery: (delivery, settlement) =>
      write(`card/${delivery.session}/${delivery.slot}`, (connection) =>
        settleDelivery(connection, delivery, settlement),
      ),
    noteTries: (delivery, tries) =>
      write(`card/${delivery.session}/${delivery.slot}`, (connection) => noteTries(connection, delivery, tries)),
    nextDeliveryAt: (now) => nextDeliveryAt(database, now),
    keepTexts: (due, textOf, limit) => keepTexts(dialect, write, { due, textOf, limit }),
    listUndelivered: (workspace, session) => listUndelivered(database, workspace, session),
    deleteOld: (before, limit) => write("retention", (connection) => deleteOld(connection, { before, limit, records })),
    ping: () => checkWritable(write),
    close: dialect.close,
  };
};

const laneOf = ({ kind, subject }: DueKey): string => `due/${kind}/${subject}`;

/** Reads sessions, and remembers those read last. */
const readSessions = (
  sessions: () => SelectQueryBuilder<Tables, "sessions", Selectable<Tables["sessions"]>>,
  recent: Recent<Session>,
  workspace: string,
) => {
  const remember = (session: Session): Session => {
    recent.set(session.id, session);
    return session;
  };
  const loadSession = async (id: string): Promise<Session | undefined> => {
    const row = await sessions().where("id", "=", id).executeTakeFirst();
    return row && remember(sessionOf(row));
  };
  const recallSession = async (id: string): Promise<Session | undefined> => {
    const kept = recent.get(id);
    return kept?.workspace === workspace ? kept : loadSession(id);
  };
  return { loadSession, recallSession, remember };
};

const makeWorkspaceStore = (dialect: Dialect, writes: Writes, workspace: string): WorkspaceStore => {
  const { write, recent } = writes;
  const { database } = dialect;
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
  const { loadSession, recallSession, remember } = readSessions(sessions, recent, workspace);
  return {
    loadSession,
    recallSession,
    listSessions: async ({ channel, over, limit }) => {
      const query = sessions().where("state", over ? "in" : "not in", ["closed", "cancelled"]);
      const ofChannel = channel === undefined ? query : query.where("channel", "=", channel);
      const rows = await ofChannel.orderBy("started_at", "desc").orderBy("id").limit(limit).execute();
      return rows.map(sessionOf);
    },
    findSessions: (query) => findSessions(dialect, workspace, query),
    findReplacing: (sessions) => findReplacing(database, workspace, sessions),
    listReviews: (channel) => listReviews(database, workspace, channel),
    listChannels: () => listChannels(database, workspace),
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
    findCardOfMessage: async (channel, message) => {
      const query = database.selectFrom("cards").select(["session", "slot"]).where("workspace", "=", workspace);
      return query.where("message", "=", message).where("channel", "=", channel).executeTakeFirst();
    },
    findMessageOf: async (session) => {
      const query = database.selectFrom("cards").select("message").where("workspace", "=", workspace);
      const card = query.where("session", "=", session).where("slot", "=", "case");
      return (await card.executeTakeFirst())?.message ?? null;
    },
    loadLanguage: (person) => loadLanguage(database, { workspace, person }),
    saveLanguage: (person, language) =>
      write(`person/${workspace}/${person}`, (connection) => saveLanguage(connection, { workspace, person, language })),
    loadCalibration: (person) => loadCalibration(database, { workspace, person }),
    forgetCalibration: (person) =>
      write(`person/${workspace}/${person}`, (connection) => forgetCalibration(connection, { workspace, person })),
    loadSettings: (channel) => loadSettings(database, workspace, channel),
    saveSettings: (channel, chosen, expects) =>
      write(`settings/${workspace}`, (connection) => saveSettings(connection, { workspace, channel, chosen, expects })),
    loadSchedule: (id) => loadSchedule(database, workspace, id),
    listSchedules: (channel) => listSchedules(database, workspace, channel),
    listOccurrences: (schedule, limit) => listOccurrences(database, workspace, schedule, limit),
    ...draftsIn(dialect, write, workspace),
    findMade: (intent) => findMade(database, workspace, intent),
    loadParticipantKey: (session) => loadParticipantKey(database, workspace, session),
    commit: makeCommit(dialect, writes, workspace, remember),
    commitStarts: async (starts) => {
      const lane = starts[0]?.session ?? workspace;
      const committed = await write(lane, (connection) => writeStarts(connection, workspace, starts));
      if (committed.type === "committed") for (const { after } of starts) remember(after);
      return committed;
    },
  };
};

const draftsIn = (
  { database }: Dialect,
  write: Write,
  workspace: string,
): Pick<WorkspaceStore, "loadDraft" | "saveDraft" | "dropDraft"> => ({
  loadDraft: (session, participant) => loadDraft(database, workspace, session, participant),
  saveDraft: (draft) => write(draft.session, (connection) => saveDraft(connection, workspace, draft)),
  dropDraft: (session, participant) =>
    write(session, (connection) => dropDraft(connection, workspace, session, participant)),
});

const loadParticipantKey = async (
  database: Kysely<Tables>,
  workspace: string,
  session: string,
): Promise<Uint8Array | undefined> => {
  const row = await database
    .selectFrom("participant_keys")
    .innerJoin("sessions", "sessions.id", "participant_keys.session")
    .select("participant_keys.key")
    .where("sessions.workspace", "=", workspace)
    .where("participant_keys.session", "=", session)
    .executeTakeFirst();
  return row?.key;
};

const makeCommit =
  (
    dialect: Dialect,
    { write, writeResponse }: Writes,
    workspace: string,
    remember: (session: Session) => unknown,
  ): WorkspaceStore["commit"] =>
  async (change) => {
    const { guard } = change;
    if (guard.type === "round-open") return writeResponse(change.session, { workspace, change, guard });
    const committed = await write(change.session, async (connection) => {
      const written = await writeChange(connection, workspace, change, guard);
      if (written.type === "committed") await forgetOrderOf(connection, dialect, { ...change, workspace });
      return written;
    });
    if (committed.type !== "committed") return committed;
    remember(change.after);
    return committed;
  };
