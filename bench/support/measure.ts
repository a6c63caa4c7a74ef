/** Loads a process and says what that cost it. */
import { type Load, type Prepared, sendAll } from "./load.ts";
import { cpuMsOf, type Measured } from "./processes.ts";

/** `cpuMs`: processor time of one request, in milliseconds. */
export type Costs = Load & { readonly cpuMs: number };

/** What is measured, and its floor in the same round. */
export type Pair = { readonly ours: Costs; readonly floor: Costs };

/** As `sendAll`. */
export const measure = async (
  { address, pid }: Measured,
  path: string,
  requests: readonly Prepared[],
  connections: number,
  refusedBy?: RegExp,
): Promise<Costs> => {
  const before = cpuMsOf(pid);
  const load = await sendAll(address, path, requests, connections, refusedBy);
  return { ...load, cpuMs: (cpuMsOf(pid) - before) / requests.length };
};
