/**
 * Plans what a schedule starts next: whose turn it is, as sessions that only have to be committed.
 */
import { endingOf } from "../commands/deadline.ts";
import { candidatesOf } from "../commands/schedule-source.ts";
import { takeTurn } from "../schedule/rotation.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { noRoles } from "../session/roles.ts";
import type { Resolved } from "../settings/settings.ts";
import type { Change } from "../store/port/change.ts";
import type { Context } from "./context.ts";
import { type PlannedStart, planAll, planStart } from "./plan-start.ts";
import { frozenOf } from "./start-options.ts";

const turned = (planned: PlannedStart, ran: readonly string[]): Turned | undefined =>
  planned.type === "planned" ? { changes: planned.changes, ran } : undefined;

export type Turned = { readonly changes: readonly Change[]; readonly ran: readonly string[] };

/**
 * What the schedule starts next, and the rotation after it; undefined when its packs hold nothing
 * of it any more.
 */
export const startsOf = (
  context: Context,
  schedule: Schedule,
  { intent, resolved }: { readonly intent: string; readonly resolved: Resolved },
): Turned | undefined => {
  const { workspace, channel, owner, zone, settings, end } = schedule;
  const { own } = schedule;
  const turn = own === undefined ? takeTurn(candidatesOf(context.library, schedule.from), schedule.ran) : undefined;
  const ends = end === null ? undefined : endingOf(end, zone, context.clock.now());
  const start = {
    workspace,
    channel,
    person: owner,
    settings: {
      open: false,
      quorum: null,
      ...settings,
      revealAtEnd: false,
      endWhenAll: false,
      roundMs: ends?.roundMs ?? null,
      ...frozenOf(resolved),
    },
    roles: noRoles,
    deadline: ends?.deadline ?? null,
    intent,
  };
  if (own !== undefined)
    return turned(planAll(context, [{ activity: own, takesResponses: true }], start), schedule.ran);
  return turn === undefined ? undefined : turned(planStart(context, turn.id, start), turn.ran);
};
