/**
 * Tells those who have responded that what they answered has changed: each alone, once, and also at
 * night, since their round may end before the morning.
 */
import { openFrozen } from "../activities/kinds.ts";
import { drawNews } from "../cards/session/changes.ts";
import { type Context, translatorIn } from "../requests/context.ts";
import { participantFor } from "../requests/participant.ts";
import { isForgotten } from "../session/forgotten.ts";
import { over } from "../session/permission.ts";
import type { Session } from "../session/session.ts";
import type { DueNews } from "../store/port/due.ts";

/** It is taken away before it is told, so that it is told at most once. */
export const tellNews = async (context: Context, due: DueNews): Promise<void> => {
  const { store } = context;
  const { workspace, subject, edition } = due;
  const own = store.in(workspace);
  const session = await own.loadSession(subject);
  const people = session === undefined || over.includes(session.state) ? [] : await respondersOf(context, session);
  if (!(await store.dropDue(due)) || session === undefined) return;
  const by = session.changes.traces.flatMap((trace) => (trace.edition === edition ? [trace.by] : []));
  for (const person of people) {
    // Whoever made the change knows of it.
    if (by.includes(person)) continue;
    const t = translatorIn(context, workspace, (await own.loadLanguage(person)) ?? session.settings.language);
    const card = drawNews(session, edition, openFrozen(session.activity).title(t), t);
    await context.platformOf(workspace).sendPrivately({ workspace, channel: session.channel, person }, card);
  }
};

/**
 * The people who have responded. In an anonymous session they are found among the channel's; where
 * the platform can't say who these are, the cards alone tell of the change.
 */
const respondersOf = async (context: Context, session: Session): Promise<readonly string[]> => {
  const { workspace, channel, settings } = session;
  const own = context.store.in(workspace);
  const participants = new Set((await own.loadResponses(session.id)).map(({ participant }) => participant));
  if (!settings.anonymous) return [...participants].filter((person) => !isForgotten(person));
  const found: string[] = [];
  for (const { person } of (await context.platformOf(workspace).listMembers({ workspace, channel })) ?? []) {
    const participant = await participantFor(session, person, own);
    if (participant !== undefined && participants.has(participant)) found.push(person);
  }
  return found;
};
