/**
 * From the start to listening, with Slack alone, beside Node starting a bare Bolt app; and the
 * memory both hold when idle and after a hundred thousand responses.
 */
import { printRatio } from "./support/figures.ts";
import { sendAll } from "./support/load.ts";
import { type Measured, residentMbOf, startBareBolt, startWorkshop } from "./support/processes.ts";
import { signedSubmission, slackPath } from "./support/requests.ts";
import { startSession } from "./support/session.ts";
import { openSlackStub, type SlackStub } from "./support/slack-stub.ts";

const runs = 5;
const sessions = 20;
const people = Array.from({ length: 5_000 }, (_, index) => `U${index}`);

type Started = { readonly ms: number; readonly idleMb: number };

const measure = async (start: () => Promise<Measured>): Promise<Started> => {
  const startedAt = performance.now();
  const process = await start();
  const ms = performance.now() - startedAt;
  const idleMb = residentMbOf(process.pid);
  await process.stop();
  return { ms, idleMb };
};

export const run = async (): Promise<void> => {
  const stub = await openSlackStub();
  const measured: { readonly ours: Started; readonly floor: Started }[] = [];
  for (let round = 0; round < runs; round += 1)
    measured.push({ ours: await measure(() => startWorkshop(stub)), floor: await measure(startBareBolt) });
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
  printRatio(`Resident after ${count} responses`, "MB", [await loadBoth(stub)], "none");
  await stub.close();
};

/** What both hold, in MB, after the same responses in as many sessions. */
const loadBoth = async (stub: SlackStub): Promise<{ readonly ours: number; readonly floor: number }> => {
  const [program, bare] = [await startWorkshop(stub), await startBareBolt()];
  for (let session = 0; session < sessions; session += 1) {
    const { form } = await startSession(program, stub, "UFAY");
    const responses = people.map((person) => signedSubmission(person, form));
    for (const { address } of [program, bare]) await sendAll(address, slackPath, responses, 50, /"errors"/);
    stub.calls.length = 0;
  }
  const held = { ours: residentMbOf(program.pid), floor: residentMbOf(bare.pid) };
  await program.stop();
  await bare.stop();
  return held;
};
