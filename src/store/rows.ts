/** Rows to values and back; JSON from the database is parsed like anything else that enters. */
import type { Selectable } from "kysely";
import { z } from "zod";
import { languageCodes } from "../i18n/languages.ts";
import { notReviewed, verdicts } from "../session/reviewing.ts";
import { type FrozenActivity, type Response, type Session, sessionStates } from "../session/session.ts";
import { makeRecent } from "../text/recent.ts";
import type { Tables } from "./tables.ts";

const activity = z.object({
  pack: z.string().nullable(),
  id: z.string(),
  kind: z.string(),
  content: z.unknown(),
  linked: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Sessions of one activity have one content in memory, so that it is checked and opened once. Each
 * takes up to 100 KiB.
 */
const activities = makeRecent<FrozenActivity>(100);

const activityOf = (text: string): FrozenActivity => {
  const found = activities.get(text) ?? activity.parse(JSON.parse(text));
  activities.set(text, found);
  return found;
};

const trace = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("reworded"),
    edition: z.number(),
    at: z.number(),
    by: z.string(),
    was: z.string(),
    now: z.string(),
  }),
  z.object({
    type: z.literal("added"),
    edition: z.number(),
    at: z.number().nullable(),
    label: z.string(),
    by: z.string().nullable(),
  }),
]);

const detail = z.object({
  settings: z.object({
    anonymous: z.boolean(),
    discussion: z.boolean(),
    open: z.boolean().default(false),
    quorum: z.number().nullable().default(null),
    revealAtEnd: z.boolean().default(false),
    endWhenAll: z.boolean().default(false),
    language: z.enum(languageCodes),
    roundMs: z.number().nullable(),
    halfway: z.boolean().exactOptional(),
    bounds: z.object({ low: z.number(), high: z.number() }).exactOptional(),
    broadcast: z.boolean().exactOptional(),
  }),
  facilitators: z.array(z.string()),
  roles: z
    .object({
      invited: z.array(z.string()),
      observers: z.array(z.string()),
      decider: z.string().nullable().default(null),
    })
    .default({ invited: [], observers: [], decider: null }),
  reminder: z.object({ at: z.number().nullable(), sent: z.number() }).default({ at: null, sent: 0 }),
  decision: z
    .object({
      text: z.string(),
      owner: z.string().nullable(),
      date: z.string().nullable(),
      replaces: z.object({ session: z.string(), title: z.string() }).exactOptional(),
      expects: z.object({ text: z.string(), likely: z.number().nullable(), by: z.string() }).exactOptional(),
      review: z.object({ date: z.string(), at: z.number() }).exactOptional(),
      takes: z.string().exactOptional(),
      against: z.object({ count: z.number(), of: z.number(), reason: z.string() }).exactOptional(),
    })
    .nullable(),
  reviewing: z
    .object({
      at: z.number().nullable(),
      awaits: z.boolean(),
      asked: z.number(),
      told: z.number(),
      open: z.number(),
      reviews: z.array(z.object({ verdict: z.enum(verdicts), text: z.string(), by: z.string(), at: z.number() })),
    })
    .default({ ...notReviewed, reviews: [] }),
  changes: z.object({ edition: z.number(), reworded: z.number(), traces: z.array(trace) }).default({
    edition: 0,
    reworded: 0,
    traces: [],
  }),
});

const state = z.enum(sessionStates);

export const sessionOf = (row: Selectable<Tables["sessions"]>): Session => ({
  id: row.id,
  workspace: row.workspace,
  channel: row.channel,
  activity: activityOf(row.activity),
  ...detail.parse(JSON.parse(row.detail)),
  state: state.parse(row.state),
  round: row.round,
  deadline: row.deadline,
  startedAt: row.started_at,
  revision: row.revision,
});

export const rowOfSession = (session: Session): Tables["sessions"] => ({
  id: session.id,
  workspace: session.workspace,
  channel: session.channel,
  activity: JSON.stringify(session.activity),
  detail: JSON.stringify({
    settings: session.settings,
    facilitators: session.facilitators,
    roles: session.roles,
    decision: session.decision,
    reviewing: session.reviewing,
    reminder: session.reminder,
    changes: session.changes,
  }),
  state: session.state,
  round: session.round,
  deadline: session.deadline,
  started_at: session.startedAt,
  revision: session.revision,
});

export const responseOf = (row: Selectable<Tables["responses"]>): Response => ({
  round: row.round,
  participant: row.participant,
  revision: row.revision,
  answer: JSON.parse(row.answer),
  at: row.at,
});
