/**
 * What people have filled in of an answer that they haven't sent yet: theirs alone, of one round,
 * and gone with what ends the time for responses.
 */
import type { Kysely } from "kysely";
import { z } from "zod";
import { isOpen } from "../session/decide.ts";
import { holdSession } from "./commit.ts";
import type { KeptDraft } from "./port/draft.ts";
import type { Tables } from "./tables.ts";

type Database = Kysely<Tables>;

const draft = z.record(z.string(), z.unknown());

/** Writes nothing once the round is over: the row is held, so that no reveal comes between. */
export const saveDraft = async (
  database: Database,
  workspace: string,
  kept: KeptDraft & { readonly now: number },
): Promise<boolean> => {
  const { session, participant, round, step } = kept;
  const held = await holdSession(database, session);
  if (held?.workspace !== workspace || held.round !== round || !isOpen(held, kept.now)) return false;
  const values = { round, step, draft: JSON.stringify(kept.draft) };
  await database
    .insertInto("drafts")
    .values({ session, participant, ...values })
    .onConflict((conflict) => conflict.columns(["session", "participant"]).doUpdateSet(values))
    .execute();
  return true;
};

export const loadDraft = async (
  database: Database,
  workspace: string,
  session: string,
  participant: string,
): Promise<KeptDraft | undefined> => {
  const row = await database
    .selectFrom("drafts")
    .innerJoin("sessions", "sessions.id", "drafts.session")
    .selectAll("drafts")
    .where("sessions.workspace", "=", workspace)
    .where("drafts.session", "=", session)
    .where("drafts.participant", "=", participant)
    .executeTakeFirst();
  return row && { ...row, draft: draft.parse(JSON.parse(row.draft)) };
};

export const dropDraft = async (
  database: Database,
  workspace: string,
  session: string,
  participant: string,
): Promise<void> => {
  const held = await holdSession(database, session);
  if (held?.workspace !== workspace) return;
  const query = database.deleteFrom("drafts").where("session", "=", session);
  await query.where("participant", "=", participant).execute();
};
