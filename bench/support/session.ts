/** A session in Slack, ready for responses: started by command, its form opened once. */
import { setTimeout as wait } from "node:timers/promises";
import { sendAll } from "./load.ts";
import type { Measured } from "./processes.ts";
import { signedCommand, signedPress, slackPath } from "./requests.ts";
import type { SlackStub } from "./slack-stub.ts";

export type OpenSession = {
  readonly id: string;
  /** The form as the app opened it for one person, as JSON. */
  readonly form: string;
};

export const activity = "startup-support-chatbot";

export const startSession = async (program: Measured, stub: SlackStub, facilitator: string): Promise<OpenSession> => {
  const seen = stub.calls.length;
  const find = <Found>(look: (call: SlackStub["calls"][number]) => Found | undefined): Promise<Found> =>
    until(() =>
      stub.calls
        .slice(seen)
        .map(look)
        .find((found) => found !== undefined),
    );
  await sendAll(program.address, slackPath, [signedCommand(facilitator, `start ${activity}`)], 1);
  const id = await find(({ method, body }) =>
    method === "chat.postMessage" ? /respond:([^:"]+):1/.exec(body.get("blocks") ?? "")?.[1] : undefined,
  );
  await sendAll(program.address, slackPath, [signedPress(facilitator, `respond:${id}:1`, "1.1")], 1);
  const form = await find(({ method, body }) =>
    method === "views.open" ? (body.get("view") ?? undefined) : undefined,
  );
  return { id, form };
};

/** Looks every few milliseconds until there is something; throws after a minute. */
export const until = async <Found>(look: () => Found | undefined): Promise<Found> => {
  for (let tries = 0; tries < 6_000; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await wait(10);
  }
  throw new Error("It did not happen within a minute");
};
