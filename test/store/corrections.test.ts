/**
 * A form that is sent again: the same values are the same thing, others correct it or are refused,
 * and an old delivery changes nothing.
 */
import { describe, expect, test } from "vitest";
import { everyDatabase } from "../../testkit/databases.ts";
import { sentenceOf, type World } from "../../testkit/world.ts";
import { type Open, openWorlds } from "../../testkit/worlds.ts";

const scenario = "start startup-support-chatbot";
const rag = { choice: "rag", reason: "first", chance: "75" };
const hybrid = { choice: "hybrid", reason: "second", chance: "75" };
type Values = Readonly<Record<string, unknown>>;

/** A form that is open, and how it is sent with values. */
const openForm = async (world: World, person: string, action: string) => {
  const asked = await world.workshop.press(world.origin(person), action);
  if (asked.type !== "form") throw new Error(sentenceOf(asked));
  const { token } = asked.form;
  return (values: Values, by = person) => world.workshop.submit(world.origin(by), token, values);
};

const reasonsIn = async (world: World, session: string): Promise<readonly unknown[]> => {
  const rows = await world.opened.database
    .selectFrom("responses")
    .selectAll()
    .where("session", "=", session)
    .orderBy("participant")
    .orderBy("revision")
    .execute();
  return rows.map(({ answer }) => JSON.parse(answer).reason);
};

const startRevealed = async (world: World): Promise<string> => {
  const session = await world.start("fay", scenario);
  await world.respond("ann", session, rag);
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  return session.id;
};

const testResponses = (open: Open): void => {
  test.each(["", "--anonymous"])("a response sent again with other values is the next revision %s", async (options) => {
    const world = await open();
    const { id } = await world.start("fay", `${scenario} ${options}`);
    const send = await openForm(world, "ann", `respond:${id}:1`);
    const first = await send(rag);
    expect(await send(rag)).toEqual(first);
    const corrected = await send(hybrid);
    expect(corrected.type).toBe("card");
    expect(await send(hybrid)).toEqual(corrected);
    expect(await reasonsIn(world, id)).toEqual(["first", "second"]);
    // What was corrected arrives late, or is meant anew: nobody can tell, so nothing changes and
    // they are told.
    expect(await send(rag)).toMatchObject({ type: "refused", code: "sent-again" });
    expect(await reasonsIn(world, id)).toEqual(["first", "second"]);
    expect(world.faults).toEqual([]);
  });

  test("both at once, in one batch: each that is told to be recorded was, in turn", async () => {
    const world = await open();
    for (let turn = 0; turn < 5; turn += 1) {
      const { id } = await world.start("fay", scenario);
      const send = await openForm(world, "ann", `respond:${id}:1`);
      const replies = await Promise.all([send(rag), send(hybrid), send(rag), send(hybrid)]);
      const reasons = await reasonsIn(world, id);
      expect(reasons.toSorted()).toEqual(["first", "second"]);
      const [last] = reasons.slice(-1);
      const told = replies.map(({ type }) => type);
      // What stands was acknowledged to both who sent it.
      expect(last === "first" ? [told[0], told[2]] : [told[1], told[3]]).toEqual(["card", "card"]);
      world.clock.advance(1);
    }
    expect(world.faults).toEqual([]);
  });

  test("once another form has changed the response, the old one corrects nothing", async () => {
    const world = await open();
    const { id } = await world.start("fay", scenario);
    const old = await openForm(world, "ann", `respond:${id}:1`);
    await old(rag);
    const newer = await openForm(world, "ann", `respond:${id}:1`);
    await newer(hybrid);
    expect(await old({ ...rag, reason: "third" })).toMatchObject({ type: "refused", code: "response-changed" });
    expect((await old(rag)).type).toBe("card");
    expect(await reasonsIn(world, id)).toEqual(["first", "second"]);
  });

  test("after the end the same is answered as then, and a correction is told to be too late", async () => {
    const world = await open();
    for (const options of ["", "--anonymous"]) {
      world.clock.advance(1);
      const session = await world.start("fay", `${scenario} ${options}`);
      const send = await openForm(world, "ann", `respond:${session.id}:1`);
      const first = await send(rag);
      for (const verb of ["end-round", "reveal", "close"]) {
        await world.press("fay", session, verb);
        expect(await send(rag)).toEqual(first);
        const late = await send(hybrid);
        expect(late.type === "refused" && late.code).toMatch(/^(round-over|change-too-late)$/);
      }
      expect(await reasonsIn(world, session.id)).toEqual(["first"]);
    }
  });

  test("another's form is one's own: both are kept, each as their own", async () => {
    const world = await open();
    const { id } = await world.start("fay", scenario);
    const send = await openForm(world, "ann", `respond:${id}:1`);
    await send(rag);
    expect((await send(hybrid, "bob")).type).toBe("card");
    expect(await reasonsIn(world, id)).toEqual(["first", "second"]);
  });

  test.each([
    ["called off", ["cancel"]],
    ["revealed after a second round", ["end-round", "vote-again", "end-round", "reveal"]],
  ])("once an anonymous session is %s, no form finds out what others said in its round", async (_, verbs) => {
    const world = await open();
    const session = await world.start("fay", `${scenario} --anonymous`);
    const send = await openForm(world, "ann", `respond:${session.id}:1`);
    await send(rag);
    await world.respond("bob", session, hybrid);
    for (const verb of verbs) await world.press("fay", session, verb);
    const told = await Promise.all([hybrid, { ...hybrid, reason: "nobody's" }].map((values) => send(values)));
    expect(told[0]).toMatchObject({
      type: "refused",
      code: verbs.includes("cancel") ? "wrong-state" : "change-too-late",
    });
    expect(told[1]).toEqual(told[0]);
  });

  test("once it is revealed, nothing in an anonymous session says which response a form led to", async () => {
    const world = await open();
    const session = await world.start("fay", `${scenario} --anonymous`);
    for (const person of ["ann", "bob", "cho"]) {
      const send = await openForm(world, person, `respond:${session.id}:1`);
      await send(rag);
      await send(hybrid);
    }
    const read = () =>
      world.opened.database.selectFrom("intents").selectAll().where("session", "=", session.id).execute();
    expect(new Set((await read()).map(({ person }) => person)).has("ann")).toBe(false);
    for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
    const left = (await read()).filter(({ person }) => person !== "fay");
    expect(left).toHaveLength(3);
    for (const { person, revision, round } of left) expect([person, revision, round]).toEqual(["", 0, null]);
  });
};

const testForms = (open: Open): void => {
  test("a decision sent again in other words replaces the first; late, the first changes nothing", async () => {
    const world = await open();
    const id = await startRevealed(world);
    const send = await openForm(world, "fay", `ask-decision:${id}:1`);
    for (const text of ["We take RAG", "We take RAG", "We take both"])
      expect(await send({ text })).toEqual({ type: "done" });
    expect((await world.session(id)).decision).toMatchObject({ text: "We take both" });
    expect(await send({ text: "We take RAG" })).toMatchObject({ type: "refused", code: "sent-again" });
    expect((await world.session(id)).decision).toMatchObject({ text: "We take both" });
    const events = await world.opened.database.selectFrom("session_events").selectAll().execute();
    expect(events.filter(({ event }) => event.includes("decision-recorded"))).toHaveLength(2);
  });

  test("a span counts from when it was sent first, so that it moves the end once, and another moves it again", async () => {
    const world = await open();
    const { id } = await world.start("fay", `${scenario} --for 1h`);
    const send = await openForm(world, "fay", `ask-extend:${id}:1`);
    const first = world.clock.now();
    await send({ end: "2h" });
    world.clock.advance(60_000);
    expect(await send({ end: "2h" })).toEqual({ type: "done" });
    expect((await world.session(id)).deadline).toBe(first + 2 * 3_600_000);
    expect(await send({ end: "3h" })).toEqual({ type: "done" });
    expect((await world.session(id)).deadline).toBe(first + 60_000 + 3 * 3_600_000);
  });

  test("another reminder and another facilitator are no repeats either", async () => {
    const world = await open();
    const { id } = await world.start("fay", `${scenario} --for 5h`);
    const remind = await openForm(world, "fay", `ask-reminder:${id}:1`);
    await remind({ at: "1h" });
    await remind({ at: "2h" });
    expect((await world.session(id)).reminder.at).toBe(world.clock.now() + 2 * 3_600_000);
    const add = await openForm(world, "fay", `ask-add-facilitator:${id}:1`);
    for (const person of ["bob", "bob", "cho"]) expect(await add({ person })).toEqual({ type: "done" });
    expect((await world.session(id)).facilitators).toEqual(["fay", "bob", "cho"]);
  });

  test("a start sent again with other values starts nothing more, and says so", async () => {
    const world = await open();
    const send = await openForm(world, "fay", "start");
    const values = { activity: "startup-support-chatbot", language: "en", end: "2h" };
    expect(await send(values)).toEqual({ type: "done" });
    world.clock.advance(5_000);
    expect(await send(values)).toEqual({ type: "done" });
    for (const change of [{ activity: "before-fine-tuning" }, { anonymous: true }, { end: "3h" }])
      expect(await send({ ...values, ...change })).toMatchObject({ type: "refused", code: "already-started" });
    const store = world.opened.store.in("w1");
    expect(await store.listSessions({ channel: "c1", over: false, limit: 9 })).toHaveLength(1);
  });

  test("a schedule sent again with other values is changed, unless somebody has changed it since", async () => {
    const world = await open();
    const send = await openForm(world, "fay", "schedule");
    const values = { every: "weekly", weekday: "mon", time: "10:00", zone: "Asia/Seoul", from: "discussion" };
    const list = () => world.opened.store.in("w1").listSchedules("c1");
    expect(await send(values)).toEqual(await send(values));
    expect((await send({ ...values, time: "11:00" })).type).toBe("card");
    expect((await list()).map(({ rule }) => rule)).toMatchObject([{ at: "11:00" }]);
    const [kept] = await list();
    await world.workshop.press(world.origin("fay"), `schedule:${kept?.id}:pause:${kept?.revision}`);
    expect(await send({ ...values, time: "12:00" })).toMatchObject({ type: "refused", code: "schedule-changed" });
    expect((await list()).map(({ rule }) => rule)).toMatchObject([{ at: "11:00" }]);
  });
};

describe.each(everyDatabase)("on $name", (databases) => {
  const open = openWorlds(databases);
  testResponses(open);
  testForms(open);
});
