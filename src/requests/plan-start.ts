/**
 * What a start would write: one change a session, ready to be committed; or why it is refused.
 * Shared by people's starts and schedules'.
 */

import type { Library } from "../packs/library.ts";
import { notesFor } from "../session/card-slot.ts";
import { decideStart } from "../session/decide.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Roles } from "../session/roles.ts";
import type { FrozenActivity, SessionSettings } from "../session/session.ts";
import type { Change } from "../store/port/change.ts";
import { textAfter } from "./apply-command.ts";
import type { Context } from "./context.ts";

/** Something that can be started: frozen as it is now. */
export type Startable = { readonly activity: FrozenActivity; readonly takesResponses: boolean };

export type Start = {
  readonly workspace: string;
  readonly channel: string;
  /** Becomes the facilitator. */
  readonly person: string;
  readonly settings: SessionSettings;
  readonly roles: Roles;
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
const activitiesNamed = (library: Library, id: string): readonly Startable[] => {
  const exercise = library.exercises.find((one) => one.id === id);
  const found = (exercise?.activities ?? [id]).flatMap((named) => library.find(named) ?? []);
  return found.map(({ pack, id, kind, content, linked, open }) => ({
    activity: { pack, id, kind, content, linked },
    takesResponses: open.takesResponses,
  }));
};

/** Plans the start of what the packs have under an id. */
export const planStart = (context: Context, named: string, start: Start): PlannedStart =>
  planAll(context, activitiesNamed(context.library, named), start);

/** Plans the start of each of these; nothing to start is unknown. */
export const planAll = ({ ids, clock }: Context, startables: readonly Startable[], start: Start): PlannedStart => {
  if (startables.length === 0) return { type: "unknown" };
  const { workspace, channel, person, settings, roles, deadline } = start;
  const changes: Change[] = [];
  for (const { activity, takesResponses } of startables) {
    const session = ids.next();
    const command = {
      type: "start",
      session,
      workspace,
      channel,
      activity,
      settings,
      roles,
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
        intent: {
          name: changes.length === 0 ? start.intent : `${start.intent}/${activity.id}`,
          person,
          corrects: null,
        },
        at: event.session.startedAt,
        ...textAfter(event.session, []),
      });
    }
  }
  return { type: "planned", changes };
};
