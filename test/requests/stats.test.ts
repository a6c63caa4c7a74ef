/** What a channel is told of itself, and each person of their own percentages. */
import { afterEach, expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const { opened, faults } of worlds.splice(0)) {
    await opened.store.close();
    expect(faults).toEqual([]);
  }
});

const open = async (): Promise<World> => {
  const world = await openWorld();
  worlds.push(world);
  world.platform.members = ["ann", "bob", "cho", "dan"].map((person) => ({ person }));
  return world;
};

const read = (reply: Reply): string => (reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply));
const say = async (world: World, person: string, words: string): Promise<string> =>
  read(await world.workshop.run(world.origin(person), words));

const recommended = "start startup-support-chatbot";
const other = { choice: "fine-tuning", reason: "r", chance: "60" };
const right = { choice: "rag", reason: "r", chance: "90" };

const vote = async (world: World, session: Session, answers: Readonly<Record<string, object>>): Promise<void> => {
  for (const [person, answer] of Object.entries(answers)) {
    world.clock.advance(60_000);
    expect(await world.respond(person, session, { ...answer }), person).toMatchObject({ type: "card" });
  }
};

const twoRounds = async (world: World): Promise<Session> => {
  const session = await world.start("fay", `${recommended} --discuss`);
  await vote(world, session, { ann: other, bob: other, cho: right });
  for (const verb of ["end-round", "vote-again"]) await world.press("fay", session, verb);
  await vote(world, await world.session(session.id), { ann: right, bob: right });
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  return session;
};

test("a channel's figures begin with three sessions of three, in every language, and name nobody", async () => {
  const world = await open();
  expect(await say(world, "zoe", "stats")).toContain("Nothing has been revealed");
  for (let count = 0; count < 3; count += 1) await twoRounds(world);
  const told = await say(world, "zoe", "통계");
  expect(told).toContain("3 sessions revealed, 3 of them");
  expect(told).toContain("The talk moved the majority: 3 of 3");
  expect(told).toContain("3 times towards it, 0 times away");
  expect(told).toContain("Responded, of those in the channel now: 75%");
  expect(told).not.toMatch(/\b(ann|bob|cho|fay)\b/u);
  for (const language of languageCodes)
    expect(await world.workshop.run(world.origin("zoe", { language }), "stats")).toMatchObject({ type: "card" });
  expect(read(await world.workshop.run(world.origin("zoe", { channel: "c2" }), "stats"))).toContain("Nothing");
});

test("one's own percentages are told to oneself alone, in words at once, and go when they shall", async () => {
  const world = await open();
  expect(await say(world, "ann", "me")).toContain("Nothing is counted yet");
  const session = await world.start("fay", recommended);
  await vote(world, session, { ann: right, bob: other });
  expect(await say(world, "ann", "me")).toContain("Nothing is counted yet");
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  expect(await say(world, "ann", "me")).toContain("When you said about 90%, 1 of 1 came true.");
  expect(await say(world, "ann", "me")).toContain("1 counted. Brier score 0.01");
  expect(await say(world, "bob", "나")).toContain("When you said about 60%, 0 of 1 came true.");
  expect(await say(world, "zoe", "me")).toContain("Nothing is counted yet");
  expect(read(await world.workshop.run(world.origin("ann", { workspace: "w2" }), "me"))).toContain("Nothing");
  expect(await say(world, "ann", "me forget")).toContain("deleted");
  expect(await say(world, "ann", "me")).toContain("Nothing is counted yet");
  expect(read(await world.workshop.press(world.origin("bob"), "forget-figures"))).toContain("deleted");
});

test("an anonymous session never counts, nor what has no recommended option", async () => {
  const world = await open();
  for (const words of [`${recommended} --anonymous`, 'ask "Which?" "a" "b"']) {
    const session = await world.start("fay", words);
    const choice = words.startsWith("ask") ? { choice: "option-1", reason: "r", chance: "90" } : right;
    await vote(world, session, { ann: choice, bob: choice, cho: choice });
    for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  }
  expect(await say(world, "ann", "me")).toContain("Nothing is counted yet");
});

test("what a decision expected counts for whoever said how likely it is, by the first verdict", async () => {
  const world = await open();
  const session = await world.start("fay", 'ask "Which?" "a" "b"');
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  const fillIn = async (pressed: string, values: object): Promise<Reply> => {
    const asked = await world.workshop.press(world.origin("fay"), pressed);
    if (asked.type !== "form") throw new Error(sentenceOf(asked));
    return world.workshop.submit(world.origin("fay"), asked.form.token, values);
  };
  await fillIn(`ask-decision:${session.id}:1`, { text: "a it is", expects: "Faster", likely: "80" });
  await fillIn(`ask-review:${session.id}:1`, { verdict: "too-early" });
  expect(await say(world, "fay", "me")).toContain("Nothing is counted yet");
  await fillIn(`ask-review:${session.id}:1`, { verdict: "yes" });
  await fillIn(`ask-review:${session.id}:1`, { verdict: "no" });
  expect(await say(world, "fay", "me")).toContain("When you said about 80%, 1 of 1 came true.");
});
