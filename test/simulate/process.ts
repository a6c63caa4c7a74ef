/**
 * One process of the program on the shared database file: the real workshop, outbox and store,
 * which can die at any call.
 */
import type { Clock, Ids } from "../../src/clock.ts";
import { openCore } from "../../src/operating/open-core.ts";
import type { Library } from "../../src/packs/library.ts";
import type { Platform } from "../../src/platform.ts";
import type { Schedule } from "../../src/schedule/schedule.ts";
import { openStore, openStoreBeside } from "../../src/store/open.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Chance } from "../../testkit/chance.ts";
import { fragileStore, type Gate } from "./fragile-store.ts";

export type Process = {
  readonly workshop: Workshop;
  readonly schedules: (workspace: string, channel: string) => Promise<readonly Schedule[]>;
  /** Sends all that can be sent now; answers when more can be, in UTC milliseconds. */
  readonly sendUntilIdle: () => Promise<number | undefined>;
  /**
   * When the next card may be sent that may not be now, whether or not this process lives to do it.
   */
  readonly nextDeliveryAt: () => Promise<number | undefined>;
  /**
   * Does what is due and sends what waits. Resolves when that is done, or when it hangs or has
   * died; answers which.
   */
  readonly tick: () => Promise<"done" | "hanging" | "dead">;
  /** It dies at one of its next calls to the store or the platform. */
  readonly doom: () => void;
  readonly isDoomed: () => boolean;
  readonly isHanging: () => boolean;
  /** Its next writes of occurrences hang, claims in hand, until they are released. */
  readonly stall: () => void;
  /** Goes on where it hangs; resolves when that tick is over. */
  readonly release: () => Promise<void>;
  /** Drops everything it holds in memory. */
  readonly end: () => Promise<void>;
};

export type ProcessParts = {
  readonly file: string;
  readonly library: Library;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly chance: Chance;
  readonly platform: Platform;
  /**
   * Whether it sends: one process serves one SQLite file with its outbox, while any may do what is
   * due.
   */
  readonly sends: boolean;
  /** Runs one call at a time over all processes, as SQLite's own lock does between real ones. */
  readonly alone: <T>(call: () => Promise<T>) => Promise<T>;
  readonly reportFault: (fault: unknown) => void;
};

class Death extends Error {}

/** A doomed process lives for at most so many calls more. */
const callsLeftMax = 24;

export const startProcess = async (parts: ProcessParts): Promise<Process> => {
  const { clock, ids, library, chance, alone } = parts;
  const opened = await alone(() => (parts.sends ? openStore : openStoreBeside)(`file:${parts.file}`));
  const fate = makeFate(chance);
  const gate: Gate = async (verb, call) => {
    await fate.pass(verb);
    const answer = await alone(call);
    fate.spend();
    return answer;
  };
  const store = fragileStore(opened.store, gate);
  const platform = mortalPlatform(parts.platform, fate);
  const reportFault = (fault: unknown): void => {
    if (!(fault instanceof Death)) parts.reportFault(fault);
  };
  const { workshop, outbox } = openCore({
    store,
    library,
    clock,
    ids,
    platformOf: () => platform,
    reportFault,
    // The simulation's ticks wake it.
    drawing: "when-woken",
  });
  const wake = parts.sends ? outbox.wake : () => undefined;
  let ticking = Promise.resolve();
  const work = async (): Promise<void> => {
    await workshop.runDue().catch(reportFault);
    wake();
    await outbox.settled();
  };
  return {
    workshop,
    schedules: (workspace, channel) => store.in(workspace).listSchedules(channel),
    nextDeliveryAt: () => alone(() => opened.store.nextDeliveryAt(clock.now())),
    sendUntilIdle: async () => {
      wake();
      await outbox.settled();
      return store.nextDeliveryAt(clock.now());
    },
    tick: async () => {
      if (!fate.isHanging()) ticking = work();
      await Promise.race([ticking, fate.hung()]);
      if (fate.isHanging()) return "hanging";
      return fate.isDead() ? "dead" : "done";
    },
    doom: fate.doom,
    isDoomed: fate.isDoomed,
    isHanging: fate.isHanging,
    stall: fate.stall,
    release: async () => {
      fate.release();
      await ticking;
    },
    end: async () => {
      fate.kill();
      fate.release();
      await ticking;
      await outbox.stop();
      await alone(opened.store.close);
    },
  };
};

type Fate = {
  readonly doom: () => void;
  readonly kill: () => void;
  readonly isDoomed: () => boolean;
  readonly isDead: () => boolean;
  readonly stall: () => void;
  readonly release: () => void;
  readonly isHanging: () => boolean;
  /** Resolves when it comes to hang. */
  readonly hung: () => Promise<void>;
  /** Waits where it hangs; throws when the process is dead. */
  readonly pass: (verb: string) => Promise<void>;
  /** Takes one call off its life; throws when that was the last. */
  readonly spend: () => void;
};

const makeFate = (chance: Chance): Fate => {
  let callsLeft = Number.POSITIVE_INFINITY;
  let stalling = false;
  let hanging = false;
  let hung = Promise.withResolvers<void>();
  let released = Promise.withResolvers<void>();
  const spend = (): void => {
    callsLeft -= 1;
    if (callsLeft <= 0) throw new Death("The process has died");
  };
  return {
    doom: () => {
      callsLeft = 1 + chance.below(callsLeftMax);
    },
    kill: () => {
      callsLeft = 0;
    },
    isDoomed: () => callsLeft < Number.POSITIVE_INFINITY,
    isDead: () => callsLeft <= 0,
    stall: () => {
      stalling = true;
    },
    release: () => {
      stalling = false;
      released.resolve();
    },
    isHanging: () => hanging,
    hung: () => hung.promise,
    spend,
    pass: async (verb) => {
      spend();
      if (!stalling || verb !== "commitSchedule") return;
      if (!hanging) released = Promise.withResolvers();
      hanging = true;
      hung.resolve();
      await released.promise;
      if (hanging) hung = Promise.withResolvers();
      hanging = false;
      spend();
    },
  };
};

/** The process may die before it sends, and after it has sent. */
const mortalPlatform = (platform: Platform, fate: Fate): Platform => ({
  ...platform,
  post: async (...given) => {
    fate.spend();
    const sent = await platform.post(...given);
    fate.spend();
    return sent;
  },
  update: async (...given) => {
    fate.spend();
    return platform.update(...given);
  },
});
