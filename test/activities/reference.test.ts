/** Reference cards, the exercise, and what the models give for a case: what people read. */
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { words } from "../../src/text/text.ts";
import { claimCards } from "../../testkit/claim-cards.ts";
import { shipped } from "../../testkit/shipped.ts";
import { openWorld, sentenceOf } from "../../testkit/world.ts";

const en = translatorFor("en");

test.each(["en", "ko"] as const)("every card can be read alone, and is found by the shelf, in %s", async (language) => {
  const world = await openWorld();
  const say = translatorFor(language).messages.commands;
  const shelf = await world.workshop.run(world.origin("ann", { language }), language === "ko" ? "읽기" : "learn");
  if (shelf.type !== "card") throw new Error(sentenceOf(shelf));
  const ids = [...plainCard(shelf.card).matchAll(/ · ([a-z-]+)$/gm)].map(([, id = ""]) => id);
  expect(ids).toEqual(["hybrid-routing", "key-message", "paradigm-overview", "peft", "trading-latency"]);
  for (const id of ids) {
    const card = await world.workshop.press(world.origin("ann", { language }), `learn:${id}`);
    if (card.type !== "card") throw new Error(sentenceOf(card));
    expect(plainCard(card.card)).toContain(`[${say.share}]`);
  }
});

test("a card is posted once however often the same press arrives, is closed from the start, and says who posted it", async () => {
  const world = await openWorld();
  const origin = world.origin("ann");
  expect(await world.workshop.press(origin, "share:peft")).toEqual({ type: "done" });
  expect(await world.workshop.press(origin, "share:peft")).toEqual({ type: "done" });
  const store = world.opened.store.in("w1");
  expect(await store.listSessions({ channel: "c1", over: false, limit: 10 })).toEqual([]);
  const shared = await store.listSessions({ channel: "c1", over: true, limit: 10 });
  expect(shared).toMatchObject([{ state: "closed", activity: { id: "peft" } }]);
  const deliveries = await claimCards(world.opened.store, world.clock.now(), 10);
  expect(deliveries.map(({ slot }) => slot)).toEqual(["case"]);
  const [delivery] = deliveries;
  const card = delivery === undefined ? undefined : (await world.workshop.draw(delivery))();
  expect(card === undefined ? "" : plainCard(card)).toMatch(/0\.1%[\s\S]*Posted by: @ann/);
});

test.each([
  ["learn peft --share", "learn PEFT --공유"],
  ["읽기 peft --공유", "start peft"],
  ["학습 peft --공유", "start peft"],
])("%s and %s post it", async (...commands) => {
  const world = await openWorld();
  for (const command of commands)
    expect(await world.workshop.run(world.origin("ann"), command)).toEqual({ type: "done" });
  expect(await world.opened.store.in("w1").listSessions({ channel: "c1", over: true, limit: 10 })).toHaveLength(2);
});

test.each([
  ["learn pefd", "Did you mean peft?"],
  ["learn legal-contract-analysis", "There is no reference card"],
  ["learn --share", "which card"],
  ["learn peft --shore", "learn has no option “--shore”. Did you mean --share?"],
  ["learn peft --anonymous", "It takes --share and --lang."],
  ["learn peft en", "“en” is one word too many"],
])("%s says what to do instead", async (command, sentence) => {
  const world = await openWorld();
  expect(sentenceOf(await world.workshop.run(world.origin("ann"), command))).toContain(sentence);
});

test("a card is read in the language asked for, whatever one's own", async () => {
  const world = await openWorld();
  const read = async (words: string): Promise<string> => {
    const reply = await world.workshop.run(world.origin("ann"), words);
    return reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply);
  };
  expect(await read("learn peft --lang ko")).toMatch(/[가-힣]{2}/);
  expect(await read("learn peft --lang en")).not.toMatch(/[가-힣]{2}/);
  expect(await read("learn --lang ko")).toMatch(/[가-힣]{2}/);
});

test("an exercise starts each of its scenarios once, however often the command arrives", async () => {
  const world = await openWorld();
  const origin = world.origin("fay");
  for (const _ of [1, 2])
    expect(await world.workshop.run(origin, "start choose-technology --discuss")).toEqual({ type: "done" });
  const sessions = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 10 });
  expect(sessions.map(({ activity }) => activity.id).sort()).toEqual([
    "medical-diagnosis-assistant",
    "shop-recommendation",
  ]);
  expect(sessions.every(({ settings }) => settings.discussion)).toBe(true);
});

// Worked out by hand. Medical, high complexity, 10,000 examples and more: fine-tuning 82 + 6 − 3 +
// 6 = 91 %, RAG 80 − 2 − 5 + 1 = 74 %; 99 % are required. Shop: prompting 70 % at 530; RAG 81 % at
// 2,120, tool use 78 % at 2,070, fine-tuning 88 % at 4,200; 75 % are required and 1,000 can be
// spent.
test.each([
  ["medical-diagnosis-assistant", "Verdict: Fine-tuning", ["91%", "74%", "8 points below", "KRW 200 million"]],
  [
    "shop-recommendation",
    "Verdict: Tool use",
    ["70%", "81%", "78%", "88%", "5 points below", "Best: RAG", "Budget to build: KRW 10 million"],
  ],
])("%s reveals what flow and ROI model give, as such", async (id, verdict, figures) => {
  const { open, content } = await shipped(id);
  const blocks = open.reveal({ session: "s", anonymous: false, discussion: false, round: 1, responses: [] }, en);
  const card = plainCard({ title: words(""), blocks });
  expect(card).toContain(en.messages.scenario.noRecommendation);
  expect(card).toContain(en.messages.scenario.modelsHint);
  expect(card).toContain(verdict);
  for (const figure of figures) expect(card).toContain(figure);
  expect(JSON.stringify(content)).not.toContain('"recommendation"');
});

test("what the models give is frozen with the session", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start shop-recommendation");
  expect(Object.keys((await world.session(session.id)).activity.linked).sort()).toEqual([
    "approach-roi",
    "hybrid-routing",
    "trading-latency",
    "which-approach",
  ]);
});
