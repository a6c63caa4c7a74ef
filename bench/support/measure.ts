/** Loads a process and its floor in turn, and says what a request cost each. */
import type { Program } from "../../testkit/process.ts";
import { percentile, print, printRatio } from "./figures.ts";
import { type Load, type Prepared, sendAll } from "./load.ts";
import { cpuMsOf } from "./processes.ts";

/** `cpuMs`: processor time of one request, in milliseconds. */
type Costs = Load & { readonly cpuMs: number };

/** As `sendAll`. */
const measure = async (
  { address, pid }: Program,
  path: string,
  requests: readonly Prepared[],
  connections: number,
  refusedBy?: RegExp,
): Promise<Costs> => {
  const before = cpuMsOf(pid);
  const load = await sendAll(address, path, requests, connections, refusedBy);
  return { ...load, cpuMs: (cpuMsOf(pid) - before) / requests.length };
};

type Compared = {
  readonly ours: Program;
  readonly floor: Program;
  readonly path: string;
  readonly connections: number;
  /** The requests of one round, which both are sent. */
  readonly prepare: (round: number) => Promise<readonly Prepared[]>;
  /** Finds what of our answers says that a response was not taken. */
  readonly refusedBy: RegExp;
  readonly aims: { readonly perSecond: string; readonly p99: string };
};

const runs = 5;

/**
 * Prints what responses cost us beside the floor, and stops both. The first round warms them up and
 * isn't counted.
 */
export const compareResponses = async (compared: Compared): Promise<void> => {
  const { ours, floor, path, connections, prepare, refusedBy, aims } = compared;
  const measured: { readonly ours: Costs; readonly floor: Costs }[] = [];
  let count = 0;
  for (let round = 0; round <= runs; round += 1) {
    const requests = await prepare(round);
    count = requests.length;
    const pair = {
      ours: await measure(ours, path, requests, connections, refusedBy),
      floor: await measure(floor, path, requests, connections),
    };
    if (round > 0) measured.push(pair);
  }
  await ours.stop();
  await floor.stop();
  print(`${count.toLocaleString("en")} responses of as many people over ${connections} connections`);
  const show = (name: string, unit: string, aim: string, of: (costs: Costs) => number): void =>
    printRatio(
      name,
      unit,
      measured.map((pair) => ({ ours: of(pair.ours), floor: of(pair.floor) })),
      aim,
    );
  show("Responses a second", "/s", aims.perSecond, ({ perSecond }) => perSecond);
  show("Their 99th percentile", "ms", aims.p99, ({ latenciesMs }) => percentile(latenciesMs, 99));
  show("Processor time of one", "ms", "none", ({ cpuMs }) => cpuMs);
};
