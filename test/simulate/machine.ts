/**
 * A machine on which two processes share one database file, a platform they post to, and a clock
 * that can't be trusted.
 */
import { join } from "node:path";
import { type Clock, waitMsMax } from "../../src/clock.ts";
import type { Chance } from "../../testkit/chance.ts";
import { countedIds } from "../../testkit/counted-ids.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { shippedLibrary } from "../../testkit/shipped-library.ts";
import type { History } from "./account.ts";
import type { MachineEvent } from "./events.ts";
import { type MoodyPlatform, moodyPlatform } from "./moody-platform.ts";
import { type Process, startProcess } from "./process.ts";

export type Machine = {
  readonly file: string;
  /** The machine's clock, as the processes read it. */
  readonly clock: Clock;
  readonly mood: MoodyPlatform;
  readonly first: () => Promise<Process>;
  /** The only schedule of a channel. */
  readonly idOfSchedule: (workspace: string, channel: string) => Promise<string>;
  /** True time passes, and whatever runs does what is due. */
  readonly pass: (ms: number) => Promise<void>;
  readonly befall: (event: MachineEvent) => Promise<void>;
  /** True time, in UTC milliseconds. */
  readonly now: () => number;
  /** Everything runs undisturbed until nothing waits, and is ended. */
  readonly settle: () => Promise<void>;
  readonly history: () => History;
};

/** A place for a process: only the first one sends. */
type Seat = { process: Process | undefined; startsAt: number; downMs: number };

const minute = 60_000;
/** With what the clocks of processes may differ. */
const longestMs = waitMsMax + minute;

export const makeMachine = async (chance: Chance, start: number, end: number): Promise<Machine> => {
  const library = await shippedLibrary();
  const file = join(temporaryFolder(), "workshop.db");
  const mood = moodyPlatform(chance);
  const seats: readonly [Seat, Seat] = [
    { process: undefined, startsAt: start, downMs: 0 },
    { process: undefined, startsAt: start, downMs: 0 },
  ];
  const ticks: History["ticks"][number][] = [];
  const incidents: number[] = [];
  const faults: string[] = [];
  const alone = oneAtATime();
  let now = start;
  let skewMs = 0;
  let settledAt = end;
  const ids = countedIds();
  // What lies behind the end is not simulated, whatever the clock says.
  const clock: Clock = { now: () => Math.min(now + skewMs, Math.max(now, end)) };
  const reportFault = (fault: unknown): void => {
    const message = fault instanceof Error ? fault.message : String(fault);
    if (!message.startsWith("The connection broke")) faults.push(message);
  };

  const startIn = async (seat: Seat): Promise<Process> => {
    const sends = seat === seats[0];
    const parts = { file, library, clock, ids, chance, platform: mood.platform, sends, alone, reportFault };
    const process = await startProcess(parts);
    seat.process = process;
    await process.workshop.recomputeOutdated();
    return process;
  };

  const tickIn = async (seat: Seat): Promise<void> => {
    const process = seat.process ?? (now >= seat.startsAt ? await startIn(seat) : undefined);
    if (process === undefined) return;
    const at = clock.now();
    const hung = process.isHanging();
    const came = await process.tick();
    ticks.push({ at, done: came === "done" });
    if (seat === seats[0] && came === "done") await checkWaits(process);
    if (came === "dead" || (came === "hanging" && !hung)) incidents.push(at);
    if (came === "dead") await vacate(seat);
  };

  /** However the clock was set, no card waits for longer than anything does. */
  const checkWaits = async (process: Process): Promise<void> => {
    const waitMs = ((await process.nextDeliveryAt()) ?? 0) - clock.now();
    if (waitMs > longestMs) faults.push(`A card waits for ${waitMs} ms`);
  };

  const vacate = async (seat: Seat): Promise<void> => {
    await seat.process?.end();
    seat.process = undefined;
    seat.startsAt = now + seat.downMs;
    seat.downMs = 0;
  };

  /**
   * One that is down already is started before, and one that is dying or hangs dies at once, so
   * that every death is one more.
   */
  const doomIn = async (seat: Seat, downMs: number): Promise<void> => {
    if (seat.process?.isDoomed() || seat.process?.isHanging()) await vacate(seat);
    seat.downMs = downMs;
    const process = seat.process ?? (await startIn(seat));
    process.doom();
  };

  /**
   * A session whose cards were drawn just before the clock is set back, and are wanted otherwise
   * just after.
   */
  const drawAcross = async (byMs: number): Promise<void> => {
    const channel = `across ${now}`;
    const speak = { workspace: "w1", channel, person: "fay", language: "en", zone: "UTC" } as const;
    const { workshop } = seats[0].process ?? (await startIn(seats[0]));
    await workshop.run({ ...speak, intent: channel }, "start startup-support-chatbot");
    await tickIn(seats[0]);
    skewMs += byMs;
    await workshop.runInThread({ ...speak, intent: `${channel}, ended` }, undefined, "end");
  };

  const tick = async (): Promise<void> => {
    await Promise.all(seats.map(tickIn));
  };

  return {
    file,
    clock,
    mood,
    now: () => now,
    first: async () => seats[0].process ?? startIn(seats[0]),
    idOfSchedule: async (workspace, channel) => {
      const [schedule] = (await seats[0].process?.schedules(workspace, channel)) ?? [];
      if (schedule === undefined) throw new Error(`No schedule was made in ${channel}`);
      return schedule.id;
    },
    pass: async (ms) => {
      now += ms;
      await tick();
    },
    befall: async (event) => {
      switch (event.type) {
        case "suspend":
          now = Math.min(end, now + event.forMs);
          return;
        case "clock":
          if (event.skewMs < skewMs) await drawAcross(event.skewMs - skewMs);
          skewMs = event.skewMs;
          return;
        case "death":
          await doomIn(seats[event.process], event.downMs);
          return;
        case "stall":
          seats[event.process].process?.stall();
          return;
        case "release":
          await seats[event.process].process?.release();
          return;
        default:
          return event satisfies never;
      }
    },
    settle: async () => {
      skewMs = 0;
      for (const seat of seats) {
        seat.downMs = 0;
        await vacate(seat);
      }
      // Claims of the dead come free after a minute.
      for (let times = 0; times < 5; times += 1) {
        now += 2 * minute;
        await tick();
      }
      settledAt = now;
      for (let at: number | undefined = now; at !== undefined; at = await seats[0].process?.sendUntilIdle()) now = at;
      for (const seat of seats) await vacate(seat);
    },
    history: () => ({ start, end: settledAt, ticks, incidents, faults }),
  };
};

/** Runs what it is given one after the other. */
const oneAtATime = (): (<T>(call: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    const answer = last.then(call, call);
    last = answer.catch(() => undefined);
    return answer;
  };
};
