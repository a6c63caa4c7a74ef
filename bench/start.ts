/**
 * From the start to listening, with Slack alone, beside Node starting a bare Bolt app; and the
 * memory both hold when idle and after a hundred thousand responses.
 */

import type { Program } from "../testkit/process.ts";
import { type LightSlackServer, openLightSlackServer } from "../testkit/slack/light-server.ts";
import { slackPath } from "../testkit/slack/payloads.ts";
import { printRatio } from "./support/figures.ts";
import { sendAll } from "./support/load.ts";
import { residentMbOf, startBareBolt, startWorkshop } from "./support/processes.ts";
import { signedResponse, startSession } from "./support/session.ts";

const runs = 5;
const sessions = 20;
const people = Array.from({ length: 5_000 }, (_, index) => `U${index}`);

type Started = { readonly ms: number; readonly idleMb: number };

const measure = async (start: () => Promise<Program>): Promise<Started> => {
  const startedAt = performance.now();
  const process = await start();
  const ms = performance.now() - startedAt;
  const idleMb = residentMbOf(process.pid);
  await process.stop();
  return { ms, idleMb };
};

export const run = async (): Promise<void> => {
  const server = await openLightSlackServer();
  const measured: { readonly ours: Started; readonly floor: Started }[] = [];
  for (let round = 0; round < runs; round += 1)
    measured.push({
      ours: await measure(() => startWorkshop(server)),
      floor: await measure(() => startBareBolt(server)),
    });
  const show = (name: string, unit: string, of: (started: Started) => number): void =>
    printRatio(
      name,
      unit,
      measured.map(({ ours, floor }) => ({ ours: of(ours), floor: of(floor) })),
      "none",
    );
  show("Start to listening", "ms", ({ ms }) => ms);
  show("Resident when idle", "MB", ({ idleMb }) => idleMb);
  const count = (sessions * people.length).toLocaleString("en");
  printRatio(`Resident after ${count} responses`, "MB", [await loadBoth(server)], "none");
  await server.close();
};

/** What both hold, in MB, after the same responses in as many sessions. */
const loadBoth = async (server: LightSlackServer): Promise<{ readonly ours: number; readonly floor: number }> => {
  const [program, bare] = [await startWorkshop(server), await startBareBolt(server)];
  for (let session = 0; session < sessions; session += 1) {
    const { form } = await startSession(program, server, "UFAY");
    const responses = people.map((person) => signedResponse(server, person, form));
    for (const { address } of [program, bare]) await sendAll(address, slackPath, responses, 50, /"errors"/);
    server.calls.length = 0;
  }
  const held = { ours: residentMbOf(program.pid), floor: residentMbOf(bare.pid) };
  await program.stop();
  await bare.stop();
  return held;
};
