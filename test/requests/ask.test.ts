/**
 * A question of the team's own, through the one door: asked in a line or in a form, answered,
 * revealed as it was typed.
 */
import { expect, test } from "vitest";
import { plainCard, plainText } from "../../src/cards/plain.ts";
import { drawSlot } from "../../src/cards/session/draw-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import type { Reply } from "../../src/requests/request.ts";
import { parseSlot, type SlotName } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { scenario: say, commands } = t.messages;
const hostile = "*x* <!channel> @everyone [y](javascript:alert(1)) <b>z</b>";

const cardOf = async (world: World, { id }: Session, slot: SlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawSlot(parseSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const formOf = (reply: Reply) => {
  if (reply.type !== "form") throw new Error(sentenceOf(reply));
  return reply.form;
};

const fieldIn = (reply: Reply, id: string) => formOf(reply).fields.find((field) => field.id === id);

test("one line asks it, five people answer, and the reveal shows it as it was typed", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `ask "${hostile}?" "Postgres" "SQLite" --for 2d --discuss`);
  expect(session.deadline).toBe(world.clock.now() + 2 * 24 * 60 * 60 * 1000);
  expect(session.settings.discussion).toBe(true);
  const kept = await cardOf(world, session, "case");
  expect(kept).toContain(`${hostile}?`);
  expect(await cardOf(world, session, "ballot/1")).toContain("Postgres");
  const choices = ["option-1", "option-1", "option-2", "option-1", "option-2"];
  for (const [index, choice] of choices.entries())
    await world.respond(`p${index}`, session, { choice, reason: `because ${index}`, confidence: "80" });
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  const reveal = await cardOf(world, session, "reveal");
  expect(reveal).toContain(say.reasonsOf({ option: "Postgres", count: 3 }));
  expect(reveal).toContain("because 2");
  expect(reveal).not.toContain(say.noRecommendation);
  const history = await world.workshop.run(world.origin("fay"), "history");
  expect(history.type === "card" && plainCard(history.card)).toBeTypeOf("string");
  expect(world.faults).toEqual([]);
});

test("without options the answers are yes and no, in the session's language", async () => {
  const world = await openWorld();
  const english = await world.start("fay", "ask Shall we ship today?");
  expect(await cardOf(world, english, "ballot/1")).toContain(say.own.yesOrNo.yes);
  const korean = await world.start("fay", "질문 오늘 배포할까요? --언어 ko");
  const { yes } = translatorFor("ko").messages.scenario.own.yesOrNo;
  expect(JSON.stringify(korean.activity.content)).toContain(`{"typed":"${yes}"}`);
});

test("with nothing behind it a form asks; what is wrong is said at its field, and nothing is started", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "ask");
  expect(formOf(asked).title).toBe(say.own.title);
  const { purpose } = formOf(asked);
  const values = { question: " ", options: "one", reasons: "required", language: "en" };
  const refused = await world.workshop.submit(world.origin("fay"), purpose, values);
  expect(refused).toEqual({
    type: "mistakes",
    mistakes: {
      question: say.own.questionMissing,
      options: say.own.optionsCount({ count: 1, min: 2, max: 10 }),
    },
  });
  const filled = { ...values, question: "Lunch?", options: "noodles\nrice\nnoodles", background: "for ten\npeople" };
  const done = await world.workshop.submit(world.origin("fay"), purpose, filled);
  expect(done.type).toBe("done");
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  if (session === undefined) throw new Error("Nothing was started");
  expect(await cardOf(world, session, "case")).toContain("for ten\npeople");
  expect(await cardOf(world, session, "ballot/1")).toContain("rice");
  // The same form once more starts nothing more; with other words it says so.
  expect((await world.workshop.submit(world.origin("fay"), purpose, filled)).type).toBe("done");
  const other = await world.workshop.submit(world.origin("fay"), purpose, { ...filled, question: "Dinner?" });
  expect(sentenceOf(other)).toBe(commands.refusals.alreadyStarted);
  expect(await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 })).toHaveLength(1);
});

test("a line that can't be read opens the form with what was understood", async () => {
  const world = await openWorld();
  const one = await world.workshop.run(world.origin("fay"), 'ask "Lunch?" "noodles" --for 2h');
  expect(fieldIn(one, "question")).toMatchObject({ value: "Lunch?" });
  expect(fieldIn(one, "options")).toMatchObject({
    value: "noodles",
    hint: say.own.optionsCount({ count: 1, min: 2, max: 10 }),
  });
  expect(fieldIn(one, "end")).toMatchObject({ value: "2h" });
  const two = await world.workshop.run(world.origin("fay"), 'ask "Lunch?" "noodles" "rice" --nonsense');
  expect(fieldIn(two, "options")).toMatchObject({ value: "noodles\nrice" });
  expect(
    formOf(two)
      .intro.map((block) => (block.type === "paragraph" ? plainText(block.text) : ""))
      .join(),
  ).toContain("--nonsense");
});

test("where reasons are off, one press is the whole vote, and another press changes it", async () => {
  const world = await openWorld();
  const asked = formOf(await world.workshop.run(world.origin("fay"), "ask"));
  const values = { question: "Lunch?", options: "noodles\nrice", reasons: "none", language: "en" };
  await world.workshop.submit(world.origin("fay"), asked.purpose, values);
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  if (session === undefined) throw new Error("Nothing was started");
  const press = (person: string, option: string) =>
    world.workshop.press(world.origin(person), `respond:${session.id}:1:${option}`);
  expect((await press("ann", "option-1")).type).toBe("card");
  expect((await press("bob", "option-1")).type).toBe("card");
  expect((await press("ann", "option-2")).type).toBe("card");
  expect(sentenceOf(await press("bob", "option-9"))).toContain("choice");
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  const reveal = await cardOf(world, session, "reveal");
  expect(reveal).toContain("noodles");
  expect(reveal).not.toContain(say.reasonsTitle);
});
