/** What befalls the machine, and when: deaths, hangs, clocks that jump, and long sleeps. */
import type { Chance } from "../../testkit/chance.ts";

export type MachineEvent =
  /**
   * The process dies at one of its next calls, and is started again after `downMs` milliseconds.
   */
  | { readonly type: "death"; readonly at: number; readonly process: 0 | 1; readonly downMs: number }
  /** It hangs with a claim in hand, until it is released. */
  | { readonly type: "stall"; readonly at: number; readonly process: 0 | 1 }
  | { readonly type: "release"; readonly at: number; readonly process: 0 | 1 }
  /** The machine's clock shows `skewMs` too much from then on. */
  | { readonly type: "clock"; readonly at: number; readonly skewMs: number }
  /** Nothing runs for so long. */
  | { readonly type: "suspend"; readonly at: number; readonly forMs: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const sleepMs = 3 * day;

/**
 * In the order of their instants; with at least one sleep of three days, two clocks that go wrong
 * and come right again, and three hangs. Nothing else befalls a sleeping machine.
 */
export const eventsIn = (chance: Chance, start: number, end: number, restarts: number): readonly MachineEvent[] => {
  const months = Math.floor((end - start) / (30 * day));
  const sleeps = Array.from({ length: 1 + months / 3 }, () => start + chance.below(end - start - sleepMs));
  const isAwake = (at: number): boolean => sleeps.every((asleep) => at < asleep || at >= asleep + sleepMs);
  const awake = (): number => {
    const at = start + chance.below(end - start);
    return isAwake(at) ? at : awake();
  };
  const process = (): 0 | 1 => (chance.next() < 0.5 ? 0 : 1);
  const events: MachineEvent[] = sleeps.map((at) => ({ type: "suspend", at, forMs: sleepMs }));
  const deaths: number[] = [];
  for (let count = 0; count < 2 + months; count += 1) {
    const at = awake();
    const aheadMs = chance.pick([2_000, 10 * minute, 5 * hour, day]) + chance.below(minute);
    events.push({ type: "clock", at, skewMs: chance.next() < 0.5 ? aheadMs : -aheadMs });
    events.push({ type: "clock", at: at + chance.below(chance.pick([minute, 12 * hour])), skewMs: 0 });
    // What a process holds that dies under a wrong clock must come free under the right one.
    deaths.push(at);
  }
  // Whatever else befalls it, the clock is set back by a day once, while there is something to
  // send.
  const ahead = awake();
  events.push({ type: "clock", at: ahead, skewMs: day });
  events.push({ type: "clock", at: ahead + 12 * hour, skewMs: 0 });
  while (deaths.length < restarts) deaths.push(awake());
  for (const at of deaths.slice(0, restarts))
    events.push({ type: "death", at, process: process(), downMs: downtime(chance) });
  for (let count = 0; count < 3 + months; count += 1) {
    const at = awake();
    const hangs = process();
    events.push({ type: "stall", at, process: hangs });
    events.push({ type: "release", at: at + minute + chance.below(12 * hour), process: hangs });
  }
  return events.sort((a, b) => a.at - b.at);
};

/** Mostly a moment, sometimes a night. */
const downtime = (chance: Chance): number =>
  chance.next() < 0.8 ? chance.below(30_000) : chance.next() < 0.5 ? chance.below(hour) : chance.below(14 * hour);
