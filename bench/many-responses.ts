/**
 * Ten thousand responses to one session in Slack within a minute: how often its cards are redrawn,
 * and how long the last response takes to show.
 */
import { setTimeout as wait } from "node:timers/promises";
import { openLightSlackServer } from "../testkit/slack/light-server.ts";
import { slackPath } from "../testkit/slack/payloads.ts";
import { until } from "../testkit/until.ts";
import { print, rounded } from "./support/figures.ts";
import { sendAll } from "./support/load.ts";
import { startWorkshop } from "./support/processes.ts";
import { signedResponse, startSession } from "./support/session.ts";

const people = Array.from({ length: 10_000 }, (_, index) => `U${index}`);
const batches = 60;
const connections = 20;

export const run = async (): Promise<void> => {
  const server = await openLightSlackServer();
  const program = await startWorkshop(server);
  const { form } = await startSession(program, server, "UFAY");
  server.calls.length = 0;
  const startedAt = performance.now();
  const size = Math.ceil(people.length / batches);
  for (let batch = 0; batch < batches; batch += 1) {
    const responding = people.slice(batch * size, (batch + 1) * size);
    await sendAll(
      program.address,
      slackPath,
      responding.map((person) => signedResponse(server, person, form)),
      connections,
      /"errors"/,
    );
    await wait(Math.max(0, startedAt + (batch + 1) * 1_000 - performance.now()));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const lastAt = performance.now();
  const shows = new RegExp(people.length.toLocaleString("en").replace(",", ",?"));
  const updates = () => server.calls.filter(({ method }) => method === "chat.update");
  const right = await until(
    () => updates().find(({ body }) => shows.test(JSON.stringify(body.blocks))),
    "a card counts all",
  );
  const byCard = Object.values(Object.groupBy(updates(), ({ body }) => String(body.ts))).map(
    (calls) => calls?.length ?? 0,
  );
  print(`${people.length.toLocaleString("en")} responses in ${rounded(seconds)} s`);
  print(
    `chat.update: ${Math.max(...byCard)} of the card redrawn most, ${updates().length} of all ${byCard.length}; floor ${Math.ceil(seconds / 2)} at one in 2 s, ratio ${rounded(Math.max(...byCard) / Math.ceil(seconds / 2))} (aim at most 31 a card)`,
  );
  print(`From the last response to a card that counts all: ${rounded(Math.max(0, right.at - lastAt))} ms`);
  await program.stop();
  await server.close();
};
