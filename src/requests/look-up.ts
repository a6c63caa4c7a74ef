/**
 * Looking up what is kept: by words in all channels that the person shares with the bot, page by
 * page in one channel, and one session again.
 */

import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import type { HistoryFilter } from "../cards/action.ts";
import { drawFindForm, drawHistoryForm, findLengthMax } from "../cards/forms/record-forms.ts";
import { drawFound, drawHistory, drawRecord, type Entry } from "../cards/private/record-cards.ts";
import type { Translator } from "../i18n/translator.ts";
import { monthsUpTo, spanOfMonth } from "../schedule/months.ts";
import { type Passage, passagesOf } from "../search/session-text.ts";
import { holds, termsOf } from "../search/terms.ts";
import { over } from "../session/permission.ts";
import { type Session, sessionStates } from "../session/session.ts";
import { maySeeChoices } from "../session/visibility.ts";
import type { FoundSession } from "../store/port/store.ts";
import { present } from "../text/present.ts";
import { type Asking, type Context, loadView, refuse } from "./context.ts";
import type { Origin, Reply } from "./request.ts";

const foundMax = 8;
/** As many as stand in one message of every platform. */
const pageSize = 5;
const monthsOffered = 24;

/**
 * The channels in which this person may look: where they ask, and the others of the workspace that
 * they are in. `complete` is false where the platform didn't say.
 */
const channelsFor = async (
  { store, platformOf }: Context,
  { workspace, channel, person }: Origin,
): Promise<{ readonly channels: readonly string[]; readonly complete: boolean }> => {
  const kept = await store.in(workspace).listChannels();
  const among = kept.filter((one) => one !== channel);
  if (among.length === 0) return { channels: [channel], complete: true };
  try {
    return {
      channels: [channel, ...(await platformOf(workspace).channelsOf({ workspace, person, among }))],
      complete: true,
    };
  } catch {
    // Who watches over the platform has seen it; a person is told that this was looked at alone.
    return { channels: [channel], complete: false };
  }
};

/** Finds sessions by words; without any, asks for them. */
export const find = async (asking: Asking, asked: string): Promise<Reply> => {
  const { context, origin, t } = asking;
  if (asked === "") return askFind(asking);
  const terms = termsOf(asked);
  if (terms.length === 0) return refuse({ code: "nothing-to-find" }, t);
  const { channels, complete } = await channelsFor(context, origin);
  const own = context.store.in(origin.workspace);
  const rows = await own.findSessions({ terms, channels, states: sessionStates, limit: foundMax + 1 });
  const entries: Entry[] = [];
  for (const row of rows.slice(0, foundMax)) {
    const entry = await entryOf(context, origin, row, t);
    const passage = passageWith(terms, passagesOf(row.session, entry.view.responses) ?? []);
    entries.push(passage === undefined ? entry : { ...entry, passage });
  }
  return { type: "card", card: drawFound(asked, { entries, more: rows.length > foundMax, complete }, t) };
};

/** The one that says why it was found, unless what is shown anyhow does. */
const passageWith = (terms: readonly string[], all: readonly Passage[]): Passage | undefined => {
  const shown = all.filter(({ part }) => part === "title" || part === "decision");
  const left = terms.filter((term) => !shown.some(({ text }) => holds(text, term)));
  return left.length === 0 ? undefined : all.find(({ text }) => left.some((term) => holds(text, term)));
};

const entryOf = async (
  context: Context,
  { workspace, channel }: Origin,
  { session, message }: FoundSession,
  t: Translator,
): Promise<Entry> => ({
  view: await loadView(context.store.in(workspace), session, t),
  link: message === null ? undefined : await linkTo(context, session, message),
  elsewhere: session.channel !== channel,
  replacedBy: (await context.store.in(workspace).findReplacing([session.id])).get(session.id),
});

/** Without a link, the rest is worth showing all the same. */
const linkTo = async ({ platformOf }: Context, { workspace, channel }: Session, message: string) =>
  platformOf(workspace)
    .linkTo({ workspace, channel, message })
    .catch(() => undefined);

export const askFind = ({ context: { ids }, t }: Asking): Reply => ({
  type: "form",
  form: drawFindForm(ids.next(), t),
});

const findValues = z.object({ words: z.string().max(findLengthMax) });

export const submitFind = async (asking: Asking, values: Draft): Promise<Reply> => {
  const { t } = asking;
  const parsed = findValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  if (termsOf(parsed.data.words).length === 0)
    return { type: "mistakes", mistakes: { words: t.messages.records.nothingToFind } };
  return find(asking, parsed.data.words.trim());
};

/** A page of what is over in the channel, newest first. */
export const showHistory = async ({ context, origin, t }: Asking, filter: HistoryFilter): Promise<Reply> => {
  const { month, owner, decided, behind } = filter;
  const { channel, zone, workspace } = origin;
  const rows = await context.store.in(workspace).findSessions({
    terms: [],
    channels: [channel],
    states: over,
    limit: pageSize + 1,
    ...(month === undefined ? {} : { started: spanOfMonth(month, zone) }),
    ...present({ owner, decided, behind }),
  });
  const shown = rows.slice(0, pageSize);
  const entries = await Promise.all(shown.map((row) => entryOf(context, origin, row, t)));
  const next = rows.length > pageSize ? shown.at(-1)?.place : undefined;
  return { type: "card", card: drawHistory({ entries, filter, next, zone }, t) };
};

export const askHistory = ({ context, origin, t }: Asking): Reply => {
  const { ids, clock } = context;
  const { zone } = origin;
  const months = monthsUpTo(clock.now(), zone, monthsOffered);
  const named = months.map(({ month, from }) => ({ id: month, label: t.month(from, zone) }));
  return { type: "form", form: drawHistoryForm(ids.next(), named, t) };
};

const chosen = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === "" || given === null ? undefined : given), value.optional());

const historyValues = z.object({
  decided: chosen(z.enum(["with", "without"])),
  owner: chosen(z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/)),
  month: chosen(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
});

export const submitHistory = async (asking: Asking, values: Draft): Promise<Reply> => {
  const { t } = asking;
  const parsed = historyValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  const { decided, owner, month } = parsed.data;
  const filter = {
    ...(decided === undefined ? {} : { decided: decided === "with" }),
    ...present({ owner, month }),
  };
  return showHistory(asking, filter);
};

/** A session whose choices may be seen, in a channel where this person is; else undefined. */
export const loadRecord = async (context: Context, origin: Origin, id: string): Promise<Session | undefined> => {
  const session = await context.store.in(origin.workspace).loadSession(id);
  if (session === undefined || !maySeeChoices(session)) return undefined;
  if (session.channel === origin.channel) return session;
  const { channels } = await channelsFor(context, origin);
  return channels.includes(session.channel) ? session : undefined;
};

export const openRecord = async ({ context, origin, t }: Asking, id: string): Promise<Reply> => {
  const session = await loadRecord(context, origin, id);
  if (session === undefined) return refuse({ code: "not-found" }, t);
  const store = context.store.in(origin.workspace);
  const replacing = await store.findReplacing([id]);
  return { type: "card", card: drawRecord(await loadView(store, session, t), replacing.get(id)) };
};
