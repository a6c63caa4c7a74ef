/** What people can rely on, through the one door, on a real database file. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { drawSlot } from "../../src/cards/session/draw-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import { parseSlot } from "../../src/session/card-slot.ts";
import { type Office, openOffice, sentenceOf } from "../../testkit/people.ts";

const hour = 3_600_000;
const { commands, addressed } = translatorFor("en").messages;
const refusals = { ...commands.refusals, ...addressed.refusals };
const answer = (choice: string, reason = "because") => ({ choice, reason, confidence: "80" });

/** Every card of a session as it would be drawn now, in words. */
const everyCard = async (office: Office, id: string): Promise<string> => {
  const session = await office.session(id);
  const view = await loadView(office.opened.store.in("w1"), session, translatorFor("en"));
  const slots = ["case", "ballot/1", "round-ended/1", "discussion/1", "reveal", "decision", "controls/fay"];
  return slots
    .map((slot) => drawSlot(parseSlot(slot), view, []))
    .map((card) => (card === undefined ? "" : plainCard(card)))
    .join("\n");
};

test("the same submission twice counts once and is answered alike; an old form changes nothing", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  const old = await office.askToRespond("ann", session);
  const purpose = await office.askToRespond("ann", session);
  const first = await office.workshop.submit(office.origin("ann"), purpose, answer("rag"));
  const second = await office.workshop.submit(office.origin("ann"), purpose, answer("rag"));
  expect(second).toEqual(first);
  const late = await office.workshop.submit(office.origin("ann"), old, answer("hybrid"));
  expect(sentenceOf(late)).toBe(refusals.responseChanged);
  expect(sentenceOf(await office.respond("ann", session, answer("hybrid")))).toBe("Your response is changed.");
  const responses = await office.opened.store.in("w1").loadResponses(session.id);
  expect(responses).toMatchObject([{ participant: "ann", revision: 2, answer: { choice: "hybrid" } }]);
});

test("mistakes come all at once, at their fields, in the person's language", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  const purpose = await office.askToRespond("ann", session);
  const values = { choice: "not-there", reason: "x".repeat(2001), confidence: "49" };
  const reply = await office.workshop.submit(office.origin("ann", { language: "ko" }), purpose, values);
  const say = translatorFor("ko").messages.scenario;
  expect(reply).toEqual({
    type: "mistakes",
    mistakes: {
      choice: say.chooseOne,
      reason: say.reasonTooLong({ over: 1, max: 2000 }),
      confidence: say.badConfidence,
    },
  });
});

test("nothing of choices or reasons shows before the reveal, to anyone", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  const secret = "marker-7f3a";
  for (const person of ["fay", "ann", "bob"])
    await office.respond(person, session, answer("tool-use", `${secret} ${person}`));
  expect(await everyCard(office, session.id)).not.toContain(secret);
  await office.press("fay", session, "end-round");
  expect(await everyCard(office, session.id)).not.toContain(secret);
  expect(sentenceOf(await office.press("fay", session, "all-reasons"))).toBe(refusals.notFound);
  await office.press("fay", session, "reveal");
  expect(await everyCard(office, session.id)).toContain(`${secret} ann`);
  expect(office.faults).toEqual([]);
});

test("a discussion shows round 1's reasons bare; only the facilitator gets the advice", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot --discuss");
  for (const person of ["ann", "bob", "cho", "dan", "eve", "fox", "gil"])
    await office.respond(person, session, answer("fine-tuning", `reason of ${person}`));
  await office.press("fay", session, "end-round");
  expect(await everyCard(office, session.id)).toContain(translatorFor("en").messages.session.controls.advice.clarify);
  await office.press("fay", session, "discuss");
  const view = await loadView(office.opened.store.in("w1"), await office.session(session.id), translatorFor("en"));
  const card = drawSlot({ type: "discussion", round: 1 }, view, []);
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
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  expect((await office.press("ann", session, verb)).type).toBe("refused");
  expect(await office.session(session.id)).toEqual(session);
});

test("ids of another workspace or channel, and garbage, are answered like what doesn't exist", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  for (const change of [{ workspace: "w2" }, { channel: "c2" }]) {
    const reply = await office.workshop.press(office.origin("fay", change), `end-round:${session.id}:1`);
    expect(sentenceOf(reply)).toBe(refusals.notFound);
  }
  for (const garbage of [undefined, {}, "", "end-round", `end-round:${session.id}`, "respond:x:y", "a:b:c:d:e"])
    expect(sentenceOf(await office.workshop.press(office.origin("fay"), garbage))).toBe(refusals.badRequest);
  expect(sentenceOf(await office.workshop.submit(office.origin("fay"), { type: "respond" }, {}))).toBe(
    refusals.badRequest,
  );
  expect(await office.session(session.id)).toEqual(session);
});

test("a button of an old round can't act on a later one", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  await office.press("fay", session, "end-round");
  await office.press("fay", session, "vote-again");
  const reply = await office.workshop.press(office.origin("fay"), `end-round:${session.id}:1`);
  expect(reply.type).toBe("refused");
  expect(await office.session(session.id)).toMatchObject({ state: "collecting", round: 2 });
});

test("a deadline ends the round by itself, also one that passed while nobody was there", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot --for 2h");
  const purpose = await office.askToRespond("ann", session);
  await office.workshop.runDue();
  expect((await office.session(session.id)).state).toBe("collecting");
  office.clock.advance(2 * hour);
  const late = await office.workshop.submit(office.origin("ann"), purpose, answer("rag"));
  expect(sentenceOf(late)).toBe(refusals.roundOver({ round: 1, open: null }));
  await office.opened.store.close();
  const later = await openOffice(office.file);
  later.clock.advance(72 * hour);
  await later.workshop.runDue();
  expect(await later.session(session.id)).toMatchObject({ state: "ended", deadline: null });
});

test("an added facilitator can extend, reveal and record the decision, which may be corrected", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot");
  const submitForm = async (person: string, verb: string, values: Record<string, unknown>) => {
    const asked = await office.press(person, session, verb);
    if (asked.type !== "form") throw new Error(sentenceOf(asked));
    return office.workshop.submit(office.origin(person), asked.form.purpose, values);
  };
  expect(await submitForm("fay", "ask-add-facilitator", { person: "ann" })).toEqual({ type: "done" });
  expect((await submitForm("ann", "ask-extend", { end: "soon" })).type).toBe("mistakes");
  expect(await submitForm("ann", "ask-extend", { end: "3h" })).toEqual({ type: "done" });
  expect((await office.session(session.id)).deadline).toBe(office.clock.now() + 3 * hour);
  await office.press("ann", session, "end-round");
  await office.press("ann", session, "reveal");
  expect((await submitForm("ann", "ask-decision", { text: " ", date: "2026-13-01" })).type).toBe("mistakes");
  await submitForm("ann", "ask-decision", { text: "RAG", owner: "bob", date: "2026-12-01" });
  expect(await office.session(session.id)).toMatchObject({ state: "closed", decision: { text: "RAG", owner: "bob" } });
  await submitForm("fay", "ask-decision", { text: "RAG, from January", owner: "", date: "" });
  expect((await office.session(session.id)).decision).toEqual({ text: "RAG, from January", owner: null, date: null });
});

test("an anonymous session leaves no way back from a response to a person in the database file", async () => {
  const office = await openOffice();
  const session = await office.start("facilitator-fay", "start startup-support-chatbot --anonymous");
  const people = ["person-ann", "person-bob", "person-cho"];
  for (const person of people) await office.respond(person, session, answer("rag", `from ${person.slice(7)}`));
  const own = office.opened.store.in("w1");
  const key = await own.loadParticipantKey(session.id);
  if (key === undefined) throw new Error("An anonymous session has a key while it collects");
  await office.press("facilitator-fay", session, "end-round");
  await office.press("facilitator-fay", session, "reveal");
  expect(await own.loadParticipantKey(session.id)).toBeUndefined();
  await office.workshop.runDue();
  const files = [office.file, `${office.file}-wal`, `${office.file}-shm`].filter((file) => existsSync(file));
  for (const bytes of files.map((file) => readFileSync(file))) {
    expect(bytes.includes(Buffer.from(key))).toBe(false);
    for (const person of people) expect(bytes.includes(Buffer.from(person))).toBe(false);
  }
  const responses = await own.loadResponses(session.id);
  expect(new Set(responses.map(({ at }) => at))).toEqual(new Set([session.startedAt]));
  expect(await everyCard(office, session.id)).not.toContain("@person");
});

test("with fewer than three responses, an anonymous reveal shows how many and nothing else", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot --anonymous");
  for (const person of ["ann", "bob"]) await office.respond(person, session, answer("rag", "tell-tale"));
  await office.press("fay", session, "end-round");
  await office.press("fay", session, "reveal");
  const cards = await everyCard(office, session.id);
  expect(cards).toContain(translatorFor("en").messages.scenario.tooFew({ count: 2 }));
  expect(cards).not.toContain("tell-tale");
  expect(cards).not.toContain("100%");
});

test.each(["en", "ko"] as const)(
  "menu, list, help and history answer in %s, with what can be done one click away",
  async (language) => {
    const office = await openOffice();
    const session = await office.start("fay", "start shop-recommendation --lang ko");
    const say = translatorFor(language).messages;
    const ask = async (words: string, person = "fay"): Promise<string> => {
      const reply = await office.workshop.run(office.origin(person, { language }), words);
      return reply.type === "card" ? plainCard(reply.card) : sentenceOf(reply);
    };
    expect(await ask("")).toContain(`[${say.session.controls.title}]`);
    expect(await ask("", "ann")).not.toContain(say.session.controls.title);
    expect(await ask("", "ann")).toContain(`[${say.session.respond}]`);
    expect(await ask("목록")).toContain("medical-diagnosis-assistant");
    expect(await ask("help")).toContain(say.addressed.usage[0]?.meaning);
    expect(await ask("history")).toContain(say.commands.noHistory);
    await office.press("fay", session, "cancel");
    expect(await ask("기록")).toContain(say.session.state.cancelled);
    expect(await ask("시작 shop-recomendation")).toContain("shop-recommendation");
  },
);

test("a start from the form keeps what was typed when something is wrong, and starts with what was chosen", async () => {
  const office = await openOffice();
  const asked = await office.workshop.run(office.origin("fay"), "start");
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { purpose } = asked.form;
  const values = { activity: "", discussion: true, anonymous: true, end: "whenever", language: "ko" };
  const wrong = await office.workshop.submit(office.origin("fay"), purpose, values);
  expect(wrong.type === "mistakes" && Object.keys(wrong.mistakes)).toEqual(["activity", "end"]);
  const right = { ...values, activity: "legal-contract-analysis", end: "2h" };
  for (let times = 0; times < 2; times += 1) await office.workshop.submit(office.origin("fay"), purpose, right);
  const sessions = await office.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 9 });
  expect(sessions).toMatchObject([
    {
      settings: { anonymous: true, discussion: true, language: "ko", roundMs: 2 * hour },
      deadline: office.clock.now() + 2 * hour,
    },
  ]);
});

test("of fewer than three responses, neither the advice nor an anonymous discussion tells anything", async () => {
  const office = await openOffice();
  const session = await office.start("fay", "start startup-support-chatbot --anonymous --discuss");
  for (const person of ["ann", "bob"]) await office.respond(person, session, answer("rag", "tell-tale"));
  await office.press("fay", session, "end-round");
  const say = translatorFor("en").messages.session;
  const ended = await everyCard(office, session.id);
  expect(ended).toContain(say.controls.tooFewToAdvise);
  for (const advice of Object.values(say.controls.advice)) expect(ended).not.toContain(advice);
  await office.press("fay", session, "discuss");
  const discussed = await everyCard(office, session.id);
  expect(discussed).toContain(say.discussionTooFew);
  expect(discussed).not.toContain("tell-tale");
});
