/**
 * What Slack's refusals and faults come to: nothing lost, nothing posted twice, one clear word to
 * the person who can mend it.
 */
import { afterEach, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";

const { session: say, scenario } = translatorFor("en").messages;
const start = "start startup-support-chatbot";
const worlds: SlackWorld[] = [];
const open = async (): Promise<SlackWorld> => {
  const world = await openSlackWorld();
  worlds.push(world);
  return world;
};
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const posted = ({ server }: SlackWorld): number =>
  server.messages.filter(({ person, text }) => person === undefined && text !== "").length;

test("a 429 is waited for, and nothing else is sent to that channel before", async () => {
  const world = await open();
  world.server.failNext("chat.postMessage", {
    status: 429,
    body: { ok: false, error: "ratelimited" },
    headers: { "retry-after": "2" },
  });
  const before = Date.now();
  await world.person(0).command(start);
  await expect.poll(() => posted(world), { timeout: 10_000 }).toBe(2);
  expect(Date.now() - before).toBeGreaterThanOrEqual(1900);
  expect(world.server.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(3);
});

test.each([
  ["not_in_channel", say.undelivered["not-a-member"]],
  ["is_archived", say.undelivered["channel-gone"]],
])("%s is told to the one who started it", async (error, sentence) => {
  const world = await open();
  const fay = world.person(0);
  world.server.failNext("chat.postMessage", { status: 200, body: { ok: false, error } });
  await fay.command(start);
  await expect
    .poll(() =>
      world.server.calls
        .filter(({ method, body }) => method === "chat.postMessage" && body.channel === fay.id)
        .map(({ body }) => wordsIn(body.blocks))
        .join(),
    )
    .toContain(sentence);
});

test("a deleted message is told to the facilitator, and a revoked token to the log", async () => {
  const world = await open();
  const fay = world.person(0);
  await fay.command(start);
  await expect.poll(fay.reads).toContain(say.controls.title);
  world.server.failNext("chat.update", { status: 200, body: { ok: false, error: "message_not_found" } });
  world.server.failNext("chat.update", { status: 200, body: { ok: false, error: "token_revoked" } });
  await fay.press("RAG over the FAQ");
  await fay.submit({ [scenario.reason]: "kept" });
  await expect
    .poll(
      () =>
        world.server.calls
          .filter(({ body }) => body.channel === fay.id)
          .map(({ body }) => wordsIn(body.blocks))
          .join(),
      { timeout: 10_000 },
    )
    .toContain(say.undelivered["message-gone"]);
  await expect.poll(world.program.output).toContain("Install the app there again");
  expect(world.program.output()).not.toContain("kept");
});

test("a post whose outcome is unknown is never sent again", async () => {
  const world = await open();
  const fay = world.person(0);
  world.server.failNext("chat.postMessage", { status: 500, body: { ok: false } });
  await fay.command(start);
  await expect
    .poll(() =>
      world.server.calls
        .filter(({ body }) => body.channel === fay.id)
        .map(({ body }) => wordsIn(body.blocks))
        .join(),
    )
    .toContain(say.undelivered.uncertain);
  expect(
    world.server.calls.filter(
      ({ method, body }) => method === "chat.postMessage" && body.channel === world.server.channel,
    ),
  ).toHaveLength(1);
});

test("a chart that Slack refuses is left out at once, and its figures stay", async () => {
  const world = await open();
  const fay = world.person(0);
  await fay.command(start);
  await expect.poll(fay.reads).toContain(say.controls.title);
  await fay.press("RAG over the FAQ");
  await fay.submit({ [scenario.reason]: "r" });
  await fay.press(say.controls.verbs["end-round"]);
  await expect.poll(fay.reads, { timeout: 10_000 }).toContain(say.controls.verbs.reveal);
  await expect.poll(fay.reads, { timeout: 10_000 }).toContain(say.roundEnded({ round: 1, count: 1 }));
  world.server.failNext("chat.postMessage", { status: 200, body: { ok: false, error: "invalid_blocks" } });
  await fay.press(say.controls.verbs.reveal);
  await expect.poll(fay.reads, { timeout: 10_000 }).toContain("1 (100%)");
  expect(JSON.stringify(world.server.messages)).not.toContain("data_visualization");
});
