/**
 * Where things stand: nothing is started where nobody would see it, and what is for one person
 * stands in one place.
 */
import { afterEach, expect, test } from "vitest";
import { slackMessages } from "../../adapters/slack/messages/speak.ts";
import { address } from "../../adapters/slack/workspace.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Fault } from "../../testkit/faulty-server.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";
import { stories } from "../../testkit/stories.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const { session: say, scenario, addressed, commands } = translatorFor("en", address).messages;
const { again } = slackMessages("en");
const story = stories.en;

const open = async (): Promise<SlackWorld> => {
  const world = await openSlackWorld();
  closers.push(world.close);
  return world;
};

const refused = (error: string): Fault => ({ status: 200, body: { ok: false, error } });
const toAll = ({ server }: SlackWorld) => server.messages.filter(({ person }) => person === undefined);
const controlsIn = ({ server }: SlackWorld) =>
  server.messages.filter(({ blocks }) => wordsIn(blocks).includes(say.controls.title));

test("in a private channel without the app nothing is started; once it is invited, a button tries again", async () => {
  const world = await open();
  const fay = world.person(0);
  world.server.failNext("conversations.info", refused("channel_not_found"));
  await fay.command(story.start);
  expect(fay.reads()).toContain(addressed.refusals.notInChannel);
  expect(fay.reads()).toContain("/invite @Workshop");
  world.server.failNext("conversations.info", refused("channel_not_found"));
  await fay.press(again);
  expect(fay.reads()).toContain(addressed.refusals.notInChannel);
  expect(toAll(world)).toEqual([]);
  await fay.openHome();
  await expect.poll(() => wordsIn(world.server.homes.get(fay.id)?.blocks)).toContain(addressed.nothingFacilitated);

  await fay.press(again);
  await expect.poll(() => controlsIn(world)).toHaveLength(1);
  expect(fay.reads()).not.toContain(addressed.refusals.notInChannel);
});

test.each([
  { where: "an archived channel", answer: { ok: true, channel: { is_archived: true } }, code: "channelClosed" },
  {
    where: "a public channel, without the scope",
    answer: { ok: true, channel: { is_member: false } },
    code: undefined,
  },
] as const)("in $where nothing is started", async ({ answer, code }) => {
  const world = await open();
  const fay = world.person(0);
  world.server.failNext("conversations.info", { status: 200, body: answer });
  await fay.command(story.start);
  expect(fay.reads()).toContain(code === undefined ? addressed.refusals.notInChannel : commands.refusals[code]);
  expect(toAll(world)).toEqual([]);
});

test("in a public channel without the app the session is posted, and the controls work in one's own chat", async () => {
  const world = await open();
  const fay = world.person(0);
  const headers = { "x-oauth-scopes": "chat:write,chat:write.public" };
  world.server.failNext("conversations.info", {
    status: 200,
    body: { ok: true, channel: { is_member: false } },
    headers,
  });
  world.server.failNext("chat.postEphemeral", refused("not_in_channel"));
  await fay.command(story.start);
  await expect.poll(() => controlsIn(world)).toMatchObject([{ person: undefined }]);
  const controls = () => wordsIn(controlsIn(world)[0]?.blocks);
  const before = controls();
  await fay.press(say.controls.verbs["end-round"]);
  await expect.poll(controls).not.toBe(before);
  expect(controlsIn(world)).toHaveLength(1);
});

test("what could never be posted is called off, and its facilitator is told", async () => {
  const world = await open();
  const fay = world.person(0);
  world.server.failNext("chat.postMessage", refused("channel_not_found"));
  await fay.command(story.start);
  await expect.poll(fay.reads).toContain(say.undelivered["channel-gone"]);
  await fay.openHome();
  await expect.poll(() => wordsIn(world.server.homes.get(fay.id)?.blocks)).toContain(addressed.nothingFacilitated);
});

test("the controls stand in one place from the start to the end, and an old button brings back those of now", async () => {
  const world = await open();
  const fay = world.person(0);
  await fay.command(story.start);
  await expect.poll(() => controlsIn(world)).toHaveLength(1);
  const first = controlsIn(world)[0];
  const words = () => wordsIn(controlsIn(world)[0]?.blocks);
  for (const verb of ["end-round", "reveal", "close"] as const) {
    const before = words();
    await fay.press(say.controls.verbs[verb]);
    await expect.poll(words).not.toBe(before);
    expect(controlsIn(world)).toHaveLength(1);
  }
  // Somebody's screen may still show what was drawn first.
  if (first !== undefined) world.server.messages.splice(0, world.server.messages.length, first);
  await fay.press(say.controls.verbs["end-round"]);
  await expect.poll(words).toContain(say.controls.verbs["record-decision"]);
  expect(world.server.messages).toHaveLength(1);
});

test("what came of it stands first in the channel, and the reveal is shown there once", async () => {
  const world = await open();
  const fay = world.person(0);
  const { server } = world;
  await fay.command(story.start);
  await expect.poll(() => controlsIn(world)).toHaveLength(1);
  await fay.press(story.rag);
  await fay.submit({ [scenario.reason]: "r", [scenario.confidence]: "80" });
  for (const verb of ["end-round", "reveal"] as const) {
    await expect.poll(fay.reads).toContain(say.controls.verbs[verb]);
    await fay.press(say.controls.verbs[verb]);
  }
  await expect.poll(fay.reads).toContain(say.controls.verbs["record-decision"]);
  await fay.press(say.controls.verbs["record-decision"]);
  await fay.submit({ [say.decision.text]: "We take RAG" });
  const root = () => wordsIn(toAll(world)[0]?.blocks);
  await expect.poll(root).toContain("We take RAG");
  expect(root().indexOf("We take RAG")).toBeLessThan(root().indexOf(say.progress));
  const shown = server.calls.filter(({ body }) => body.reply_broadcast !== undefined);
  expect(shown).toMatchObject([{ method: "chat.postMessage", body: { reply_broadcast: "true" } }]);
});
