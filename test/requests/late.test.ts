/** What comes after the end of a round is told what became of it, and what counts. */
import { describe, expect, test } from "vitest";
import { stillOpen } from "../../adapters/playground/page/still-open.ts";
import type { Message } from "../../adapters/playground/protocol.ts";
import { drawCardView } from "../../adapters/slack/answer.ts";
import type { Card } from "../../src/cards/card.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Session } from "../../src/session/session.ts";
import { words } from "../../src/text/text.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const say = translatorFor("en").messages;
const answer = (choice: string) => ({ choice, reason: "because", chance: "" });

/** A form that was opened in time and is sent when the round is over. */
const sendLate = async (world: World, session: Session, values: Readonly<Record<string, unknown>>) => {
  const form = await world.askToRespond("ann", session);
  await world.press("fay", session, "end-round");
  return () => world.workshop.submit(world.origin("ann"), form, values);
};

describe("a change that comes too late", () => {
  const yes = { "verdict-rag": "yes", "verdict-tool-use": "no", "verdict-hybrid": "no" };
  const project = { domain: "other", complexity: "medium", examples: "500000", required: "75", budget: "3000" };
  const company = {
    present_approach: "Fine-tuning",
    present_cost: "1000",
    present_performance: "80",
    alternative_approach: "RAG",
    expected_cost: "500",
    expected_performance: "80",
  };
  test.each([
    ["startup-support-chatbot", answer("fine-tuning"), ": Fine-tuning."],
    ["alternatives-first", yes, ": 1 of 3 yes."],
    ["which-approach", { "node-simple-prompt": "yes" }, ": Prompt engineering."],
    ["approach-roi", project, ": RAG."],
    ["cost-analysis", company, ": ROI improvement (performance per cost): 2 times."],
    ["fine-tuning-future", { position: "It comes back." }, ": It comes back."],
  ])("to %s is told that the earlier response stays, and which", async (id, values, stays) => {
    const world = await openWorld();
    const session = await world.start("fay", `start ${id}`);
    await world.respond("ann", session, values);
    const late = await sendLate(world, session, values);
    const stands = `Your change came too late; your response from before stays${stays}`;
    expect(sentenceOf(await late())).toBe(stands);
    await world.press("fay", session, "reveal");
    expect(sentenceOf(await late())).toBe(stands);
  });

  test("says which in an anonymous session while its key is there, and that one stays after it", async () => {
    const world = await openWorld();
    const session = await world.start("fay", "start startup-support-chatbot --anonymous");
    await world.respond("ann", session, answer("rag"));
    const late = await sendLate(world, session, answer("hybrid"));
    expect(sentenceOf(await late())).toContain("stays: RAG over the FAQ.");
    await world.press("fay", session, "reveal");
    expect(sentenceOf(await late())).toBe("Your change came too late; your response from before stays.");
  });

  test("names the round that is open by now", async () => {
    const world = await openWorld();
    const session = await world.start("fay", "start startup-support-chatbot");
    await world.respond("ann", session, answer("rag"));
    const late = await sendLate(world, session, answer("hybrid"));
    await world.press("fay", session, "vote-again");
    expect(sentenceOf(await late())).toMatch(/stays: RAG over the FAQ\. Round 2 is open/);
  });

  test("isn't promised anything where the session was cancelled", async () => {
    const world = await openWorld();
    const session = await world.start("fay", "start startup-support-chatbot");
    await world.respond("ann", session, answer("rag"));
    const late = await sendLate(world, session, answer("hybrid"));
    await world.press("fay", session, "cancel");
    expect(sentenceOf(await late())).toBe(say.commands.refusals.wrongState({ command: "respond", state: "cancelled" }));
  });
});

test("a first response that comes too late is told that it was not counted", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  const late = await sendLate(world, session, answer("rag"));
  expect(sentenceOf(await late())).toBe(say.commands.refusals.roundOver({ round: 1, open: null }));
});

test("a receipt's button says after the end what stands, never that nothing was counted", async () => {
  const world = await openWorld();
  for (const [flags, known] of [
    ["", "Round 1 has ended. Your response stands: RAG over the FAQ."],
    [" --anonymous", "Round 1 has ended; its responses can’t be changed any more."],
  ] as const) {
    const session = await world.start("fay", `start startup-support-chatbot${flags}`);
    await world.respond("ann", session, answer("rag"));
    await world.press("fay", session, "end-round");
    await world.press("fay", session, "reveal");
    const pressed = await world.workshop.press(world.origin("ann"), `respond:${session.id}:1`);
    expect(sentenceOf(pressed)).toBe(known);
  }
});

test("what was revealed can't be cancelled any more: nothing promises that it won't be shown", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  const controls = await world.press("fay", session, "controls");
  const read = controls.type === "card" ? plainCard(controls.card) : "";
  expect(read).toContain(say.session.controls.verbs.close);
  expect(read).not.toContain(say.session.controls.verbs.cancel);
  expect(sentenceOf(await world.press("fay", session, "cancel"))).toContain("isn’t possible now");
  expect((await world.session(session.id)).state).toBe("revealed");
});

test("on the playground a receipt loses its button with the round", () => {
  const respond = (session: string, round: number): Card => ({
    title: [],
    blocks: [
      { type: "paragraph", text: words("kept") },
      { type: "buttons", buttons: [{ label: "Respond", action: { type: "ask-response", session, round } }] },
    ],
  });
  const shown = (card: Card): Message => ({
    id: "1",
    channel: "random",
    thread: null,
    author: null,
    private: false,
    at: 0,
    body: { type: "card", card },
  });
  const receipt = respond("s1", 1);
  expect(plainCard(stillOpen(receipt, [shown(respond("s1", 1))]))).toContain("[Respond]");
  for (const other of [respond("s1", 2), respond("s2", 1)])
    expect(plainCard(stillOpen(receipt, [shown(other)]))).toBe("\nkept");
});

test("a sentence in Slack's dialog stands whole, however long it is", () => {
  const sentence = "Your change came too late. ".repeat(20).trim();
  const view = drawCardView({ type: "refused", text: words(sentence) }, { channel: "C1" }, translatorFor("en"));
  expect(wordsIn(view.blocks)).toContain(sentence);
});
