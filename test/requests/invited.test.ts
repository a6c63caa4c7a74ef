/**
 * Who is asked: who may respond, who is missing and who is reminded; a round that ends with the
 * last response; and whoever leads without one. Through the one door.
 */
import { expect, test } from "vitest";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import { hashPerson } from "../../src/requests/participant.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { callChannel, callPerson } from "../../src/text/called.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { roles: say } = t.messages;
const scenario = "start startup-support-chatbot";
const four = `--ask ${["ann", "bob", "cho", "dan"].map(callPerson).join(" ")}`;
const answer = { choice: "rag", reason: "r", confidence: "" };

const cardOf = async (world: World, { id }: Session, slot: CardSlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const respond = async (world: World, session: Session, ...people: readonly string[]): Promise<void> => {
  for (const person of people) {
    const reply = await world.respond(person, session, answer);
    expect(reply.type, sentenceOf(reply)).toBe("card");
  }
};

const run = async (world: World, words: string): Promise<string> =>
  sentenceOf(await world.workshop.run(world.origin("fay"), words));

const eventsOf = async ({ opened: { database } }: World): Promise<readonly string[]> => {
  const query = database.selectFrom("session_events").select("event").orderBy("sequence");
  return (await query.execute()).map(({ event }) => JSON.parse(event).type);
};

test("the cards say how many of those who are asked have responded, and who is missing", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} ${four}`);
  await respond(world, session, "ann", "cho");
  const ballot = await cardOf(world, session, "ballot/1");
  expect(ballot).toContain(`${say.responded({ count: 2, asked: 4 })} @ann @cho · ${say.missing}: @bob @dan`);
  expect(await cardOf(world, session, "case")).toContain(`${say.asked}: @ann @bob @cho @dan`);
  await world.press("fay", session, "end-round");
  expect(await cardOf(world, session, "round-ended/1")).toContain(say.responded({ count: 2, asked: 4 }));
});

test("in an anonymous session only how many are missing is told, on no card who", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} ${four} --anonymous`);
  await respond(world, session, "ann", "cho");
  for (const slot of ["case", "ballot/1", "controls/fay", "round-ended/1"] as const) {
    const shown = await cardOf(world, session, slot);
    expect(shown).not.toContain(say.missing);
    // Who is asked is said in one breath.
    expect(shown.replaceAll("@ann @bob @cho @dan", "")).not.toMatch(/@(ann|bob|cho|dan)/u);
  }
  expect(await cardOf(world, session, "case")).toContain(say.responded({ count: 2, asked: 4 }));
});

test("nobody else responds or adds an option, and is told why, whatever they press or send", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `ask "Which?" "A" "B" ${four} --open`);
  const pressed = await world.press("eve", session, "respond");
  expect(sentenceOf(pressed)).toBe(say.refusals.notAsked);
  expect(sentenceOf(await world.press("eve", session, "add-option"))).toBe(say.refusals.notAsked);
  const form = await world.press("ann", session, "respond");
  if (form.type !== "form") throw new Error(sentenceOf(form));
  const [choice] = form.form.fields.flatMap((field) => (field.type === "choice" ? (field.options[0]?.id ?? []) : []));
  const sent = await world.workshop.submit(world.origin("eve"), form.form.token, { ...answer, choice });
  expect(sentenceOf(sent)).toBe(say.refusals.notAsked);
  expect(sentenceOf(await world.press("eve", session, "stay"))).not.toBe("");
  expect(await world.opened.store.in("w1").loadResponses(session.id)).toEqual([]);
  const home = await world.workshop.drawHome(world.origin("eve"), ["c1"]);
  expect(home.sections[0]?.entries).toEqual([]);
  expect(world.faults).toEqual([]);
});

test("whoever isn't in the channel can't be asked, as far as that is known", async () => {
  const world = await openWorld();
  world.platform.members = ["fay", "ann", "bob"].map((person) => ({ person }));
  expect(await run(world, `${scenario} --ask ${callPerson("ann")} ${callPerson("zoe")}`)).toBe(
    say.refusals.notHere({ names: ["ZOE Name"] }),
  );
  const form = await world.workshop.run(world.origin("fay"), "start");
  if (form.type !== "form") throw new Error(sentenceOf(form));
  const values = { activity: "startup-support-chatbot", language: "en" };
  const submit = (more: object) => world.workshop.submit(world.origin("fay"), form.form.token, { ...values, ...more });
  expect(await submit({ invited: ["zoe"] })).toEqual({
    type: "mistakes",
    mistakes: { invited: say.refusals.notHere({ names: ["ZOE Name"] }) },
  });
  expect((await submit({ invited: [callPerson("ann")] })).type).toBe("refused");
  expect((await submit({ invited: ["ann", "bob", "ann"], whenAll: true })).type).toBe("done");
  const [session] = await world.opened.store.in("w1").listSessions({ channel: "c1", over: false, limit: 1 });
  expect(session?.roles.invited).toEqual(["ann", "bob"]);
  // Where the platform can't say who is there, names are taken as they are.
  world.platform.members = undefined;
  expect((await world.start("fay", `${scenario} --ask ${callPerson("zoe")}`)).roles.invited).toEqual(["zoe"]);
});

test("what doesn't go together is said before anything starts", async () => {
  const world = await openWorld();
  const { refusals } = say;
  expect(await run(world, `${scenario} --when-all`)).toBe(refusals.nobodyAsked);
  expect(await run(world, `${scenario} --ask ${callPerson("fay")} --observe`)).toBe(refusals.nobodyAsked);
  expect(await run(world, `${scenario} --ask ${callPerson("ann")} ${callPerson("bob")} --anonymous`)).toBe(
    refusals.tooFewAsked({ least: 3 }),
  );
  expect(await run(world, `${scenario} --ask ${callPerson("ann")} --quorum 2`)).toBe(
    refusals.quorumBeyondAsked({ asked: 1 }),
  );
  expect(await run(world, `${scenario} --ask ann`)).toContain("--ask @ann @bob");
});

test("the round ends with the last response it waits for, in the same commit, and reveals with it", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} ${four} --모두응답시 --reveal`);
  await respond(world, session, "ann", "bob", "cho");
  // A correction is nobody's first response.
  await respond(world, session, "cho");
  expect((await world.session(session.id)).state).toBe("collecting");
  await respond(world, session, "dan");
  expect(await world.session(session.id)).toMatchObject({ state: "revealed", revision: session.revision + 2 });
  expect(await eventsOf(world)).toEqual(["session-started", "round-ended", "revealed"]);
  expect(await cardOf(world, session, "reveal")).not.toBe("");
  const found = await world.opened.store.in("w1").findSessions({
    ...{ terms: ["rag"], channels: ["c1"], states: ["revealed"], limit: 1 },
  });
  expect(found.map((one) => one.session.id)).toEqual([session.id]);
  expect(world.faults).toEqual([]);
});

test("of responses that come at once one is the last, whichever", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} ${four} --when-all`);
  const replies = await Promise.all(
    ["ann", "bob", "cho", "dan"].map((person) => world.respond(person, session, answer)),
  );
  expect(replies.map(({ type }) => type)).toEqual(["card", "card", "card", "card"]);
  expect((await world.session(session.id)).state).toBe("ended");
  expect(await eventsOf(world)).toEqual(["session-started", "round-ended"]);
});

test("an anonymous session that reveals itself with the last response keeps no way back to anyone", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} ${four} --when-all --reveal --anonymous`);
  const store = world.opened.store.in("w1");
  const key = await store.loadParticipantKey(session.id);
  await respond(world, session, "ann", "bob", "cho", "dan");
  expect((await world.session(session.id)).state).toBe("revealed");
  expect(await store.loadParticipantKey(session.id)).toBeUndefined();
  const intents = await world.opened.database
    .selectFrom("intents")
    .selectAll()
    .where("round", "is not", null)
    .execute();
  expect(intents).toEqual([]);
  const participants = (await store.loadResponses(session.id)).map(({ participant }) => participant);
  expect(participants).toContain(key === undefined ? "" : hashPerson("ann", key));
});

test("a round that is taken up again ends by hand: corrections are wanted then", async () => {
  const world = await openWorld();
  const session = await world.start("fay", `${scenario} --ask ${callPerson("ann")} ${callPerson("bob")} --when-all`);
  await respond(world, session, "ann", "bob");
  expect((await world.session(session.id)).state).toBe("ended");
  await world.press("fay", session, "reopen");
  await respond(world, session, "ann", "bob");
  expect((await world.session(session.id)).state).toBe("collecting");
  for (const verb of ["end-round", "vote-again"]) await world.press("fay", session, verb);
  const second = await world.session(session.id);
  await respond(world, second, "ann");
  // Whoever stands by the first round has not responded in this one.
  expect((await world.session(session.id)).state).toBe("collecting");
  await world.press("bob", second, "stay");
  expect(await world.session(session.id)).toMatchObject({ state: "ended", round: 2 });
});

test("whoever leads without voting is never missing, and is told so", async () => {
  const world = await openWorld();
  const session = await world.start(
    "fay",
    `${scenario} --ask ${callPerson("fay")} ${callPerson("ann")} --observe --when-all`,
  );
  expect(await cardOf(world, session, "ballot/1")).toContain(`${say.missing}: @ann`);
  expect(sentenceOf(await world.press("fay", session, "respond"))).toBe(say.refusals.observing);
  await respond(world, session, "ann");
  expect((await world.session(session.id)).state).toBe("ended");
});

test("reminders go to those who are asked and missing, also where nobody can list the channel", async () => {
  for (const members of [undefined, ["ann", "bob", "eve", "fay"].map((person) => ({ person }))]) {
    const world = await openWorld();
    world.platform.members = members;
    const session = await world.start(
      "fay",
      `${scenario} --ask ${callPerson("ann")} ${callPerson("bob")} ${callPerson("fay")} --observe`,
    );
    await respond(world, session, "ann");
    const asked = await world.press("fay", session, "ask-reminder");
    if (asked.type !== "form") throw new Error(sentenceOf(asked));
    await world.workshop.submit(world.origin("fay"), asked.form.token, { at: "30m" });
    world.clock.advance(1_800_000);
    await world.workshop.runDue();
    world.clock.advance(10 * 3_600_000);
    await world.workshop.runDue();
    expect(world.platform.told.map((one) => one.split(":")[0])).toEqual(["bob"]);
  }
});

test("names in a question are words like others", async () => {
  const world = await openWorld();
  const session = await world.start(
    "fay",
    `ask "Should ${callPerson("zoe")} lead ${callChannel("c9", "ops")}?" "Yes" "No" --ask ${callPerson("ann")}`,
  );
  expect(await cardOf(world, session, "case")).toContain("Should @ZOE Name lead #ops?");
  expect(session.roles.invited).toEqual(["ann"]);
});
