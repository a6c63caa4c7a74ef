/**
 * What a response costs in Slack — signature, check, commit with `synchronous=FULL`,
 * acknowledgement — beside a Bolt app that only acknowledges.
 */
import { sendAll } from "./support/load.ts";
import { compareResponses } from "./support/measure.ts";
import { startBareBolt, startWorkshop } from "./support/processes.ts";
import { signedPress, signedSubmission, slackPath } from "./support/requests.ts";
import { startSession } from "./support/session.ts";
import { openSlackStub } from "./support/slack-stub.ts";

const connections = 50;
const people = Array.from({ length: 3_000 }, (_, index) => `U${index}`);

export const run = async (): Promise<void> => {
  const stub = await openSlackStub();
  const [ours, floor] = [await startWorkshop(stub), await startBareBolt()];
  await compareResponses({
    ours,
    floor,
    path: slackPath,
    connections,
    prepare: async (round) => {
      stub.calls.length = 0;
      const { id, form } = await startSession(ours, stub, "UFAY");
      const presses = people.map((person) => signedPress(person, `respond:${id}:1`, "1.1"));
      // Everyone opens the form once, as everyone does who submits it.
      if (round === 0) await sendAll(ours.address, slackPath, presses, connections);
      return people.map((person) => signedSubmission(person, form));
    },
    refusedBy: /"errors"/,
    aims: { perSecond: "at least 0.6", p99: "at most 3" },
  });
  await stub.close();
};
