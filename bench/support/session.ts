/** A session in Slack, ready for responses: started by command, its form opened once. */
import { z } from "zod";
import type { Program } from "../../testkit/process.ts";
import type { LightSlackServer } from "../../testkit/slack/light-server.ts";
import { commandOf, pressOf, responseLike, signPayload, slackPath } from "../../testkit/slack/payloads.ts";
import type { Json } from "../../testkit/slack/server.ts";
import { until } from "../../testkit/until.ts";
import { type Prepared, sendAll } from "./load.ts";

export type OpenSession = {
  readonly id: string;
  /** The form as the app opened it for one person. */
  readonly form: Json;
};

const view = z.object({ view: z.looseObject({}) });

export const activity = "startup-support-chatbot";

/** What everyone fills in. */
export const answerOf = (person: string) => ({
  choice: "rag",
  reason: `The answers stand in the FAQ already, says ${person}.`,
  chance: "80",
});

export const signedResponse = (server: LightSlackServer, person: string, form: Json): Prepared =>
  signPayload("interaction", responseLike({ ...server, person }, form, answerOf(person)));

/** Asks for the form of round 1. */
export const signedAsking = (server: LightSlackServer, person: string, session: string): Prepared => {
  const message = { channel: server.channel, ts: "1.1", thread: "1.1" };
  return signPayload("interaction", pressOf({ ...server, person }, `respond:${session}:1`, message));
};

export const startSession = async (
  program: Program,
  server: LightSlackServer,
  person: string,
): Promise<OpenSession> => {
  const seen = server.calls.length;
  const fresh = (method: string): readonly Json[] =>
    server.calls
      .slice(seen)
      .filter((call) => call.method === method)
      .map(({ body }) => body);
  const send = (request: Prepared) => sendAll(program.address, slackPath, [request], 1);
  await send(signPayload("command", commandOf({ ...server, person }, `start ${activity}`)));
  const id = await until(
    () => /respond:([^:"]+):1/.exec(JSON.stringify(fresh("chat.postMessage")))?.[1],
    "the ballot is posted",
  );
  await send(signedAsking(server, person, id));
  const opened = await until(() => fresh("views.open")[0], "the form is opened");
  return { id, form: view.parse(opened).view };
};
