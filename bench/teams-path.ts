/**
 * What a response costs in Teams — check, commit with `synchronous=FULL`, the person's own card as
 * the answer — beside a botbuilder app that only answers.
 */
import { randomUUID } from "node:crypto";
import { type Conversation, invokeOf, responseOf, type Sender, sayingOf } from "../testkit/teams/payloads.ts";
import { type Json, openTeamsServer, type TeamsServer } from "../testkit/teams/server.ts";
import { until } from "../testkit/until.ts";
import { type Prepared, sendAll } from "./support/load.ts";
import { compareResponses } from "./support/measure.ts";
import { startBareTeams, startWorkshopForTeams } from "./support/processes.ts";
import { activity, answerOf } from "./support/session.ts";

const connections = 50;
const path = "/api/messages";
const people = Array.from({ length: 3_000 }, (_, index) => `29:person-${index}`);

const prepare = (activity: Json): Prepared => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(activity),
});

const senderOf = (id: string): Sender => ({ id, name: id });

const startSession = async (address: string, conversation: Conversation, server: TeamsServer): Promise<string> => {
  server.calls.length = 0;
  const said = sayingOf(conversation, senderOf("29:fay"), `start ${activity}`);
  await sendAll(address, path, [prepare(said)], 1);
  const posted = (): string => JSON.stringify(server.calls.map(({ body }) => body));
  return until(() => /respond:([A-Za-z0-9_-]+):1/.exec(posted())?.[1], "the ballot is posted");
};

const responseIn = (conversation: Conversation, person: string, session: string): Prepared => {
  const token = { type: "respond", nonce: randomUUID(), session, round: 1, seen: 0 };
  return prepare(invokeOf(conversation, senderOf(person), responseOf(token, answerOf(person))));
};

export const run = async (): Promise<void> => {
  const server = await openTeamsServer(0);
  const conversation = { server, kind: "channel", locale: "en-US" } as const;
  const [ours, floor] = [await startWorkshopForTeams(), await startBareTeams()];
  await compareResponses({
    ours,
    floor,
    path,
    connections,
    prepare: async () => {
      const session = await startSession(ours.address, conversation, server);
      return people.map((person) => responseIn(conversation, person, session));
    },
    // What isn't recorded is answered with words that say so, and no way to change it.
    refusedBy: /^(?!.*respond:)/s,
    aims: { perSecond: "at least 0.7", p99: "none" },
  });
  await server.close();
};
