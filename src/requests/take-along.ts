/**
 * Taking along what was revealed: who may see a session may have it as a file, which is written and
 * handed over after the person was answered.
 */

import { z } from "zod";
import type { Draft } from "../activities/asking.ts";
import { type ExportFormat, exportFormats } from "../cards/export-formats.ts";
import type { FormToken } from "../cards/form.ts";
import { drawExportForm } from "../cards/forms/record-forms.ts";
import { type Taken, takeAlong } from "../export/exported.ts";
import { formats } from "../export/formats.ts";
import { monthsUpTo, spanOfMonth } from "../schedule/months.ts";
import { isForgotten } from "../session/forgotten.ts";
import type { Session } from "../session/session.ts";
import type { FoundSession, SessionQuery } from "../store/port/store.ts";
import { present } from "../text/present.ts";
import { words } from "../text/text.ts";
import { type Asking, type Context, loadView, refuse } from "./context.ts";
import { loadRecord } from "./look-up.ts";
import type { Origin, Reply } from "./request.ts";

const pageSize = 100;
const monthsOffered = 24;

/** Asks how; `session` is undefined for what was revealed in the channel. */
export const askExport = async ({ context, origin, t }: Asking, session: string | undefined): Promise<Reply> => {
  if (session !== undefined && (await loadRecord(context, origin, session)) === undefined)
    return refuse({ code: "not-found" }, t);
  const { clock, ids } = context;
  const months = monthsUpTo(clock.now(), origin.zone, monthsOffered).map(({ month, from }) => ({
    id: month,
    label: t.month(from, origin.zone),
  }));
  return {
    type: "form",
    form: drawExportForm(ids.next(), { months, ...present({ session }) }, t),
  };
};

const exportValues = z.object({
  format: z.enum(exportFormats),
  inThread: z.boolean().default(false),
  month: z.preprocess(
    (given) => (given === "" || given === null ? undefined : given),
    z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  ),
});

export const submitExport = async (
  { context, origin, t }: Asking,
  { session }: Extract<FormToken, { type: "export" }>,
  values: Draft,
): Promise<Reply> => {
  const parsed = exportValues.safeParse(values);
  if (!parsed.success) return refuse({ code: "bad-request" }, t);
  const { format, month, inThread } = parsed.data;
  const found =
    session === undefined ? await ofChannel(context, origin, month) : await ofSession(context, origin, session);
  if (found === undefined) return refuse({ code: "not-found" }, t);
  if (found.length === 0) return refuse({ code: "nothing-to-export" }, t);
  const thread = inThread && session !== undefined ? (found[0]?.message ?? undefined) : undefined;
  // A platform waits for an answer no longer than it takes to write a few pages.
  void handOver({ context, origin, t }, found, { format, thread, name: nameFor(found, month) });
  const say = t.messages.records;
  return {
    type: "card",
    card: {
      title: words(say.exporting({ count: found.length })),
      blocks: [{ type: "paragraph", text: words(say.exportingText) }],
    },
  };
};

/** All that was revealed in the channel, the newest first. */
const ofChannel = async (
  { store }: Context,
  { workspace, channel, zone }: Origin,
  month: string | undefined,
): Promise<readonly FoundSession[]> => {
  const found: FoundSession[] = [];
  const query: SessionQuery = {
    terms: [],
    channels: [channel],
    states: ["revealed", "closed"],
    limit: pageSize,
    ...(month === undefined ? {} : { started: spanOfMonth(month, zone) }),
  };
  for (;;) {
    const behind = found.at(-1)?.place;
    const page = await store.in(workspace).findSessions({ ...query, ...present({ behind }) });
    found.push(...page);
    if (page.length < pageSize) return found;
  }
};

const ofSession = async (
  context: Context,
  origin: Origin,
  id: string,
): Promise<readonly FoundSession[] | undefined> => {
  const session = await loadRecord(context, origin, id);
  if (session === undefined) return undefined;
  const message = await context.store.in(origin.workspace).findMessageOf(id);
  return [{ session, place: 0, message }];
};

const nameFor = (found: readonly FoundSession[], month: string | undefined): string => {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return `decisions${month === undefined ? "" : `-${month}`}`;
  return `decision-${new Date(only.session.startedAt).toISOString().slice(0, 10)}-${only.session.activity.id}`;
};

type Handing = { readonly format: ExportFormat; readonly thread: string | undefined; readonly name: string };

/** Where it fails, whoever asked is told; what watches over the platform has seen why. */
const handOver = async (asking: Asking, found: readonly FoundSession[], handing: Handing): Promise<void> => {
  const { context, origin, t } = asking;
  const { workspace, channel, person } = origin;
  const platform = context.platformOf(workspace);
  try {
    const { ending, mediaType, write } = formats[handing.format];
    const nameOf = await namesFor(asking, found);
    const taken: Taken[] = [];
    for (const one of found) taken.push(await takeOne(asking, one, nameOf));
    const bytes = new TextEncoder().encode(write(taken, { at: context.clock.now(), nameOf, t }));
    const title = taken.length === 1 ? (taken[0]?.session.title ?? "") : t.messages.records.file.title;
    const to = { workspace, channel, person, ...present({ thread: handing.thread }) };
    await platform.sendFile(to, { name: `${handing.name}.${ending}`, title, mediaType, bytes });
  } catch {
    const card = { title: words(t.messages.records.exportFailed), blocks: [] };
    await platform.sendPrivately({ workspace, channel, person }, card).catch(() => undefined);
  }
};

const takeOne = async (
  { context, t }: Asking,
  { session, message }: FoundSession,
  nameOf: (person: string) => string,
): Promise<Taken> => {
  const { workspace, channel } = session;
  const view = await loadView(context.store.in(workspace), session, t);
  const leads = message === null ? undefined : context.platformOf(workspace).linkTo({ workspace, channel, message });
  const link = await leads?.catch(() => undefined);
  const replacedBy = (await context.store.in(workspace).findReplacing([session.id])).get(session.id);
  return takeAlong(view, nameOf, {
    link: link !== undefined && /^https?:/i.test(link) ? link : undefined,
    replacedBy,
  });
};

/** People's names, or their ids; those who were forgotten by a word. */
const namesFor = async (
  { context, t }: Asking,
  found: readonly FoundSession[],
): Promise<(person: string) => string> => {
  const names = new Map<string, string>();
  for (const { session } of found) {
    const people = (await peopleOf(context, session)).filter((person) => !names.has(person) && !isForgotten(person));
    if (people.length === 0) continue;
    const { workspace, channel } = session;
    const told = await context
      .platformOf(workspace)
      .namesOf({ workspace, channel, people })
      .catch(() => ({}));
    for (const [person, name] of Object.entries<string>(told)) names.set(person, name);
  }
  return (person) => (isForgotten(person) ? t.messages.session.forgottenPerson : (names.get(person) ?? person));
};

const peopleOf = async (
  { store }: Context,
  { id, workspace, settings, decision }: Session,
): Promise<readonly string[]> => {
  const responses = settings.anonymous ? [] : await store.in(workspace).loadResponses(id);
  return [
    ...new Set([
      ...responses.map(({ participant }) => participant),
      ...(decision?.owner == null ? [] : [decision.owner]),
    ]),
  ];
};
