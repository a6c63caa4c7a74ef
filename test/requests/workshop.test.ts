/** What people can rely on, through the one door, on a real database file. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import { parseCardSlot } from "../../src/session/card-slot.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const hour = 3_600_000;
const { commands, addressed } = translatorFor("en").messages;
const refusals = { ...commands.refusals, ...addressed.refusals };
const answer = (choice: string, reason = "because") => ({ choice, reason, chance: "80" });

/** Every card of a session as it would be drawn now, in words. */
const everyCard = async (world: World, id: string): Promise<string> => {
  const session = await world.session(id);
  const view = await loadView(world.opened.store.in("w1"), session, translatorFor("en"));
  const slots = ["case", "ballot/1", "round-ended/1", "discussion/1", "reveal", "decision", "controls/fay"] as const;
  return slots
    .map((slot) => drawCardSlot(parseCardSlot(slot), view, []))
    .map((card) => (card === undefined ? "" : plainCard(card)))
    .join("\n");
};

test("the same submission twice counts once and is answered alike; an old form changes nothing", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  const old = await world.askToRespond("ann", session);
  const token = await world.askToRespond("ann", session);
  const first = await world.workshop.submit(world.origin("ann"), token, answer("rag"));
  const second = await world.workshop.submit(world.origin("ann"), token, answer("rag"));
  expect(second).toEqual(first);
  const late = await world.workshop.submit(world.origin("ann"), old, answer("hybrid"));
  expect(sentenceOf(late)).toBe(refusals.responseChanged);
  expect(sentenceOf(await world.respond("ann", session, answer("hybrid")))).toBe("Your response is changed.");
  const responses = await world.opened.store.in("w1").loadResponses(session.id);
  expect(responses).toMatchObject([{ participant: "ann", revision: 2, answer: { choice: "hybrid" } }]);
});

test("mistakes come all at once, at their fields, in the person's language", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  const token = await world.askToRespond("ann", session);
  const values = { choice: "not-there", reason: "x".repeat(2001), chance: "101" };
  const reply = await world.workshop.submit(world.origin("ann", { language: "ko" }), token, values);
  const say = translatorFor("ko").messages.scenario;
  expect(reply).toEqual({
    type: "mistakes",
    mistakes: {
      choice: say.chooseOne,
      reason: say.reasonTooLong({ over: 1, max: 2000 }),
      chance: say.badConfidence,
    },
  });
});

test("nothing of choices or reasons shows before the reveal, to anyone", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  const secret = "marker-7f3a";
  for (const person of ["fay", "ann", "bob"])
    await world.respond(person, session, answer("tool-use", `${secret} ${person}`));
  expect(await everyCard(world, session.id)).not.toContain(secret);
  await world.press("fay", session, "end-round");
  expect(await everyCard(world, session.id)).not.toContain(secret);
  expect(sentenceOf(await world.press("fay", session, "all-reasons"))).toBe(refusals.notFound);
  await world.press("fay", session, "reveal");
  expect(await everyCard(world, session.id)).toContain(`${secret} ann`);
  expect(world.faults).toEqual([]);
});

test("a discussion shows round 1's reasons bare; only the facilitator gets the advice", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot --discuss");
  for (const person of ["ann", "bob", "cho", "dan", "eve", "fox", "gil"])
    await world.respond(person, session, answer("fine-tuning", `reason of ${person}`));
  await world.press("fay", session, "end-round");
  expect(await everyCard(world, session.id)).toContain(translatorFor("en").messages.session.controls.advice.clarify);
  await world.press("fay", session, "discuss");
  const view = await loadView(world.opened.store.in("w1"), await world.session(session.id), translatorFor("en"));
  const card = drawCardSlot({ type: "discussion", round: 1 }, view, []);
  const shown = card === undefined ? "" : plainCard(card);
  expect(shown).toContain("reason of bob");
  for (const hidden of ["@bob", "Fine-tuning", "100%"]) expect(shown).not.toContain(hidden);
});

test.each([
  "end-round",
  "reveal",
  "discuss",
  "vote-again",
  "cancel",
  "close",
  "controls",
  "ask-extend",
  "ask-decision",
  "ask-add-facilitator",
])("%s is refused to whoever doesn't facilitate, and changes nothing", async (verb) => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  expect((await world.press("ann", session, verb)).type).toBe("refused");
  expect(await world.session(session.id)).toEqual(session);
});

test("ids of another workspace or channel, and garbage, are answered like what doesn't exist", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  for (const change of [{ workspace: "w2" }, { channel: "c2" }]) {
    const reply = await world.workshop.press(world.origin("fay", change), `end-round:${session.id}:1`);
    expect(sentenceOf(reply)).toBe(refusals.notFound);
  }
  for (const garbage of [undefined, {}, "", "end-round", `end-round:${session.id}`, "respond:x:y", "a:b:c:d:e"])
    expect(sentenceOf(await world.workshop.press(world.origin("fay"), garbage))).toBe(refusals.badRequest);
  expect(sentenceOf(await world.workshop.submit(world.origin("fay"), { type: "respond" }, {}))).toBe(
    refusals.badRequest,
  );
  expect(await world.session(session.id)).toEqual(session);
});

test("a button of an old round can't act on a later one", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "vote-again");
  const reply = await world.workshop.press(world.origin("fay"), `end-round:${session.id}:1`);
  expect(reply.type).toBe("refused");
  expect(await world.session(session.id)).toMatchObject({ state: "collecting", round: 2 });
});

test("a deadline ends the round by itself, also one that passed while nobody was there", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot --for 2h");
  const token = await world.askToRespond("ann", session);
  await world.workshop.runDue();
  expect((await world.session(session.id)).state).toBe("collecting");
  world.clock.advance(2 * hour);
  const late = await world.workshop.submit(world.origin("ann"), token, answer("rag"));
  expect(sentenceOf(late)).toBe(refusals.roundOver({ round: 1, open: null }));
  await world.opened.store.close();
  const later = await openWorld(world.file);
  later.clock.advance(72 * hour);
  await later.workshop.runDue();
  expect(await later.session(session.id)).toMatchObject({ state: "ended", deadline: null });
});

test("an added facilitator can extend, reveal and record the decision, which may be corrected", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot");
  const submitForm = async (person: string, verb: string, values: Record<string, unknown>) => {
    const asked = await world.press(person, session, verb);
    if (asked.type !== "form") throw new Error(sentenceOf(asked));
    return world.workshop.submit(world.origin(person), asked.form.token, values);
  };
  expect(await submitForm("fay", "ask-add-facilitator", { person: "ann" })).toEqual({ type: "done" });
  expect((await submitForm("ann", "ask-extend", { end: "soon" })).type).toBe("mistakes");
  expect(await submitForm("ann", "ask-extend", { end: "3h" })).toEqual({ type: "done" });
  expect((await world.session(session.id)).deadline).toBe(world.clock.now() + 3 * hour);
  await world.press("ann", session, "end-round");
  await world.press("ann", session, "reveal");
  expect((await submitForm("ann", "ask-decision", { text: " ", date: "2026-13-01" })).type).toBe("mistakes");
  await submitForm("ann", "ask-decision", { text: "RAG", owner: "bob", date: "2026-12-01" });
  expect(await world.session(session.id)).toMatchObject({ state: "closed", decision: { text: "RAG", owner: "bob" } });
  await submitForm("fay", "ask-decision", { text: "RAG, from January", owner: "", date: "" });
  expect((await world.session(session.id)).decision).toEqual({ text: "RAG, from January", owner: null, date: null });
});

test("an anonymous session leaves no way back from a response to a person in the database file", async () => {
  const world = await openWorld();
  const session = await world.start("facilitator-fay", "start startup-support-chatbot --anonymous");
  const people = ["person-ann", "person-bob", "person-cho"];
  for (const person of people) await world.respond(person, session, answer("rag", `from ${person.slice(7)}`));
  const store = world.opened.store.in("w1");
  const key = await store.loadParticipantKey(session.id);
  if (key === undefined) throw new Error("An anonymous session has a key while it collects");
  await world.press("facilitator-fay", session, "end-round");
  await world.press("facilitator-fay", session, "reveal");
  expect(await store.loadParticipantKey(session.id)).toBeUndefined();
  await world.workshop.runDue();
  const files = [world.file, `${world.file}-wal`, `${world.file}-shm`].filter((file) => existsSync(file));
  for (const bytes of files.map((file) => readFileSync(file))) {
    expect(bytes.includes(Buffer.from(key))).toBe(false);
    for (const person of people) expect(bytes.includes(Buffer.from(person))).toBe(false);
  }
  const responses = await store.loadResponses(session.id);
  expect(new Set(responses.map(({ at }) => at))).toEqual(new Set([session.startedAt]));
  expect(await everyCard(world, session.id)).not.toContain("@person");
});

test("with fewer than three responses, an anonymous reveal shows how many and nothing else", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot --anonymous");
  for (const person of ["ann", "bob"]) await world.respond(person, session, answer("rag", "tell-tale"));
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  const cards = await everyCard(world, session.id);
  expect(cards).toContain(translatorFor("en").messages.scenario.tooFew({ count: 2 }));
  expect(cards).not.toContain("tell-tale");
  expect(cards).not.toContain("100%");
});

test.each(["en", "ko"] as const)(
  "menu, list, help and history answer in %s, with what can be done one click away",
  async (language) => {
    const world = await openWorld();
    const session = await world.start("fay", "start shop-recommendation --lang ko");
    const say = translatorFor(language).messages;
    const ask = async (words: string, person = "fay"): Promise<string> => {
      const reply = await world.workshop.run(world.origin(person, { language }), words);
      return reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply);
    };
    expect(await ask("")).toContain(`[${say.session.controls.title}]`);
    expect(await ask("", "ann")).not.toContain(say.session.controls.title);
    expect(await ask("", "ann")).toContain(`[${say.session.respond}]`);
    expect(await ask("목록")).toContain("medical-diagnosis-assistant");
    expect(await ask("help")).toContain(say.addressed.usage[0]?.meaning);
    expect(await ask("history")).toContain(say.commands.noHistory);
    await world.press("fay", session, "cancel");
    expect(await ask("기록")).toContain(say.session.state.cancelled);
    expect(await ask("시작 shop-recomendation")).toContain("shop-recommendation");
  },
);

test("a start from the form keeps what was typed when something is wrong, and starts with what was chosen", async () => {
  const world = await openWorld();
  const asked = await world.workshop.run(world.origin("fay"), "start");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { token } = asked.form;
  const values = { activity: "", discussion: true, anonymous: true, end: "whenever", language: "ko" };
  const wrong = await world.workshop.submit(world.origin("fay"), token, values);
  expect(wrong.type === "mistakes" && Object.keys(wrong.mistakes)).toEqual(["activity", "end"]);
  const right = { ...values, activity: "legal-contract-analysis", end: "2h" };
  for (let times = 0; times < 2; times += 1) await world.workshop.submit(world.origin("fay"), token, right);
  const sessions = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 9 });
  expect(sessions).toMatchObject([
    {
      settings: { anonymous: true, discussion: true, language: "ko", roundMs: 2 * hour },
      deadline: world.clock.now() + 2 * hour,
    },
  ]);
});

test("of fewer than three responses, neither the advice nor an anonymous discussion tells anything", async () => {
  const world = await openWorld();
  const session = await world.start("fay", "start startup-support-chatbot --anonymous --discuss");
  for (const person of ["ann", "bob"]) await world.respond(person, session, answer("rag", "tell-tale"));
  await world.press("fay", session, "end-round");
  const say = translatorFor("en").messages.session;
  const ended = await everyCard(world, session.id);
  expect(ended).toContain(say.controls.tooFewToAdvise);
  for (const advice of Object.values(say.controls.advice)) expect(ended).not.toContain(advice);
  await world.press("fay", session, "discuss");
  const discussed = await everyCard(world, session.id);
  expect(discussed).toContain(say.discussionTooFew);
  expect(discussed).not.toContain("tell-tale");
});

test("an exercise starts as a whole, once however often it is sent", async () => {
  const world = await openWorld();
  const origin = world.origin("fay");
  const started = () => world.opened.store.in("w1").listSessions({ over: false, limit: 9 });
  for (let times = 0; times < 2; times += 1)
    expect(await world.workshop.run(origin, "start choose-technology")).toEqual({ type: "done" });
  expect(await started()).toHaveLength(2);
  const other = await world.workshop.run(origin, "start startup-support-chatbot");
  expect(other).toMatchObject({ type: "refused", code: "already-started" });
  const part = await world.workshop.run(origin, "start medical-diagnosis-assistant");
  expect(part).toEqual({ type: "done" });
  expect(await started()).toHaveLength(2);
});

test("where nothing can be posted, nothing is started or scheduled, and what could never be posted is called off", async () => {
  const world = await openWorld();
  const own = world.opened.store.in("w1");
  const started = () => own.listSessions({ over: false, limit: 9 });
  world.platform.unreachable = "not-in-channel";
  for (const words of ["start startup-support-chatbot", "schedule weekly mon 10:00 --from discussion"])
    expect(sentenceOf(await world.workshop.run(world.origin("fay"), words))).toBe(addressed.refusals.notInChannel);
  expect([await started(), await own.listSchedules("c1")]).toEqual([[], []]);
  world.platform.unreachable = undefined;
  world.platform.next.push(() => ({ type: "gone", why: "channel-gone" }));
  await world.start("fay", "start startup-support-chatbot");
  world.outbox.wake();
  await world.outbox.settled();
  expect(await started()).toEqual([]);
  expect(world.platform.told).toEqual([expect.stringContaining("fay: ")]);
});
