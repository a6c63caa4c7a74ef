/**
 * Teams' own ways in and out: installation, the menu, refusals for one person alone, views of one's
 * own, clients of old, and activities that come twice.
 */

import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { address } from "../../adapters/teams/workspace.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { partsIn, wordsOn } from "../../testkit/teams/adaptive-cards.ts";
import { activityOf, conversationOf, type Kind } from "../../testkit/teams/payloads.ts";
import { sendActivity } from "../../testkit/teams/people.ts";
import { personalChatOf } from "../../testkit/teams/server.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";

const { session: say, commands, scenario, addressed } = translatorFor("en", address).messages;
const teams = teamsMessages("en");
const { notFound } = addressed.refusals;
const begin = "start startup-support-chatbot";
const rag = "RAG over the FAQ";

const worlds: TeamsWorld[] = [];
const open = async (kind: Kind = "channel", locale = "en-US"): Promise<TeamsWorld> => {
  const world = await openTeamsWorld({ kind, locale });
  worlds.push(world);
  return world;
};
afterEach(async () => {
  for (const world of worlds.splice(0)) {
    await world.close();
    expect(world.server.mistakes).toEqual([]);
  }
});

const until = (reads: () => string, sentence: string): Promise<void> =>
  expect.poll(reads, { timeout: 10_000 }).toContain(sentence);

/** The messages that stand in the shared conversation. */
const shared = ({ server, conversation: { kind } }: TeamsWorld) =>
  server.messages.filter(
    ({ conversation, only }) => only === undefined && conversation === conversationOf(kind, server.people[0]?.id ?? ""),
  );

const settled = (world: TeamsWorld, count: number): Promise<void> =>
  expect.poll(() => world.server.messages.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);

describe.each(["channel", "groupChat", "personal"] as const)("in a %s", (kind) => {
  test("an installation is welcomed once, however many activities tell of it, and a removal is the end of it", async () => {
    const world = await open(kind);
    const fay = world.person(0);
    const send = (change: Readonly<Record<string, unknown>>) =>
      sendActivity(world.conversation.address(), activityOf(world.conversation, fay, change));
    const added = { type: "conversationUpdate", membersAdded: [{ id: world.server.bot }] };
    for (const change of [
      added,
      { type: "installationUpdate", action: "add" },
      { type: "installationUpdate", action: "add-upgrade" },
    ])
      expect((await send(change)).status).toBe(200);
    await until(fay.reads, commands.menuTitle);
    await fay.say(begin);
    await until(fay.reads, say.controls.title);
    expect(shared(world).filter(({ card }) => wordsOn(card).includes(commands.menuIntro))).toHaveLength(1);
    await send({ type: "installationUpdate", action: "remove" });
    const calls = world.server.calls.length;
    await fay.press(rag).catch(() => undefined);
    expect(world.server.calls.slice(calls).filter(({ operation }) => operation === "post")).toEqual([]);
  });

  test("a greeting and help are answered, and the menu leads to the start form, whose mistakes stand at their fields with what was filled in", async () => {
    const world = await open(kind);
    const fay = world.person(0);
    for (const words of ["help", "hi", "Hello!", ""]) {
      world.server.messages.length = 0;
      await fay.say(words);
      await until(fay.reads, words === "help" ? "@Workshop start" : commands.menuIntro);
      expect(fay.reads()).not.toContain("/workshop");
    }
    await fay.press(commands.start);
    const values = {
      [commands.startForm.activity]: "A support chatbot for a start-up",
      [commands.startForm.endOther]: "someday",
    };
    await fay.press(commands.startForm.fold);
    const refused = await fay.press(commands.startForm.submit, { ...values, [commands.startForm.anonymous]: "true" });
    expect(refused).toContain(commands.badEnd);
    expect(JSON.stringify(fay.cards())).toContain('"value":"someday"');
    await fay.press(commands.startForm.submit, { [commands.startForm.endOther]: "2h" });
    await until(fay.reads, say.anonymous);
    await until(fay.reads, say.endsAt);
  });
});

test("the list's many buttons are chosen from, and lead to the form with that activity", async () => {
  const world = await open();
  const fay = world.person(0);
  await fay.say("list");
  await until(fay.reads, commands.listTitle);
  await fay.press("legal-contract-analysis");
  const named = "An AI that analyses contracts";
  expect(fay.reads()).toContain(`${commands.startForm.title}\n${named}`);
  await fay.press(commands.startForm.submit);
  await until(fay.reads, say.controls.title);
  expect(world.person(1).reads()).not.toContain(commands.startForm.endOther);
});

test("a refusal reaches its sender alone, where they spoke; their own chat is for where Teams refuses that", async () => {
  const world = await open();
  const [fay, ann] = [world.person(0), world.person(1)];
  await fay.say("start nothing-like-it");
  await until(fay.reads, "nothing-like-it");
  expect(ann.reads()).toBe("");
  expect(world.server.messages).toMatchObject([{ only: fay.id, root: expect.any(String) }]);
  world.server.targets = false;
  await fay.say("start no-such-thing");
  await until(fay.reads, "no-such-thing");
  expect(world.server.messages.at(-1)?.conversation).toBe(personalChatOf(fay.id));
  world.server.failNext("open", { status: 403 });
  await ann.say("start nothing-like-it");
  await until(fay.reads, teams.writeToMe);
  expect(JSON.stringify(shared(world))).not.toContain("nothing-like-it");
});

test("a member of a session gets a view of their own, the facilitator their controls, and the others what all see", async () => {
  const world = await open();
  const [fay, ann, bob] = [world.person(0), world.person(1), world.person(2)];
  await fay.say(begin);
  await until(fay.reads, say.controls.title);
  await ann.press(rag);
  await ann.press(say.responseForm.submit, { [scenario.reason]: "r" });
  await until(bob.reads, say.responded({ count: 1 }));
  const [root, ballot] = shared(world);
  if (root === undefined || ballot === undefined) throw new Error("No cards");
  expect(await fay.refresh(root)).toContain(say.controls.title);
  expect(await bob.refresh(root)).not.toContain(say.controls.title);
  await expect.poll(() => JSON.stringify(shared(world)[1]?.card), { timeout: 10_000 }).toContain(ann.id);
  const [, drawn] = shared(world);
  if (drawn === undefined) throw new Error("No ballot");
  expect(await ann.refresh(drawn)).toContain(say.ownResponse({ round: 1 }));
  expect(await bob.refresh(drawn)).not.toContain(say.ownResponse({ round: 1 }));
  await fay.press(say.controls.title);
  expect(await fay.press(say.controls.verbs["end-round"])).toContain(say.state.ended);
});

test("an invoke is answered before anything slow: while Teams leaves a redraw unanswered, others go on responding", async () => {
  const world = await open("groupChat");
  const [fay, ann] = [world.person(0), world.person(1)];
  await fay.say(begin);
  await until(fay.reads, say.controls.title);
  world.server.failNext("update", { done: true, line: "hang" });
  await ann.press(rag);
  await ann.press(say.responseForm.submit, { [scenario.reason]: "r" });
  await expect.poll(world.server.hanging, { timeout: 10_000 }).toBe(1);
  await fay.press(rag);
  expect(await fay.press(say.responseForm.submit, { [scenario.reason]: "r" })).toContain(say.recorded.first);
  expect(world.server.hanging()).toBe(1);
});

test("after a crash the kept references lead back to every conversation, and names are learnt anew", async () => {
  const world = await open();
  const [fay, ann] = [world.person(0), world.person(2)];
  await fay.say(begin);
  await until(fay.reads, say.controls.title);
  await fay.press(rag);
  await fay.press(say.responseForm.submit, { [scenario.reason]: "r" });
  // A redraw is sent once every new message is settled.
  await until(ann.reads, say.responded({ count: 1 }));
  await world.restart();
  await ann.press(rag);
  await ann.press(say.responseForm.submit, { [scenario.reason]: "r" });
  await until(ann.reads, `${say.responded({ count: 2 })} @Person 0 @Person 2`);
  await fay.press(say.controls.verbs["end-round"]);
  await until(ann.reads, say.roundEnded({ round: 1, count: 2 }));
});

test("what is said to others in a channel is not for the bot", async () => {
  const world = await open();
  const said = { type: "message", text: begin, entities: [] };
  await sendActivity(
    world.conversation.address(),
    activityOf(world.conversation, world.person(1), said, { root: "1" }),
  );
  await world.person(0).say("help");
  await until(world.person(0).reads, "@Workshop start");
  expect(shared(world)).toHaveLength(1);
});

test("a mention without its text, and one that doesn't say where it was made, are answered there", async () => {
  const world = await open();
  const fay = world.person(0);
  const { bot, serviceUrl } = world.server;
  const id = "19:decisions@thread.tacv2;messageid=1";
  const said = { type: "message", entities: [{ type: "mention", mentioned: { id: bot } }] };
  await sendActivity(world.conversation.address(), {
    ...{ ...said, id: "1", channelId: "msteams", serviceUrl, text: "<at>Workshop</at> help" },
    ...{ from: { id: fay.id, name: fay.name }, recipient: { id: bot }, conversation: { id } },
  });
  await until(fay.reads, "@Workshop start");
  expect(world.server.messages).toMatchObject([{ conversation: "19:decisions@thread.tacv2", root: "1" }]);
  const chat = activityOf(world.conversation, fay, { ...said, text: "" }, { root: "2" });
  expect(await sendActivity(world.conversation.address(), chat)).toMatchObject({ status: 200 });
  await until(fay.reads, commands.menuIntro);
});

test("in their own chat a greeting shows what waits for a person, and is answered there", async () => {
  const world = await open();
  const [fay, ann] = [world.person(0), world.person(1)];
  await fay.say(begin);
  await until(fay.reads, say.controls.title);
  const said = { type: "message", text: "hi" };
  await sendActivity(world.conversation.address(), activityOf(world.conversation, ann, said, { kind: "personal" }));
  await until(ann.reads, `${teams.mySessions}\n${commands.home.waiting}`);
  expect(fay.reads()).not.toContain(teams.mySessions);
  expect(await ann.press(say.respond)).toContain(scenario.reason);
  expect(world.server.messages.at(-1)?.conversation).toBe(personalChatOf(ann.id));
  await ann.press(say.responseForm.submit, { [scenario.choice]: rag, [scenario.reason]: "r" });
  await until(fay.reads, say.responded({ count: 1 }));
});

test("an anonymous session's cards name nobody who responded", async () => {
  const world = await open();
  const [fay, ann] = [world.person(0), world.person(1)];
  await fay.say(`${begin} --anonymous`);
  await until(fay.reads, say.controls.title);
  await ann.press(rag);
  await ann.press(say.responseForm.submit, { [scenario.reason]: "r" });
  await until(fay.reads, say.responded({ count: 1 }));
  expect(JSON.stringify(world.server.calls)).not.toContain(ann.id);
});

test("what is sent again, under new ids too, changes nothing and is answered alike", async () => {
  const world = await open();
  const [fay, ann] = [world.person(0), world.person(1)];
  const id = randomUUID();
  const mention = { type: "mention", text: "<at>Workshop</at>", mentioned: { id: world.server.bot } };
  const said = { type: "message", id, text: `<at>Workshop</at> ${begin}`, entities: [mention] };
  for (let time = 0; time < 3; time += 1)
    await sendActivity(world.conversation.address(), activityOf(world.conversation, fay, said, { root: "1" }));
  await until(fay.reads, say.controls.title);
  expect(shared(world)).toHaveLength(2);
  await ann.press(rag);
  const first = await ann.press(say.responseForm.submit, { [scenario.reason]: "r" });
  expect(await ann.pressAgain()).toBe(first);
  await until(fay.reads, say.responded({ count: 1 }));
  await fay.press(say.controls.verbs["end-round"]);
  const ended = await fay.pressAgain();
  expect(ended).toContain(say.controls.verbs.reveal);
  expect(
    shared(world).filter(({ card }) => wordsOn(card).includes(say.roundEnded({ round: 1, count: 1 }))).length,
  ).toBeLessThanOrEqual(1);
});

test("words that are sent again are answered once", async () => {
  const world = await open("groupChat");
  const fay = world.person(0);
  const mention = { type: "mention", text: "<at>Workshop</at>", mentioned: { id: world.server.bot } };
  const said = { type: "message", id: "7", text: "<at>Workshop</at> list", entities: [mention] };
  const send = () => sendActivity(world.conversation.address(), activityOf(world.conversation, fay, said));
  await Promise.all([send(), send(), send()]);
  expect((await send()).status).toBe(200);
  await fay.say("list");
  // Whatever is still to be said is said before it stops.
  await settled(world, 2);
  await world.program.stop();
  expect(shared(world)).toHaveLength(2);
});

test("a client that knows only Action.Submit is answered in the person's own chat, where the form goes on", async () => {
  const world = await open();
  const [fay, ann, bob] = [world.person(0), world.person(1), world.person(2)];
  await fay.say(begin);
  await until(fay.reads, say.controls.title);
  await ann.pressOldClient(rag);
  await until(ann.reads, scenario.reason);
  await ann.pressOldClient(say.responseForm.submit, { [scenario.reason]: "r" });
  await until(ann.reads, say.recorded.first);
  await ann.pressOldClient(say.recorded.change);
  await until(ann.reads, `[${say.responseForm.change}]`);
  expect(bob.reads()).not.toContain(say.recorded.first);
  await until(bob.reads, say.responded({ count: 1 }));
});

test("buttons in a personal chat act only for those whose card it is, and another tenant sees nothing", async () => {
  const world = await open();
  world.server.targets = false;
  const [fay, ann] = [world.person(0), world.person(1)];
  await fay.say(begin);
  await until(fay.reads, say.controls.title);
  await settled(world, 3);
  const controls = world.server.messages.find(({ conversation }) => conversation === personalChatOf(fay.id));
  const end = partsIn(controls?.card).find(({ title }) => title === say.controls.verbs["end-round"]);
  const invoke = {
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: controls?.id,
    value: { action: { data: end?.data } },
  };
  const answerTo = async (conversation: TeamsWorld["conversation"], place: Kind): Promise<string> => {
    const answer = await sendActivity(
      world.conversation.address(),
      activityOf(conversation, ann, invoke, { kind: place }),
    );
    return wordsOn(answer.body.value);
  };
  expect(await answerTo(world.conversation, "personal")).toContain(notFound);
  expect(await answerTo(world.conversation, "channel")).toContain(
    commands.refusals.notFacilitator({ command: "end-round" }),
  );
  expect(await answerTo({ ...world.conversation, tenant: "t2" }, "channel")).toContain(notFound);
});

test("data that no card of ours carries is refused, and an unknown invoke too", async () => {
  const world = await open();
  const send = (change: Readonly<Record<string, unknown>>) =>
    sendActivity(
      world.conversation.address(),
      activityOf(world.conversation, world.person(0), { type: "invoke", ...change }),
    );
  for (const data of [undefined, "x", { do: "press" }, { do: "submit", purpose: { type: "respond" } }]) {
    const answer = await send({ name: "adaptiveCard/action", value: { action: { data } } });
    expect(wordsOn(answer.body.value)).toContain(commands.refusals.badRequest);
  }
  expect((await send({ name: "task/fetch", value: {} })).status).toBe(501);
});
