/** What a response costs in Teams — check, commit with `synchronous=FULL`, the person's own card as the answer — beside a botbuilder app that only answers. */
import { activityOfResponse, activityOfWords } from "./support/activities.ts";
import { percentile, print, printRatio } from "./support/figures.ts";
import { sendAll } from "./support/load.ts";
import { measure, type Pair } from "./support/measure.ts";
import { startBareTeams, startWorkshopForTeams } from "./support/processes.ts";
import { activity, until } from "./support/session.ts";
import { openTeamsStub, type TeamsStub } from "./support/teams-stub.ts";

const connections = 50;
const path = "/api/messages";
const people = Array.from({ length: 3_000 }, (_, index) => `29:person-${index}`);
const runs = 5;

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
  const measured: Pair[] = [];
  // The first round of both warms them up and isn't counted.
  for (let round = 0; round <= runs; round += 1) {
    const session = await startSession(ours.address, stub);
    const responses = people.map((person) => activityOfResponse(stub, person, session));
    // What isn't recorded is answered with words that say so, and no way to change it.
    const pair = {
      ours: await measure(ours, path, responses, connections, /^(?!.*respond:)/s),
      floor: await measure(floor, path, responses, connections),
    };
    if (round > 0) measured.push(pair);
    stub.sent.length = 0;
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
    "at least 0.7",
  );
  printRatio(
    "Their 99th percentile",
    "ms",
    pairs(({ latenciesMs }) => percentile(latenciesMs, 99)),
    "none",
  );
  printRatio(
    "Processor time of one",
    "ms",
    pairs(({ cpuMs }) => cpuMs),
    "none",
  );
};
