/** From the start to listening, with Slack alone, beside Node starting a bare Bolt app; and the memory held when idle and after a hundred thousand responses. */
import { print, printRatio, rounded } from "./support/figures.ts";
import { sendAll } from "./support/load.ts";
import { type Measured, residentMbOf, startBareBolt, startWorkshop } from "./support/processes.ts";
import { signedSubmission, slackPath } from "./support/requests.ts";
import { startSession } from "./support/session.ts";
import { openSlackStub } from "./support/slack-stub.ts";

const runs = 5;
const sessions = 20;
const people = Array.from({ length: 5_000 }, (_, index) => `U${index}`);

const timed = async (start: () => Promise<Measured>): Promise<number> => {
  const startedAt = performance.now();
  const process = await start();
  const ms = performance.now() - startedAt;
  await process.stop();
  return ms;
};

export const run = async (): Promise<void> => {
  const stub = await openSlackStub();
  const measured: { readonly ours: number; readonly floor: number }[] = [];
  for (let round = 0; round < runs; round += 1)
    measured.push({ ours: await timed(() => startWorkshop(stub)), floor: await timed(startBareBolt) });
  printRatio("Start to listening", "ms", measured, "none");
  const [program, bare] = [await startWorkshop(stub), await startBareBolt()];
  const [idle, floor] = [residentMbOf(program.pid), residentMbOf(bare.pid)];
  print(`Resident when idle: ${rounded(idle)} MB, floor ${rounded(floor)} MB, ratio ${rounded(idle / floor)}`);
  for (let session = 0; session < sessions; session += 1) {
    const { form } = await startSession(program, stub, "UFAY");
    await sendAll(
      program.address,
      slackPath,
      people.map((person) => signedSubmission(person, form)),
      50,
      /"errors"/,
    );
    stub.calls.length = 0;
  }
  print(
    `Resident after ${(sessions * people.length).toLocaleString("en")} responses: ${rounded(residentMbOf(program.pid))} MB`,
  );
  await program.stop();
  await bare.stop();
  stub.close();
};
