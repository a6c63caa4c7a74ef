/**
 * Deals with a schedule's due time: starts whose turn it is, or lists it as skipped. Exactly once,
 * since schedule, occurrence and sessions are written together.
 */

import type { Context } from "../requests/context.ts";
import { startsOf } from "../requests/plan-turn.ts";
import { loadPreset } from "../requests/settings.ts";
import type { Occurrence } from "../schedule/schedule.ts";
import { outcomeAt, settle } from "../schedule/schedule.ts";

/** `graceMs`: an occurrence older than this is skipped and listed, in milliseconds. */
export const runOccurrence = async (
  context: Context,
  { workspace, subject }: { readonly workspace: string; readonly subject: string },
  graceMs: number,
): Promise<void> => {
  const { store, clock } = context;
  const schedule = await store.in(workspace).loadSchedule(subject);
  if (schedule?.next == null) {
    await store.dropDue({ kind: "occurrence", subject });
    return;
  }
  const now = clock.now();
  // Another process was quicker, or somebody moved it.
  if (schedule.next.at > now) return;
  const outcome = outcomeAt(schedule.next.at, now, graceMs);
  const intent = `occurrence/${schedule.id}/${schedule.next.at}`;
  const resolved = await loadPreset(context, schedule);
  const started = outcome === "skipped" ? undefined : startsOf(context, schedule, { intent, resolved });
  const occurrence: Occurrence = {
    ...schedule.next,
    outcome: outcome !== "skipped" && started === undefined ? "nothing-to-start" : outcome,
    decidedAt: now,
  };
  const after = settle(schedule, started?.ran);
  // Stale means that somebody else has dealt with it, or changed the schedule meanwhile; what is
  // still due is claimed again.
  await store.commitSchedule({
    schedule: after,
    expects: schedule.revision,
    occurrence,
    starts: started?.changes ?? [],
    intent: null,
  });
};
