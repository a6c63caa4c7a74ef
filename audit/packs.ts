/**
 * Every hostile pack is refused, naming file, line and path, in little time and memory. Both are
 * measured here and asserted by no test.
 */
import { kinds } from "../src/activities/kinds.ts";
import { translatorFor } from "../src/i18n/translator.ts";
import { formatMistakes } from "../src/packs/mistakes.ts";
import { parsePack } from "../src/packs/parse.ts";
import type { Findings } from "./findings.ts";
import { type HostilePack, hostilePacks } from "./hostile-packs.ts";

/**
 * What a refusal may take: milliseconds of the processor, which others on the machine don't
 * lengthen, and MiB of heap.
 */
const msMax = 100;
const mibMax = 50;

/** How a pack is refused, as a trainer reads it; empty when it isn't. */
export const refusalOf = ({ files }: HostilePack): string => {
  const parsed = parsePack({ folder: "p", texts: new Map(Object.entries(files)) }, kinds);
  return parsed.type === "pack" ? "" : formatMistakes(parsed.mistakes, translatorFor("en")).join("\n");
};

/** Whether one line of a refusal says where the pack is wrong. */
export const names = (refusal: string, { place, path }: HostilePack): boolean =>
  refusal
    .split("\n")
    .map((line) => /^ {2}(\S+)(?: (\S+))? — /.exec(line))
    .some(
      (found) => found !== null && `${found[1]}:`.startsWith(`${place}:`) && (path === undefined || found[2] === path),
    );

export const auditPacks = async (): Promise<Findings> => {
  const wrong: string[] = [];
  let slowest = { name: "", ms: 0 };
  let mostMib = 0;
  // The first of them pays for what the program loads once.
  for (const pack of hostilePacks.slice(0, 3)) refusalOf(pack);
  for (const pack of hostilePacks) {
    globalThis.gc?.();
    const heap = process.memoryUsage().heapUsed;
    const before = process.cpuUsage();
    const refusal = refusalOf(pack);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    const mib = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
    if (ms > slowest.ms) slowest = { name: pack.name, ms };
    mostMib = Math.max(mostMib, mib);
    if (!names(refusal, pack)) wrong.push(`${pack.name}: ${refusal.slice(0, 300) || "taken"}`);
    if (ms > msMax) wrong.push(`${pack.name} takes ${Math.round(ms)} ms`);
    if (mib > mibMax) wrong.push(`${pack.name} takes ${Math.round(mib)} MiB`);
  }
  const counts = { packs: hostilePacks.length, slowestMs: Math.ceil(slowest.ms), mostMib: Math.ceil(mostMib) };
  process.stdout.write(`slowest: ${slowest.name}\n`);
  return { counts, wrong };
};
