/**
 * Decides of which workspaces cards may be sent now: each has its places and each group of
 * platforms has its own, they are shared evenly, and a workspace that hangs waits, so that nobody
 * else waits for it.
 */
import type { Clock } from "../clock.ts";
import type { Backlog, Share } from "../store/port/delivery.ts";

export type Places = {
  /**
   * How many cards of each workspace may be taken in hand now. Whoever has fewest in hand comes
   * first; among equals the first of the backlogs.
   *
   * @example places.share([{ workspace: "chat/T1", cards: 40 }]); // [{ workspace: "chat/T1",
   *   limit: 8 }]
   */
  readonly share: (backlogs: readonly Backlog[]) => readonly Share[];
  /** A card of this workspace is in hand until `leave`. */
  readonly take: (workspace: string) => void;
  readonly leave: (workspace: string) => void;
  /**
   * Calls the platform on behalf of a workspace, and answers as it does. `isDone`: there is nothing
   * to send again.
   */
  readonly watch: <Answer>(
    workspace: string,
    call: () => Promise<Answer>,
    isDone: (answer: Answer) => boolean,
  ) => Promise<Answer>;
  /**
   * When the next of the workspaces that wait may be tried, in UTC milliseconds; undefined when
   * none waits.
   */
  readonly nextAt: () => number | undefined;
};

export const placesMax = { workspace: 8, group: 24 } as const;

/**
 * A call that took longer than this, in milliseconds, and did nothing has hung; platforms answer
 * within a second or two.
 */
export const hungMs = 5_000;
/** So many calls of a workspace must hang, one after another, before it waits. */
const hungMax = 2;
/** How long it waits then, in milliseconds; twice as long each further time, up to the longest. */
export const pauseMs = { first: 10_000, max: 300_000 } as const;

type State = { readonly inHand: number; readonly hung: number; readonly until: number; readonly pauses: number };

const unknown: State = { inHand: 0, hung: 0, until: 0, pauses: 0 };

export type PlacesParts = {
  readonly clock: Clock;
  /** The group of the platform that a workspace is on. */
  readonly groupOf: (workspace: string) => string;
  /** Hears once of each workspace that hangs. */
  readonly reportHang: (workspace: string) => void;
};

export const makePlaces = ({ clock, groupOf, reportHang }: PlacesParts): Places => {
  /** Those alone of which something is in hand or hung. */
  const states = new Map<string, State>();
  const stateOf = (workspace: string): State => states.get(workspace) ?? unknown;
  const set = (workspace: string, change: Partial<State>): void => {
    const state = { ...stateOf(workspace), ...change };
    if (state.inHand === 0 && state.hung === 0) states.delete(workspace);
    else states.set(workspace, state);
  };
  const note = (workspace: string, fromMs: number, done: boolean): void => {
    const now = clock.now();
    const before = stateOf(workspace);
    const hung = !done && now - fromMs >= hungMs;
    const after = hung ? afterHang(before, now) : { ...before, hung: 0, until: 0, pauses: 0 };
    set(workspace, after);
    if (before.pauses === 0 && after.pauses > 0) reportHang(workspace);
  };
  return {
    share: (backlogs) => shareEvenly(backlogs, stateOf, groupOf, inHandOf(states, groupOf), clock.now()),
    take: (workspace) => set(workspace, { inHand: stateOf(workspace).inHand + 1 }),
    leave: (workspace) => set(workspace, { inHand: stateOf(workspace).inHand - 1 }),
    watch: async (workspace, call, isDone) => {
      const fromMs = clock.now();
      try {
        const answer = await call();
        note(workspace, fromMs, isDone(answer));
        return answer;
      } catch (fault) {
        note(workspace, fromMs, false);
        throw fault;
      }
    },
    nextAt: () => {
      const ends = [...states.values()].map(({ until }) => until).filter((until) => waits(until, clock.now()));
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
  };
};

const afterHang = (state: State, now: number): State => {
  const { hung, until, pauses } = state;
  // What was begun before the pause, and hung like the rest, makes it no longer.
  if (waits(until, now)) return state;
  if (hung + 1 < hungMax) return { ...state, hung: hung + 1 };
  const pause = Math.min(pauseMs.max, pauseMs.first * 2 ** pauses);
  return { ...state, hung: hung + 1, until: now + pause, pauses: pauses + 1 };
};

/** A pause that seems to last longer than any was set by a clock that has since been set back. */
const waits = (until: number, now: number): boolean => until > now && until <= now + pauseMs.max;

/** How many cards of each group are in hand. */
const inHandOf = (states: ReadonlyMap<string, State>, groupOf: PlacesParts["groupOf"]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [workspace, { inHand }] of states)
    counts.set(groupOf(workspace), (counts.get(groupOf(workspace)) ?? 0) + inHand);
  return counts;
};

const shareEvenly = (
  backlogs: readonly Backlog[],
  stateOf: (workspace: string) => State,
  groupOf: PlacesParts["groupOf"],
  taken: Map<string, number>,
  now: number,
): readonly Share[] => {
  const asking = backlogs.map(({ workspace, cards }) => {
    const { inHand, hung, until } = stateOf(workspace);
    // Whoever has hung is tried with one card.
    const most = waits(until, now) ? 0 : hung < hungMax ? placesMax.workspace : 1;
    return { workspace, group: groupOf(workspace), inHand, limit: 0, max: Math.min(cards, most - inHand) };
  });
  for (;;) {
    const [next] = asking
      .filter(({ group, limit, max }) => limit < max && (taken.get(group) ?? 0) < placesMax.group)
      .toSorted((a, b) => a.inHand + a.limit - b.inHand - b.limit);
    if (next === undefined) break;
    next.limit += 1;
    taken.set(next.group, (taken.get(next.group) ?? 0) + 1);
  }
  return asking.filter(({ limit }) => limit > 0).map(({ workspace, limit }) => ({ workspace, limit }));
};
