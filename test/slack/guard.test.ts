/**
 * What must be refused, and leave nothing behind: forged signatures, old and future times, foreign
 * workspaces, forged values.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { slackMessages } from "../../adapters/slack/messages/speak.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { sign } from "../../testkit/slack/payloads.ts";
import { personIn, postSigned } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

let world: SlackWorld;
beforeAll(async () => {
  world = await openSlackWorld();
});
afterAll(() => world.close());

const { commands, addressed, session: say, scenario } = translatorFor("en").messages;

const commandBody = (): string =>
  new URLSearchParams({
    command: "/workshop",
    text: "start startup-support-chatbot",
    channel_id: world.server.channel,
    user_id: world.person(0).id,
    team_id: world.server.team,
    trigger_id: "1.1",
  }).toString();

const form = "application/x-www-form-urlencoded";
const posts = (): number => world.server.calls.filter(({ method }) => method === "chat.postMessage").length;

test.each([
  ["a wrong signature", { secret: "another secret of some length" }],
  ["an old timestamp", { at: Date.now() - 10 * 60_000 }],
  ["a timestamp years ahead", { at: Date.now() + 3 * 365 * 86_400_000 }],
])("%s", async (_name, options) => {
  const answer = await postSigned(world.program.address, sign(commandBody(), form, options));
  expect(answer.status).toBe(401);
  expect(posts()).toBe(0);
});

test("a payload of a foreign workspace", async () => {
  const body = commandBody().replace(world.server.team, "TFOREIGN1");
  const answer = await postSigned(world.program.address, sign(body, form));
  expect(answer.body).toEqual({ response_type: "ephemeral", text: slackMessages("en").unserved.foreign });
  expect(posts()).toBe(0);
});

test.each([
  ["not JSON", "{", "application/json"],
  ["nothing", "", form],
  ["an empty payload", "payload=%7B%7D", form],
  ["no actions", '{"actions":[]}', "application/json"],
  ["an empty object", "{}", "application/json"],
  ["an unknown interaction", `payload=${encodeURIComponent('{"type":"block_actions"}')}`, form],
])("garbage with a good signature: %s", async (_name, body, type) => {
  const from = performance.now();
  const answer = await postSigned(world.program.address, sign(body, type));
  expect(answer.status).toBe(400);
  expect(performance.now() - from).toBeLessThan(2_000);
  expect(JSON.stringify(answer.body)).not.toContain("at ");
});

test("forged button values and form values change nothing", async () => {
  const [fay, eve] = [world.person(0), world.person(1)];
  await fay.command("start startup-support-chatbot");
  await expect.poll(fay.reads).toContain(say.controls.title);
  await eve.press("RAG over the FAQ");
  const [message] = world.server.messages;
  if (message === undefined) throw new Error("No card was posted");
  const view = eve.view();
  let forgeries = 0;
  /** Presses it, and waits for what is told, which may take the place of what was pressed. */
  const forge = async (value: string, told = ""): Promise<void> => {
    const block = {
      type: "actions",
      block_id: "x",
      elements: [{ type: "button", action_id: "press:0", text: { type: "plain_text", text: "forged" }, value }],
    };
    forgeries += 1;
    const ts = `forged.${forgeries}`;
    world.server.messages.push({ ...message, ts, person: eve.id, blocks: [block] });
    await eve.press("forged");
    await expect.poll(eve.reads).toContain(told);
    world.server.messages.splice(
      world.server.messages.findIndex((one) => one.ts === ts),
      1,
    );
  };
  const id = /respond:([^:"]+):/.exec(JSON.stringify(world.server.messages))?.[1];
  await forge(`reveal:${id}:1`, commands.refusals.notFacilitator({ command: "reveal" }));
  await forge(`cancel:${id}:1`, commands.refusals.notFacilitator({ command: "cancel" }));
  await forge("reveal:nowhere:1", addressed.refusals.notFound);
  for (const value of ["__proto__", "", `respond:${id}:2`]) await forge(value);

  // The form of another session, and an option that is not offered.
  const strange = await personIn(world, eve.id).submit({ [scenario.reason]: "r" });
  expect(strange.body).toMatchObject({ response_action: "update" });
  await expect.poll(eve.reads).toContain(say.recorded.first);
  await eve.press("Change my response");
  const own = eve.view();
  if (own === undefined || view === undefined) throw new Error("No form");
  world.server.views.set(eve.id, [
    { ...own, private_metadata: String(own.private_metadata).replace(String(id), "elsewhere") },
  ]);
  const refused = await eve.submit({ [scenario.reason]: "forged" });
  expect(refused.body).toMatchObject({ response_action: "errors" });
  expect(JSON.stringify(refused.body)).toContain(addressed.refusals.notFound.slice(0, 20));
});

test("the same submission twice is one response, and answered alike", async () => {
  const eve = world.person(2);
  await eve.press("RAG over the FAQ");
  const view = eve.view();
  const first = await eve.submit({ [scenario.reason]: "once" });
  if (view === undefined) throw new Error("No form");
  world.server.views.set(eve.id, [view]);
  const second = await eve.submit({ [scenario.reason]: "once" });
  expect(second).toEqual(first);
  await expect.poll(eve.reads, { timeout: 10_000 }).toContain(say.responded({ count: 2 }));
});
