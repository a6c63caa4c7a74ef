/**
 * What a response costs in Teams — check, commit with `synchronous=FULL`, the person's own card as
 * the answer — beside a botbuilder app that only answers.
 */
import { activityOfResponse, activityOfWords } from "./support/activities.ts";
import { sendAll } from "./support/load.ts";
import { compareResponses } from "./support/measure.ts";
import { startBareTeams, startWorkshopForTeams } from "./support/processes.ts";
import { activity, until } from "./support/session.ts";
import { openTeamsStub, type TeamsStub } from "./support/teams-stub.ts";

const connections = 50;
const path = "/api/messages";
const people = Array.from({ length: 3_000 }, (_, index) => `29:person-${index}`);

const startSession = async (address: string, stub: TeamsStub): Promise<string> => {
  const seen = stub.sent.length;
  await sendAll(address, path, [activityOfWords(stub, "29:fay", `start ${activity}`)], 1);
  return until(() =>
    stub.sent
      .slice(seen)
      .map((body) => /respond:([A-Za-z0-9_-]+):1/.exec(body)?.[1])
      .find((id) => id !== undefined),
  );
};

export const run = async (): Promise<void> => {
  const stub = await openTeamsStub();
  const [ours, floor] = [await startWorkshopForTeams(), await startBareTeams()];
  await compareResponses({
    ours,
    floor,
    path,
    connections,
    prepare: async () => {
      stub.sent.length = 0;
      const session = await startSession(ours.address, stub);
      return people.map((person) => activityOfResponse(stub, person, session));
    },
    // What isn't recorded is answered with words that say so, and no way to change it.
    refusedBy: /^(?!.*respond:)/s,
    aims: { perSecond: "at least 0.7", p99: "none" },
  });
  await stub.close();
};
