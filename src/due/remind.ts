/**
 * Reminds those who have not responded: each alone where the platform knows who is there, otherwise
 * all by one line in the thread. Nobody at night, nobody who has responded.
 */
import { openFrozen } from "../activities/kinds.ts";
import { drawKeptNudge, drawNudge } from "../cards/session/turn-cards.ts";
import type { Member } from "../platform.ts";
import { applyCommand } from "../requests/apply-command.ts";
import { type Context, translatorIn } from "../requests/context.ts";
import { participantFor } from "../requests/participant.ts";
import { loadPreset } from "../requests/settings.ts";
import { loadStanding } from "../requests/standing-response.ts";
import { nextWaking } from "../schedule/quiet-hours.ts";
import { isOpen } from "../session/decide.ts";
import { isForgotten } from "../session/forgotten.ts";
import { mayRespond } from "../session/roles.ts";
import type { Due, DueNudge, Nudge } from "../store/port/due.ts";

/**
 * A round's reminder is due: plans one for each member, whether they have responded or not, since
 * in an anonymous session nobody may know who has.
 */
export const remind = async (context: Context, { workspace, subject }: Due): Promise<void> => {
  const { store, clock } = context;
  const session = await store.in(workspace).loadSession(subject);
  const at = session?.reminder.at ?? null;
  if (session === undefined || at === null) {
    await store.dropDue({ kind: "reminder", subject });
    return;
  }
  const platform = context.platformOf(workspace);
  const members = await platform.listMembers({ workspace, channel: session.channel });
  const { settings } = await loadPreset(context, session);
  const now = clock.now();
  const { round } = session;
  const number = session.reminder.sent + 1;
  // Who is asked by name can be reached wherever the platform can't list a channel.
  const people = members ?? session.roles.invited.filter((person) => !isForgotten(person)).map(unknownZone);
  const nudges: Nudge[] = [];
  const ownZone = settings.zone ?? context.zone;
  for (const { person, zone = ownZone } of people.filter((one) => mayRespond(session, one.person)))
    nudges.push({ person, round, number, zone, at: nextWaking(now, zone, settings.quiet) });
  const request = {
    workspace,
    session: session.id,
    asker: { type: "clock" },
    intent: `reminder/${session.id}/${round}/${number}`,
    nudges,
  } as const;
  await applyCommand(context, request, async () => ({
    type: "remind",
    round,
    inThread: nudges.length === 0 && members === undefined,
  }));
};

const unknownZone = (person: string): Member => ({ person });

/**
 * One person's reminder is due. It is taken away before it is sent, so that it is sent at most
 * once.
 */
export const nudge = async (context: Context, due: DueNudge): Promise<void> => {
  const { workspace, subject: id, round, zone, person } = due;
  const now = context.clock.now();
  const store = context.store.in(workspace);
  const session = await store.loadSession(id);
  // Found late, at night: it stays due, and is claimed again until the morning.
  const quiet = session && (await loadPreset(context, session)).settings.quiet;
  if (nextWaking(now, zone, quiet) > now) return;
  if (!(await context.store.dropDue(due))) return;
  if (session === undefined || session.round !== round || !isOpen(session, now)) return;
  if (!mayRespond(session, person)) return;
  const participant = await participantFor(session, person, store);
  if (participant === undefined) return;
  const standing = await loadStanding(store, session, participant);
  if (standing?.kept === false) return;
  const t = translatorIn(context, workspace, (await store.loadLanguage(person)) ?? session.settings.language);
  const activity = openFrozen(session.activity);
  const card =
    standing === undefined ? drawNudge(session, activity, t) : drawKeptNudge(session, standing, activity.title(t), t);
  await context.platformOf(workspace).sendPrivately({ workspace, channel: session.channel, person }, card);
};
