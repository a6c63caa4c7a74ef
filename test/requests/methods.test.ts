/**
 * A question of the team's own by each method, through the one door: asked in a line, answered by
 * five people in two rounds, revealed, decided.
 */
import { describe, expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { type Translator, translatorFor } from "../../src/i18n/translator.ts";
import type { MethodName } from "../../src/i18n/typed-words.ts";
import { loadView } from "../../src/requests/context.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

type Values = Readonly<Record<string, unknown>>;

const cardOf = async (world: World, { id }: Session, slot: CardSlotName, t: Translator): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

/** What five people answer in the first round, and what the first of them answers in the second. */
const answers: Readonly<Record<MethodName, { readonly first: readonly Values[]; readonly second: Values }>> = {
  single: {
    first: ["option-1", "option-1", "option-2", "option-3", "option-1"].map((choice) => ({ choice })),
    second: { choice: "option-2" },
  },
  approval: {
    first: [["option-1"], ["option-1", "option-2"], ["option-2"], ["option-3"], ["option-1"]].map((approved) => ({
      approved,
    })),
    second: { approved: ["option-2"] },
  },
  ranked: {
    first: ["option-1", "option-1", "option-2", "option-3", "option-1"].map((first) => ({ "rank-1": first })),
    second: { "rank-1": "option-2", "rank-2": "option-1" },
  },
  score: {
    first: ["5", "4", "3", "2", "1"].map((points) => ({
      "points-option-1": points,
      "points-option-2": "0",
      "points-option-3": "1",
    })),
    second: { "points-option-1": "1", "points-option-2": "5", "points-option-3": "1" },
  },
  dots: {
    first: ["5", "4", "3", "2", "1"].map((dots) => ({ "points-option-1": dots, "points-option-2": "0" })),
    second: { "points-option-1": "0", "points-option-2": "5" },
  },
  consent: {
    first: [
      { choice: "object", "safe-enough": "a way back" },
      ...Array.from({ length: 4 }, () => ({ choice: "consent" })),
    ],
    second: { choice: "consent" },
  },
};

const names = ["single", "approval", "ranked", "score", "dots", "consent"] as const;

describe.each(["en", "ko"] as const)("in %s", (language) => {
  const t = translatorFor(language);
  const { methods: say, scenario } = t.messages;

  test.each(names)("%s is asked in a line and runs through two rounds to a decision", async (method) => {
    const world = await openWorld();
    const options = method === "consent" ? "" : ' "Postgres" "SQLite" "A managed one"';
    const [command, flag, discuss] =
      language === "en" ? ["ask", "--method", "--discuss"] : ["질문", "--방식", "--토론"];
    const line = `${command} "Which database?"${options} ${flag} ${t.typed.methods[method][0]} ${discuss}`;
    const session = await world.start("fay", `${line} --lang ${language}`);
    const ballot = await cardOf(world, session, "ballot/1", t);
    expect(ballot).toContain(say.cannotJudge.option);
    expect(ballot).toContain(method === "consent" ? say.consent.stances.object : "Postgres");
    const { first, second } = answers[method];
    for (const [index, values] of first.entries()) {
      const reply = await world.respond(`p${index}`, session, { ...values, reason: `because ${index}` });
      expect(reply.type).toBe("card");
    }
    expect((await world.workshop.press(world.origin("zoe"), `respond:${session.id}:1:cannot-judge`)).type).toBe("card");
    await world.press("fay", session, "end-round");
    await world.press("fay", session, "discuss");
    expect(await cardOf(world, session, "discussion/1", t)).toContain("because 2");
    await world.press("fay", session, "vote-again");
    const again = await world.session(session.id);
    expect((await world.respond("p0", again, { ...second, reason: "you convinced me" })).type).toBe("card");
    await world.press("fay", session, "end-round");
    await world.press("fay", session, "reveal");
    const reveal = await cardOf(world, session, "reveal", t);
    expect(reveal).toContain(scenario.chartTitle);
    expect(reveal).toContain(scenario.shiftTitle({ from: 1, to: 2 }));
    expect(reveal).toContain(say.cannotJudge.counted({ count: 1 }));
    expect(reveal).toContain("you convinced me");
    if (method === "consent") expect(reveal).toContain(say.consent.carried);
    const decided = await world.workshop.press(world.origin("fay"), `ask-decision:${session.id}:2`);
    if (decided.type !== "form") throw new Error(sentenceOf(decided));
    const done = await world.workshop.submit(world.origin("fay"), decided.form.token, { text: "Postgres it is" });
    expect(done.type).toBe("done");
    expect(await cardOf(world, session, "decision", t)).toContain("Postgres it is");
    expect(world.faults).toEqual([]);
  });
});

test("a method that doesn't exist opens the form with what was understood, and says so at its field", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), 'ask "Lunch?" "noodles" "rice" --method borda');
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const field = asked.form.fields.find(({ id }) => id === "method");
  expect(field).toMatchObject({ value: "single", mistake: expect.stringContaining("borda") });
  expect(asked.form.fields.find(({ id }) => id === "options")).toMatchObject({ value: "noodles\nrice" });
});

test.each([
  ['ask "Lunch?" --method nothing', "proposal"],
  ['ask "Lunch?" "noodles" "rice" --method nothing', "two"],
  ['ask "Lunch?" "a" "b" "c" "d" "e" --method nothing', "many"],
  ["ask", "general"],
] as const)("the form suggests a method from the question's shape: %s", async (line, shape) => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), line);
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { suggestions } = translatorFor("en").messages.methods;
  expect(asked.form.fields.find(({ id }) => id === "method")).toMatchObject({ hint: suggestions[shape] });
});

test("a proposal is given no options", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), 'ask "We ship" "now" "later" --method consent');
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { noOptions } = translatorFor("en").messages.methods;
  expect(asked.form.fields.find(({ id }) => id === "options")).toMatchObject({ mistake: noOptions });
});

test("where reasons are off, consent is one press, and an objection asks for what it needs", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "ask");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const values = { question: "We ship on Fridays", options: "", reasons: "none", method: "consent", language: "en" };
  await world.workshop.submit(world.origin("fay"), asked.form.token, values);
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  if (session === undefined) throw new Error("Nothing was started");
  const press = (person: string, option: string) =>
    world.workshop.press(world.origin(person), `respond:${session.id}:1:${option}`);
  expect((await press("ann", "consent")).type).toBe("card");
  const objecting = await press("bob", "object");
  if (objecting.type !== "form") throw new Error(sentenceOf(objecting));
  expect(objecting.form.fields.map(({ id }) => id)).toEqual(["choice", "reason", "safe-enough"]);
  const refused = await world.workshop.submit(world.origin("bob"), objecting.form.token, { choice: "object" });
  expect(refused).toMatchObject({ type: "mistakes", mistakes: { "safe-enough": expect.any(String) } });
});

test("a proposal with objections is amended: version 2, what is different, and everyone asked anew", async () => {
  const world = await openWorld();
  const first = await world.start("fay", 'ask "We deploy on Fridays" --method consent --anonymous');
  await world.respond("ann", first, { choice: "object", reason: "nobody is there", "safe-enough": "not after noon" });
  const early = await world.workshop.press(world.origin("fay"), `amend:${first.id}`);
  expect(early.type).toBe("refused");
  await world.press("fay", first, "end-round");
  await world.press("fay", first, "reveal");
  expect((await world.workshop.press(world.origin("ann"), `amend:${first.id}`)).type).toBe("refused");
  const asked = await world.workshop.press(world.origin("fay"), `amend:${first.id}`);
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  expect(asked.form.fields.find(({ id }) => id === "question")).toMatchObject({ value: "We deploy on Fridays" });
  expect(asked.form.fields.find(({ id }) => id === "anonymous")).toMatchObject({ value: true });
  const values = { question: "We deploy on Fridays before noon", method: "consent", language: "en", anonymous: true };
  expect((await world.workshop.submit(world.origin("fay"), asked.form.token, values)).type).toBe("done");
  expect((await world.workshop.submit(world.origin("fay"), asked.form.token, values)).type).toBe("done");
  const open = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 5 });
  const second = open.find(({ id }) => id !== first.id);
  if (second === undefined) throw new Error("Nothing was started");
  const t = translatorFor("en");
  const say = t.messages.methods.consent;
  const card = await cardOf(world, second, "case", t);
  expect(card).toContain(say.version({ version: 2 }));
  expect(card).toContain(say.saidBefore);
  expect(card).toContain("“We deploy on Fridays”");
  expect(card).toContain(say.saysNow);
  expect(JSON.stringify(second.activity.content)).toContain('"version":2');
  expect(card).toContain("We deploy on Fridays before noon");
  expect(await cardOf(world, second, "ballot/1", t)).toContain(t.messages.session.nobodyYet);
  await world.respond("ann", second, { choice: "consent", reason: "safe now" });
  await world.press("fay", second, "end-round");
  await world.press("fay", second, "reveal");
  const third = await world.workshop.press(world.origin("fay"), `amend:${second.id}`);
  expect(third.type).toBe("form");
  expect(world.faults).toEqual([]);
});
