/** Every hostile pack is refused, naming file and line, in little time and memory. Both are measured here and asserted by no test. */
import { kinds } from "../src/activities/kinds.ts";
import { translatorFor } from "../src/i18n/translator.ts";
import { formatMistakes } from "../src/packs/mistakes.ts";
import { parsePack } from "../src/packs/parse.ts";
import type { Findings } from "./findings.ts";
import { type HostilePack, hostilePacks } from "./hostile-packs.ts";

/** What a refusal may take: milliseconds of the processor, which others on the machine don't lengthen, and MiB of heap. */
const msMax = 250;
const mibMax = 50;

/** How a pack is refused, as a trainer reads it; empty when it isn't. */
export const refusalOf = ({ files }: HostilePack): string => {
  const parsed = parsePack({ folder: "p", texts: new Map(Object.entries(files)) }, kinds);
  return parsed.type === "pack" ? "" : formatMistakes(parsed.mistakes, translatorFor("en")).join("\n");
};

export const auditPacks = async (): Promise<Findings> => {
  const wrong: string[] = [];
  let slowestMs = 0;
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
    slowestMs = Math.max(slowestMs, ms);
    mostMib = Math.max(mostMib, mib);
    if (!refusal.includes(pack.place)) wrong.push(`${pack.name}: ${refusal || "taken"}`);
    if (ms > msMax) wrong.push(`${pack.name} takes ${Math.round(ms)} ms`);
    if (mib > mibMax) wrong.push(`${pack.name} takes ${Math.round(mib)} MiB`);
  }
  return {
    counts: { packs: hostilePacks.length, slowestMs: Math.ceil(slowestMs), mostMib: Math.ceil(mostMib) },
    wrong,
  };
};
