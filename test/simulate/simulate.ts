/**
 * Runs the real core on a real database file through days of deaths, hangs and wrong clocks, in
 * simulated time, and has every occurrence accounted for.
 */
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { type Chance, chanceFrom } from "../../testkit/chance.ts";
import { type Account, accountFor, type Made } from "./account.ts";
import { eventsIn } from "./events.ts";
import { expectedOf, hardZones, wishesOf } from "./expected.ts";
import { type Machine, makeMachine } from "./machine.ts";

export type Settings = {
  /** The same seed is the same run. */
  readonly seed: number;
  readonly days: number;
  readonly restarts: number;
  /** How many of the twelve hard zones take part. */
  readonly zones: number;
};

const minute = 60_000;
const day = 24 * 60 * minute;
/** A step without anything to do takes so long. */
const stepMsMax = 30 * minute;
const workspace = "w1";

/**
 * Short runs begin on one of these; the week that follows holds changes of clocks. A long run
 * begins with the year.
 */
const starts = [
  Date.UTC(2026, 2, 5, 5),
  Date.UTC(2026, 2, 26, 5),
  Date.UTC(2026, 3, 1, 5),
  Date.UTC(2026, 3, 21, 5),
  Date.UTC(2026, 8, 2, 5),
  Date.UTC(2026, 8, 23, 5),
  Date.UTC(2026, 9, 21, 5),
  Date.UTC(2026, 9, 28, 5),
] as const;

/** Leaves the database where it stands when something is wrong. */
export const simulate = async ({ seed, days, restarts, zones }: Settings): Promise<Account> => {
  const chance = chanceFrom(seed);
  const start = days > 300 ? Date.UTC(2026, 0, 1, 5) : chance.pick(starts);
  const end = start + days * day;
  const machine = await makeMachine(chance, start, end);
  const made = await makeSchedules(machine, chance, zones);
  const due = made.flatMap(({ wish }) => expectedOf(wish, start, end).map(({ at }) => at)).sort((a, b) => a - b);
  for (const event of eventsIn(chance, start, end, restarts)) {
    await liveUntil(machine, chance, due, event.at);
    await machine.befall(event);
  }
  await liveUntil(machine, chance, due, end);
  await machine.settle();
  const { store } = await openStore(`file:${machine.file}`);
  const account = await accountFor(store, workspace, made, machine.mood.posts, machine.history());
  await store.close();
  if (account.wrong.length === 0) await rm(dirname(machine.file), { recursive: true });
  return account;
};

/** One schedule a channel, so that what stands there is its own. */
const makeSchedules = async (machine: Machine, chance: Chance, zones: number): Promise<readonly Made[]> => {
  const made: Made[] = [];
  const { workshop } = await machine.first();
  for (const zone of hardZones.slice(0, zones))
    for (const wish of wishesOf(zone, machine.now())) {
      const channel = `c${made.length + 1}`;
      const origin = { workspace, channel, person: "fay", language: "en", zone: wish.zone, intent: channel } as const;
      const from = chance.pick(["discussion", "checklist,discussion", "rag-or-tools"]);
      const ends = chance.next() < 0.5 ? "--for 2h" : "";
      await workshop.run(origin, `schedule ${wish.words} --zone ${wish.zone} --from ${from} ${ends}`);
      const id = await machine.idOfSchedule(workspace, channel);
      made.push({ wish, channel, id });
    }
  return made;
};

/** Steps from one due time to the next, mostly within a few seconds of it, as the tick does. */
const liveUntil = async (machine: Machine, chance: Chance, due: readonly number[], until: number): Promise<void> => {
  while (machine.now() < until) {
    const clock = machine.clock.now();
    const next = due.find((at) => at > clock) ?? Number.POSITIVE_INFINITY;
    const wait = Math.min(next - clock + chance.below(3000), stepMsMax, until - machine.now());
    await machine.pass(Math.max(1, wait));
  }
};
