/**
 * A session of several rounds through the one door: what was said before stands until its
 * participant says otherwise.
 */
import { expect, test } from "vitest";
import { respondAnyhow } from "../../audit/fill-form.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import type { Reply } from "../../src/requests/request.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { chanceFrom } from "../../testkit/chance.ts";
import { shippedPack } from "../../testkit/shipped.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { session: say, scenario } = t.messages;
const answer = (choice: string, reason: string) => ({ choice, reason, chance: "80" });

/** A card of the session as it would be drawn now, in words. */
const cardOf = async (world: World, { id }: Session, slot: CardSlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

/**
 * Ends the first round of a session in which these people chose these options, and opens the
 * second.
 */
const secondRound = async (
  world: World,
  words: string,
  choices: Readonly<Record<string, string>>,
): Promise<Session> => {
  const first = await world.start("fay", words);
  for (const [person, choice] of Object.entries(choices))
    await world.respond(person, first, answer(choice, `${person} first`));
  await world.press("fay", first, "end-round");
  await world.press("fay", first, "vote-again");
  return world.session(first.id);
};

test("who changes their answer is asked what moved them, and the reveal ranks it by how many it moved", async () => {
  const world = await openWorld();
  const people = { ann: "rag", bob: "rag", cho: "rag", dee: "hybrid", eve: "hybrid", fay: "hybrid" };
  const second = await secondRound(world, `${startNamed} --discuss --anonymous`, people);
  const asked = await world.workshop.press(world.origin("ann"), `respond:${second.id}:2:hybrid`);
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const field = asked.form.fields.find(({ id }) => id === "moved");
  const options = field?.type === "choice" ? field.options : [];
  expect(options.map(({ label }) => label).toSorted()).toEqual(
    [
      ...Object.keys(people).map((person) => `${person} first`),
      scenario.movedBy.talk,
      scenario.movedBy.again,
    ].toSorted(),
  );
  const same = await formOf(world, "dee", second);
  expect(same.fields.map(({ id }) => id)).not.toContain("moved");
  const moved = options.find(({ label }) => label === "dee first")?.id;
  for (const person of ["ann", "bob", "cho"])
    await world.respond(person, second, { ...answer("hybrid", `${person} now`), moved });
  for (const person of ["dee", "eve", "fay"])
    await world.respond(person, second, { ...answer("hybrid", `${person} now`), moved: "talk" });
  await world.press("fay", second, "end-round");
  await world.press("fay", second, "reveal");
  const reveal = await cardOf(world, second, "reveal");
  expect(reveal).toContain(scenario.movedBy.reason({ count: 3, reason: "dee first" }));
  // Who chose the same was moved by nothing, whatever a client sends.
  expect(reveal).not.toContain(scenario.movedBy.byTalk({ count: 3 }));
});

test("of fewer than three in an anonymous session, the reveal doesn't say what moved them", async () => {
  for (const [flags, shows] of [
    ["--discuss --anonymous", false],
    ["--discuss", true],
  ] as const) {
    const world = await openWorld();
    const people = { ann: "rag", bob: "rag", cho: "rag", dee: "hybrid", eve: "hybrid", fay: "hybrid" };
    const second = await secondRound(world, `${startNamed} ${flags}`, people);
    for (const [index, person] of ["ann", "bob", "cho"].entries())
      await world.respond(person, second, { ...answer("hybrid", "r"), moved: index < 2 ? "again" : "talk" });
    await world.press("fay", second, "end-round");
    await world.press("fay", second, "reveal");
    const reveal = await cardOf(world, second, "reveal");
    expect(reveal.includes(scenario.movedBy.byThought({ count: 2 }))).toBe(shows);
  }
});

const shown = (reply: Reply): string => (reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply));
const startNamed = "start startup-support-chatbot";

test("a second round keeps the first: who says nothing in it is counted with their reason, marked as kept", async () => {
  const world = await openWorld();
  const second = await secondRound(world, startNamed, { ann: "rag", bob: "rag", cho: "hybrid" });
  await world.respond("ann", second, answer("hybrid", "ann again"));
  expect(await cardOf(world, second, "ballot/2")).toContain("1 of 3 has answered round 2, 2 stand by round 1.");
  await world.press("fay", second, "end-round");
  const controls = shown(await world.press("fay", second, "controls"));
  expect(controls).toContain("1 of 3 has answered round 2, 2 stand by round 1");
  expect(await cardOf(world, second, "round-ended/2")).toContain("2 stand by round 1");
  await world.press("fay", second, "reveal");
  const reveal = await cardOf(world, second, "reveal");
  expect(reveal).toContain(scenario.reasonsOf({ option: "Hybrid", count: 2 }));
  expect(reveal).toContain(scenario.reasonsOf({ option: "RAG over the FAQ", count: 1 }));
  expect(reveal).toContain(`“bob first” — @bob · ${say.standing.kept}`);
  expect(reveal).toContain("“ann again” — @ann\n");
  expect(reveal).not.toContain("ann first");
  expect(reveal).toContain(say.standing.keptCount({ kept: 2 }));
  expect(reveal).toContain(scenario.moved({ count: 1, from: "RAG over the FAQ", to: "Hybrid" }));
  expect(reveal).toContain(scenario.stayed({ count: 2 }));
  expect(shown(await world.press("zoe", second, "all-reasons"))).toContain("bob first");
});

test("a round in which nobody says anything reveals what everyone said before", async () => {
  const world = await openWorld();
  const second = await secondRound(world, startNamed, { ann: "rag", bob: "rag", cho: "hybrid" });
  await world.press("fay", second, "end-round");
  await world.press("fay", second, "reveal");
  const reveal = await cardOf(world, second, "reveal");
  expect(reveal).not.toContain(scenario.nobody);
  expect(reveal).toContain("cho first");
});

test("one press stays with it: an equal response of this round, once however often it is pressed", async () => {
  const world = await openWorld();
  const second = await secondRound(world, startNamed, { ann: "rag", bob: "rag" });
  const form = await world.press("ann", second, "respond");
  expect(JSON.stringify(form)).toContain(say.standing.own({ round: 1, inShort: "RAG over the FAQ" }));
  expect(JSON.stringify(form)).toContain(`"label":"${say.standing.stay}"`);
  for (let times = 0; times < 2; times += 1)
    expect(shown(await world.press("ann", second, "stay"))).toContain(say.standing.stayed);
  const all = await world.opened.store.in("w1").loadResponses(second.id);
  const given = all.filter(({ participant }) => participant === "ann");
  expect(given.map(({ round, revision }) => [round, revision])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  expect(given[1]?.answer).toEqual(given[0]?.answer);
  expect(shown(await world.press("zoe", second, "stay"))).toBe(t.messages.commands.refusals.nothingToStayWith);
  await world.press("fay", second, "end-round");
  expect(shown(await world.press("bob", second, "stay"))).toBe(
    t.messages.commands.refusals.roundEnded({ round: 2, open: null, stands: "RAG over the FAQ" }),
  );
});

test("in an anonymous session the same hash stands, only counts are told, and one press stays with it", async () => {
  const world = await openWorld();
  const second = await secondRound(world, `${startNamed} --anonymous`, { ann: "rag", bob: "rag", cho: "rag" });
  expect(shown(await world.press("ann", second, "stay"))).toContain(say.standing.stayed);
  const ballot = await cardOf(world, second, "ballot/2");
  expect(ballot).toContain("1 of 3 has answered round 2, 2 stand by round 1.");
  expect(ballot).not.toContain("@");
  await world.press("fay", second, "end-round");
  await world.press("fay", second, "reveal");
  const reveal = await cardOf(world, second, "reveal");
  expect(reveal).toContain(scenario.reasonsOf({ option: "RAG over the FAQ", count: 3 }));
  expect(reveal).toContain(say.standing.keptCount({ kept: 2 }));
  expect(reveal).not.toContain(`· ${say.standing.kept}`);
});

test("a newcomer of an anonymous second round isn't given away by the movement of the others", async () => {
  const world = await openWorld();
  const choices = { ann: "rag", bob: "rag", cho: "rag" };
  const second = await secondRound(world, `${startNamed} --anonymous --discuss`, choices);
  for (const person of Object.keys(choices)) await world.respond(person, second, answer("hybrid", `${person} again`));
  await world.respond("dan", second, answer("fine-tuning", "dan is new"));
  await world.press("fay", second, "end-round");
  await world.press("fay", second, "reveal");
  const reveal = await cardOf(world, second, "reveal");
  expect(reveal).toContain(scenario.shiftWithheld);
  expect(reveal).not.toContain(scenario.moved({ count: 3, from: "RAG over the FAQ", to: "Hybrid" }));
  expect(reveal).toContain(scenario.reasonsApart);
});

test("in every activity, a round without a word reveals what was said in the round before", async () => {
  const world = await openWorld();
  const { activities } = await shippedPack;
  const { checklist, decisionFlow, roi, worksheet, discussion } = t.messages;
  const nobody = [scenario, checklist, decisionFlow, roi, worksheet, discussion].map((one) => one.nobody);
  for (const { id } of activities.filter(({ open }) => open.takesResponses && open.completing === undefined)) {
    const session = await world.start("fay", `start ${id}`);
    for (const person of ["ann", "bob", "cho"])
      await respondAnyhow(world.workshop, () => world.origin(person), session, chanceFrom(1), `word of ${person}`);
    for (const verb of ["end-round", "vote-again", "end-round", "reveal"]) await world.press("fay", session, verb);
    const reveal = await cardOf(world, session, "reveal");
    for (const sentence of nobody) expect(reveal).not.toContain(sentence);
    expect(reveal).toContain(say.standing.keptCount({ kept: 3 }));
  }
});

const formOf = async (world: World, person: string, session: Session) => {
  const asked = await world.press(person, session, "respond");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  return asked.form;
};

test("people's home and reminder say that what they said before stands", async () => {
  const world = await openWorld();
  const second = await secondRound(world, startNamed, { ann: "rag", bob: "rag" });
  const home = JSON.stringify(await world.workshop.drawHome(world.origin("ann"), ["c1"]));
  expect(home).toContain(say.standing.own({ round: 1, inShort: "RAG over the FAQ" }));
  expect(home).toContain(`"label":"${say.standing.stay}"`);
  await world.press("ann", second, "stay");
  const after = JSON.stringify(await world.workshop.drawHome(world.origin("ann"), ["c1"]));
  expect(after).not.toContain(say.standing.stay);
});

test("pressed for another option, the form asks for a reason anew and offers the old one; nothing fills it in", async () => {
  const world = await openWorld();
  const second = await secondRound(world, startNamed, { ann: "rag" });
  const same = await formOf(world, "ann", second);
  expect(same.fields).toContainEqual(expect.objectContaining({ type: "text", value: "ann first" }));
  const asked = await world.workshop.press(world.origin("ann"), `respond:${second.id}:2:hybrid`);
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { token, fields } = asked.form;
  expect(fields.filter((field) => field.type === "text").map(({ value }) => value)).toEqual([undefined]);
  expect(fields).toContainEqual(
    expect.objectContaining({ type: "toggle", label: say.earlierReason.keep, value: false }),
  );
  // A client that doesn't ask again sends what it was given, under the other choice.
  const left = { ...Object.fromEntries(same.fields.map(({ id, value }) => [id, value ?? ""])), choice: "hybrid" };
  const refused = await world.workshop.submit(world.origin("ann"), token, left);
  expect(JSON.stringify(refused)).toContain(say.earlierReason.missing);
  const kept = { choice: "hybrid", chance: "", "keep-reason": true };
  const again = await world.workshop.redraw(world.origin("ann"), token, kept, undefined);
  expect(again.type === "form" && again.form.fields.map(({ type }) => type)).toEqual([
    "choice",
    "toggle",
    "choice",
    "number",
  ]);
  expect((await world.workshop.submit(world.origin("ann"), token, kept)).type).toBe("card");
  const responses = await world.opened.store.in("w1").loadResponses(second.id);
  expect(responses.at(-1)?.answer).toMatchObject({ choice: "hybrid", reason: "ann first" });
});
