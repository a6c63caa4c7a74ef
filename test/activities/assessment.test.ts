/** Assessments: the steps, what is kept between them, and what the reveal begins with. */
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import type { Reply } from "../../src/requests/request.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { words } from "../../src/text/text.ts";
import { type Assessor, assessors, filledBy, project, toldOfAll } from "../../testkit/assessment-story.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const en = translatorFor("en");

const formOf = (reply: Reply) => {
  if (reply.type !== "form") throw new Error(sentenceOf(reply));
  return reply.form;
};

/** Asks for the project's form, fills it in and starts the session. */
const assess = (world: World, words = "assess", change: Readonly<Record<string, unknown>> = {}): Promise<Session> =>
  world.start("fay", words, { ...(words === "assess" ? project : {}), ...change });

/** Goes on from wherever they are, as many steps as there are or as are wanted. */
const goOn = async (world: World, session: Session, assessor: Assessor, stepsMax = 20): Promise<Reply> => {
  const { person } = assessor;
  let reply: Reply = await world.workshop.press(world.origin(person), `respond:${session.id}:${session.round}`);
  for (let step = 0; reply.type === "form" && step < stepsMax; step += 1) {
    const { form } = reply;
    const held = Object.fromEntries(form.fields.map((field) => [field.id, "value" in field ? field.value : ""]));
    reply = await world.workshop.submit(world.origin(person), form.token, { ...held, ...filledBy(assessor, form) });
  }
  return reply;
};

const cardOf = async (world: World, { id }: Session, slot: CardSlotName, t = en): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const reveal = async (world: World, session: Session): Promise<void> => {
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
};

test.each(["en", "ko"] as const)(
  "five people assess a project, and the reveal begins with what to talk about (%s)",
  async (language) => {
    const t = translatorFor(language);
    const world = await openWorld();
    const session = await assess(world);
    for (const assessor of assessors) expect((await goOn(world, session, assessor)).type).toBe("card");
    const before = await cardOf(world, session, "ballot/1", t);
    for (const { reason } of assessors) expect(before).not.toContain(reason);
    await reveal(world, session);
    const card = await cardOf(world, session, "reveal", t);
    let at = -1;
    for (const told of toldOfAll(t)) {
      expect(card.indexOf(told), told).toBeGreaterThan(at);
      at = card.indexOf(told);
    }
    const say = t.messages.assessment;
    // Two of five don't confirm how many examples there are; nothing else is doubted.
    expect(card).toContain(
      `5,000 (${say.factVerdicts.right} 3 · ${say.factVerdicts["not-so"]} 1 · ${say.factVerdicts.unknown} 1)`,
    );
    expect(card).toMatch(
      language === "en" ? /outside knowledge\? \(Yes 4 · No 1\)/ : /외부 지식이 필요한가요\? \(예 4 · 아니요 1\)/,
    );
    // Votes, paths and what else was said yes to: 3 chose RAG, 4 paths lead there.
    expect(card).toMatch(/RAG.* \| 3 \| 4 \| /);
    expect(card).toMatch(
      new RegExp(`^${language === "en" ? "Hybrid" : "하이브리드"} \\| 1 \\| 0 \\(.*2.*\\) \\|`, "m"),
    );
    for (const { reason } of assessors) expect(card).toContain(reason);
    expect(card).not.toMatch(/recommended|권장/i);
    expect(world.faults).toEqual([]);
  },
);

test("what is filled in is kept at each step: a closed dialog goes on where it was left", async () => {
  const world = await openWorld();
  const session = await assess(world);
  const [ann] = assessors;
  if (ann === undefined) throw new Error("nobody assesses");
  // The facts and the questions; then the dialog is closed.
  await goOn(world, session, ann, 2);
  const again = formOf(await world.workshop.press(world.origin("ann"), `respond:${session.id}:1`));
  expect(again.stage).toBe("list-1");
  // Nobody counts as having responded yet.
  expect(await cardOf(world, session, "ballot/1")).toContain(en.messages.session.nobodyYet);
  const back = formOf(await world.workshop.redraw(world.origin("ann"), again.token, {}, "back"));
  expect(back.stage).toBe("flow");
  expect(back.fields.find(({ id }) => id === "node-external-knowledge")).toMatchObject({ value: "yes" });
  // Another one's draft is another's.
  const bobs = formOf(await world.workshop.press(world.origin("bob"), `respond:${session.id}:1`));
  expect(bobs.stage).toBe("facts");
  expect((await goOn(world, session, ann)).type).toBe("card");
  expect(await world.opened.store.in("w1").loadDraft(session.id, "ann")).toBeUndefined();
});

test("before the choice stands where one's own path led, and what else was said yes to", async () => {
  const world = await openWorld();
  const session = await assess(world);
  const [ann] = assessors;
  if (ann === undefined) throw new Error("nobody assesses");
  const form = formOf(await goOn(world, session, ann, 5));
  expect(form.stage).toBe("choice");
  const intro = plainCard({ title: words(""), blocks: form.intro });
  expect(intro).toContain("Which approach fits your project?: RAG");
  expect(intro).toContain("You also said yes to: Does it need live data or tools? → Tool use");
  expect(intro).toContain("Several needs at once point to: Hybrid");
});

test("a step with something missing names its fields, and the last one sent twice says the same", async () => {
  const world = await openWorld();
  const session = await assess(world);
  const [ann] = assessors;
  if (ann === undefined) throw new Error("nobody assesses");
  const first = formOf(await world.workshop.press(world.origin("ann"), `respond:${session.id}:1`));
  const missing = await world.workshop.submit(world.origin("ann"), first.token, { "fact-purpose": "right" });
  expect(missing).toMatchObject({ type: "mistakes", mistakes: { "fact-examples": "Please choose one." } });
  const last = formOf(await goOn(world, session, ann, 5));
  const values = filledBy(ann, last);
  const sent = await world.workshop.submit(world.origin("ann"), last.token, values);
  expect(sent.type).toBe("card");
  expect(await world.workshop.submit(world.origin("ann"), last.token, values)).toEqual(sent);
});

test("an anonymous assessment keeps drafts under a hash, and none once it is revealed", async () => {
  const world = await openWorld();
  const session = await assess(world, "assess", { anonymous: true });
  for (const assessor of assessors.slice(0, 4)) await goOn(world, session, assessor);
  const [, , , , eve] = assessors;
  if (eve === undefined) throw new Error("nobody assesses");
  await goOn(world, session, eve, 2);
  const rows = async () => world.opened.database.selectFrom("drafts").selectAll().execute();
  const kept = await rows();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain("eve");
  await reveal(world, session);
  expect(await rows()).toEqual([]);
  expect(await cardOf(world, session, "reveal")).not.toMatch(/@(ann|bob|cy|dan|eve)/);
});

test("run again by its name, the facts are filled in, and the reveal shows what has moved", async () => {
  const world = await openWorld();
  const session = await assess(world);
  for (const assessor of assessors) await goOn(world, session, assessor);
  expect(sentenceOf(await world.workshop.run(world.origin("fay"), "assess again Support bot"))).toContain(
    "isn’t revealed yet",
  );
  await reveal(world, session);
  const next = await assess(world, 'assess again "support BOT"', { examples: "900" });
  for (const assessor of assessors) await goOn(world, next, { ...assessor, doubts: {}, choice: "rag" });
  await reveal(world, next);
  const card = await cardOf(world, next, "reveal");
  const moved = card.slice(card.indexOf(en.messages.assessment.movedTitle));
  expect(moved).toContain("RAG | 3 → 5 | 4 |");
  expect(moved).toContain("Hybrid | 1 → 0 |");
  expect(moved).toContain("Good examples at hand: not confirmed by 2 before, by 0 now");
  expect(sentenceOf(await world.workshop.run(world.origin("fay"), "assess again Suport bot"))).toContain("Support bot");
});

test("in Korean the command is 진단, and a start by the pack's id asks for the project first", async () => {
  const world = await openWorld();
  const korean = formOf(await world.workshop.run(world.origin("fay", { language: "ko" }), "진단"));
  expect(korean.title).toBe("우리 프로젝트 진단");
  expect(formOf(await world.workshop.run(world.origin("fay"), "start our-project")).title).toBe(
    korean.title === "" ? "" : "Assess your project",
  );
});

test("what a client makes up is neither taken nor kept: steps, fields, texts, another's session", async () => {
  const world = await openWorld();
  const session = await assess(world);
  const first = formOf(await world.workshop.press(world.origin("ann"), `respond:${session.id}:1`));
  const token = { ...first.token, step: "moon" };
  expect((await world.workshop.submit(world.origin("ann"), token, {})).type).toBe("refused");
  expect((await world.workshop.redraw(world.origin("ann"), token, {}, "back")).type).toBe("refused");
  const elsewhere = world.origin("ann", { channel: "c2" });
  expect((await world.workshop.submit(elsewhere, first.token, {})).type).toBe("refused");
  // The last step at once: nothing of the earlier ones is there, so they are asked for.
  const last = { ...first.token, step: "choice" };
  const forged = { choice: "rag", reason: "r".repeat(3000), "fact-purpose": "right", __proto__: { x: 1 }, moon: "x" };
  expect(await world.workshop.submit(world.origin("ann"), last, forged)).toMatchObject({ type: "mistakes" });
  const led = formOf(await world.workshop.submit(world.origin("ann"), last, { ...forged, reason: "short" }));
  expect(led.stage).toBe("facts");
  const kept = await world.opened.store.in("w1").loadDraft(session.id, "ann");
  expect(Object.keys(kept?.draft ?? {}).sort()).toEqual(["choice", "reason"]);
  expect(await world.opened.store.in("w2").loadDraft(session.id, "ann")).toBeUndefined();
  // Once the round is over nothing is kept any more.
  await world.press("fay", session, "end-round");
  expect((await world.workshop.redraw(world.origin("ann"), first.token, {}, undefined)).type).toBe("refused");
  expect(world.faults).toEqual([]);
});

test("what was typed of a project stands as it was typed, in the case, the form and the reveal", async () => {
  const world = await openWorld();
  const hostile = "<!channel> *b* [x](javascript:1) <b>";
  const session = await assess(world, "assess", { name: hostile, purpose: hostile, requirements: hostile });
  for (const assessor of assessors) await goOn(world, session, { ...assessor, doubts: { purpose: "not-so" } });
  expect(await cardOf(world, session, "case")).toContain(hostile);
  await reveal(world, session);
  expect(await cardOf(world, session, "reveal")).toContain(`What it is for: ${hostile} (Not so 5)`);
});
