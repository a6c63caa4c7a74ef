/** What a start would write: one change a session, ready to be committed; or why it is refused. Shared by people's starts and schedules'. */

import type { Library } from "../packs/library.ts";
import type { PackActivity } from "../packs/pack.ts";
import { notesFor } from "../session/card-slot.ts";
import { decideStart } from "../session/decide.ts";
import type { Refusal } from "../session/refusal.ts";
import type { SessionSettings } from "../session/session.ts";
import type { Change } from "../store/store.ts";
import type { Context } from "./context.ts";

type Start = {
  readonly workspace: string;
  readonly channel: string;
  /** Becomes the facilitator. */
  readonly person: string;
  readonly settings: SessionSettings;
  /** When the first round ends, in UTC milliseconds, or null. */
  readonly deadline: number | null;
  /** Names what is meant; an exercise's first session has it, and each other one made from it. */
  readonly intent: string;
};

export type PlannedStart =
  | { readonly type: "planned"; readonly changes: readonly Change[] }
  | { readonly type: "unknown" }
  | { readonly type: "refused"; readonly refusal: Refusal };

/** The activities that an id names: one, those of an exercise, or none. */
const activitiesNamed = (library: Library, id: string): readonly PackActivity[] => {
  const exercise = library.exercises.find((one) => one.id === id);
  return (exercise?.activities ?? [id]).flatMap((named) => library.find(named) ?? []);
};

export const planStart = ({ library, ids, clock }: Context, named: string, start: Start): PlannedStart => {
  const activities = activitiesNamed(library, named);
  if (activities.length === 0) return { type: "unknown" };
  const { workspace, channel, person, settings, deadline } = start;
  const changes: Change[] = [];
  for (const { pack, id, kind, content, linked, open } of activities) {
    const session = ids.next();
    const activity = { pack, id, kind, content, linked };
    const { takesResponses } = open;
    const command = {
      type: "start",
      session,
      workspace,
      channel,
      activity,
      settings,
      deadline,
      takesResponses,
    } as const;
    const verdict = decideStart(command, person, clock.now());
    if (verdict.type === "refused") return verdict;
    for (const event of verdict.events) {
      if (event.type !== "session-started") continue;
      changes.push({
        session,
        events: verdict.events,
        after: event.session,
        guard: { type: "new" },
        notes: notesFor(verdict.events, event.session),
        intent: { name: changes.length === 0 ? start.intent : `${start.intent}/${id}`, person, corrects: null },
        at: event.session.startedAt,
      });
    }
  }
  return { type: "planned", changes };
};
