/**
 * What a response costs in Slack — signature, check, commit with `synchronous=FULL`,
 * acknowledgement — beside a Bolt app that only acknowledges.
 */

import { openLightSlackServer } from "../testkit/slack/light-server.ts";
import { slackPath } from "../testkit/slack/payloads.ts";
import { sendAll } from "./support/load.ts";
import { compareResponses } from "./support/measure.ts";
import { startBareBolt, startWorkshop } from "./support/processes.ts";
import { signedAsking, signedResponse, startSession } from "./support/session.ts";

const connections = 50;
const people = Array.from({ length: 3_000 }, (_, index) => `U${index}`);

export const run = async (): Promise<void> => {
  const server = await openLightSlackServer();
  const [ours, floor] = [await startWorkshop(server), await startBareBolt(server)];
  await compareResponses({
    ours,
    floor,
    path: slackPath,
    connections,
    prepare: async (round) => {
      server.calls.length = 0;
      const { id, form } = await startSession(ours, server, "UFAY");
      const presses = people.map((person) => signedAsking(server, person, id));
      // Everyone opens the form once, as everyone does who submits it.
      if (round === 0) await sendAll(ours.address, slackPath, presses, connections);
      return people.map((person) => signedResponse(server, person, form));
    },
    refusedBy: /"errors"/,
    aims: { perSecond: "at least 0.6", p99: "at most 3" },
  });
  await server.close();
};
