/**
 * Runs what only computes, for so long and no longer: nobody waits for an endless loop, whoever
 * wrote it.
 */
import { createContext, Script } from "node:vm";
import { z } from "zod";

export type Bounded<Value> = { readonly type: "done"; readonly value: Value } | { readonly type: "too-long" };

const room = { act: (): void => undefined };
const context = createContext(room);
const script = new Script("act()");

/** The engine's own word for it; the fault comes from another realm, so it is no `Error` here. */
const tooLong = z.object({ code: z.literal("ERR_SCRIPT_EXECUTION_TIMEOUT") });

/**
 * What `act` answers, unless it computes for more than `msMax` milliseconds by the wall: then it is
 * broken off, wherever it is, also inside a regular expression. What `act` throws is thrown. It
 * must change nothing that others see, as it may end half-way; time spent waiting isn't bounded.
 *
 * @example
 * runBounded(() => drawCardSlot(slot, view, []), 2_000);
 */
export const runBounded = <Value>(act: () => Value, msMax: number): Bounded<Value> => {
  let answer: Bounded<Value> = { type: "too-long" };
  const outer = room.act;
  room.act = () => {
    answer = { type: "done", value: act() };
  };
  try {
    script.runInContext(context, { timeout: msMax });
    return answer;
  } catch (fault) {
    if (tooLong.safeParse(fault).success) return { type: "too-long" };
    throw fault;
  } finally {
    room.act = outer;
  }
};
