/** What a response costs in Slack — signature, check, commit with `synchronous=FULL`, acknowledgement — beside a Bolt app that only acknowledges. */
import { percentile, print, printRatio } from "./support/figures.ts";
import { sendAll } from "./support/load.ts";
import { measure, type Pair } from "./support/measure.ts";
import { startBareBolt, startWorkshop } from "./support/processes.ts";
import { signedPress, signedSubmission, slackPath } from "./support/requests.ts";
import { startSession } from "./support/session.ts";
import { openSlackStub } from "./support/slack-stub.ts";

const connections = 50;
const people = Array.from({ length: 3_000 }, (_, index) => `U${index}`);
const runs = 5;

export const run = async (): Promise<void> => {
  const stub = await openSlackStub();
  const [ours, floor] = [await startWorkshop(stub), await startBareBolt()];
  const measured: Pair[] = [];
  // The first round of both warms them up and isn't counted. Everyone opens the form once, as everyone does who submits it.
  for (let round = 0; round <= runs; round += 1) {
    const { id, form } = await startSession(ours, stub, "UFAY");
    if (round === 0)
      await sendAll(
        ours.address,
        slackPath,
        people.map((person) => signedPress(person, `respond:${id}:1`, "1.1")),
        connections,
      );
    const submissions = people.map((person) => signedSubmission(person, form));
    const pair = {
      ours: await measure(ours, slackPath, submissions, connections, /"errors"/),
      floor: await measure(floor, slackPath, submissions, connections),
    };
    if (round > 0) measured.push(pair);
    stub.calls.length = 0;
  }
  await ours.stop();
  await floor.stop();
  stub.close();
  print(`${people.length.toLocaleString("en")} responses of as many people over ${connections} connections`);
  const pairs = (of: (costs: Pair["ours"]) => number) =>
    measured.map((pair) => ({ ours: of(pair.ours), floor: of(pair.floor) }));
  printRatio(
    "Responses a second",
    "/s",
    pairs(({ perSecond }) => perSecond),
    "at least 0.6",
  );
  printRatio(
    "Their 99th percentile",
    "ms",
    pairs(({ latenciesMs }) => percentile(latenciesMs, 99)),
    "at most 3",
  );
  printRatio(
    "Processor time of one",
    "ms",
    pairs(({ cpuMs }) => cpuMs),
    "none",
  );
};
