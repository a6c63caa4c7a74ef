/**
 * The day has come to look back on a decision: asked once in the thread, and the person in charge
 * alone. While nobody answers, one session a month tells the channel of all that are open.
 */
import { openFrozen } from "../activities/kinds.ts";
import { drawReviewNudge } from "../cards/session/review-cards.ts";
import { applyCommand } from "../requests/apply-command.ts";
import { type Context, translatorIn } from "../requests/context.ts";
import { loadPreset } from "../requests/settings.ts";
import { nextMonth } from "../schedule/months.ts";
import { isForgotten } from "../session/forgotten.ts";
import type { Session } from "../session/session.ts";
import type { Due } from "../store/port/due.ts";

export const lookBack = async (context: Context, { workspace, subject }: Due): Promise<void> => {
  const { store, clock } = context;
  const session = await store.in(workspace).loadSession(subject);
  const due = session?.reviewing.at ?? null;
  if (session === undefined || due === null) {
    await store.dropDue({ kind: "review", subject });
    return;
  }
  const now = clock.now();
  // Another process was quicker.
  if (due > now) return;
  const { settings } = await loadPreset(context, session);
  const next = nextMonth(now, settings.zone ?? context.zone);
  const request = {
    workspace,
    session: subject,
    asker: { type: "clock" },
    intent: `review/${subject}/${due}`,
  } as const;
  if (session.reviewing.awaits) {
    const open = await openBehind(context, session);
    await applyCommand(context, request, async () => ({ type: "tell-reviews", due, next, open }));
    return;
  }
  let isFirst = true;
  const compare = async () => {
    isFirst = false;
    return "same" as const;
  };
  const asked = await applyCommand(context, { ...request, compare }, async () => ({
    type: "request-review",
    due,
    next,
  }));
  if (asked.type === "applied" && isFirst) await tellInCharge(context, session);
};

/** How many are open in the channel, where this is the one that tells it; else null. */
const openBehind = async ({ store }: Context, { id, workspace, channel }: Session): Promise<number | null> => {
  const open = (await store.in(workspace).listReviews(channel)).filter(({ reviewing }) => reviewing.awaits);
  const [first] = open.toSorted((one, other) => one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1));
  return first === undefined || first.id === id ? Math.max(1, open.length) : null;
};

/** Told at most once, and never in place of the thread: where it fails, that one stands. */
const tellInCharge = async (context: Context, session: Session): Promise<void> => {
  const { workspace, channel, decision, facilitators, settings } = session;
  const person = decision?.owner ?? facilitators[0];
  if (person === undefined || isForgotten(person)) return;
  const language = (await context.store.in(workspace).loadLanguage(person)) ?? settings.language;
  const t = translatorIn(context, workspace, language);
  const card = drawReviewNudge({ session, activity: openFrozen(session.activity), t });
  await context.platformOf(workspace).sendPrivately({ workspace, channel, person }, card);
};
