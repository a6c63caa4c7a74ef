/**
 * A question that gets other words, and options that come to it, through the one door: freely
 * before the first response, and afterwards with a trace and a word to whoever had responded.
 */
import { expect, test } from "vitest";
import { openFrozen } from "../../src/activities/kinds.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { drawCardSlot } from "../../src/cards/session/draw-card-slot.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { loadView } from "../../src/requests/context.ts";
import type { Reply } from "../../src/requests/request.ts";
import { type CardSlotName, parseCardSlot } from "../../src/session/card-slot.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const t = translatorFor("en");
const { session: say, scenario, commands } = t.messages;
const own = scenario.own.mend;

const cardOf = async (world: World, { id }: Session, slot: CardSlotName): Promise<string> => {
  const view = await loadView(world.opened.store.in("w1"), await world.session(id), t);
  const card = drawCardSlot(parseCardSlot(slot), view, []);
  return card === undefined ? "" : plainCard(card);
};

const formOf = (reply: Reply) => {
  if (reply.type !== "form") throw new Error(sentenceOf(reply));
  return reply.form;
};

const valuesIn = (reply: Reply): Record<string, unknown> =>
  Object.fromEntries(formOf(reply).fields.map((field) => [field.id, "value" in field ? field.value : ""]));

const answer = (choice: string) => ({ choice, reason: "because", chance: "" });

const ask = (world: World, more = ""): Promise<Session> =>
  world.start("fay", `ask "Which database?" "Postgres" "SQLite" ${more}`);

const mend = async (world: World, session: Session, change: Readonly<Record<string, string>>): Promise<Reply> => {
  const asked = await world.press("fay", session, "ask-mend");
  return world.workshop.submit(world.origin("fay"), formOf(asked).token, { ...valuesIn(asked), ...change });
};

const add = async (world: World, person: string, session: Session, option: string): Promise<Reply> => {
  const asked = await world.workshop.press(world.origin(person), `add-option:${session.id}:1`);
  return world.workshop.submit(world.origin(person), formOf(asked).token, { option });
};

const newsTold = async (world: World): Promise<readonly string[]> => {
  await world.workshop.runDue();
  return world.platform.told.splice(0);
};

test("before the first response everything changes without a trace, options go and come", async () => {
  const world = await openWorld();
  const session = await ask(world);
  const asked = await world.press("fay", session, "ask-mend");
  expect(valuesIn(asked)).toEqual({ question: "Which database?", options: "Postgres\nSQLite", background: "" });
  expect(JSON.stringify(formOf(asked).intro)).toContain(say.mending.unanswered);
  const change = { question: "Which store?", options: "SQLite\nDuckDB\nA managed one", background: "For logs" };
  expect((await mend(world, session, change)).type).toBe("done");
  const ballot = await cardOf(world, session, "ballot/1");
  expect(ballot).toContain("DuckDB");
  expect(ballot).not.toContain("Postgres");
  const kept = await cardOf(world, session, "case");
  expect(kept).toContain("Which store?");
  expect(kept).toContain("For logs");
  expect(kept).not.toContain("Which database?");
  expect(await newsTold(world)).toEqual([]);
  expect((await mend(world, session, {})).type).toBe("done");
  expect((await world.session(session.id)).changes.edition).toBe(1);
  expect(world.faults).toEqual([]);
});

test("after it the old words stay on the cards with the time, and whoever had responded is told once", async () => {
  const world = await openWorld();
  const session = await ask(world);
  await world.respond("ann", session, answer("option-1"));
  const change = { question: "Which store?", "option-1": "PostgreSQL 18", more: "DuckDB" };
  expect((await mend(world, session, change)).type).toBe("done");
  const lines = [
    say.mending.reworded({ was: "Which database?", now: "Which store?" }),
    say.mending.reworded({ was: "Postgres", now: "PostgreSQL 18" }),
    say.mending.added({ option: "DuckDB", named: true }),
  ];
  for (const slot of ["case", "ballot/1"] as const)
    for (const line of lines) expect(await cardOf(world, session, slot)).toContain(line);
  const told = await newsTold(world);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^ann: /);
  for (const line of lines) expect(told[0]).toContain(line);
  expect(told[0]).toContain(say.mending.news);
  expect(await newsTold(world)).toEqual([]);
  // The response stands for the option it was given for, and the reveal speaks the new words.
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  expect(await cardOf(world, session, "reveal")).toContain(scenario.reasonsOf({ option: "PostgreSQL 18", count: 1 }));
  expect(world.faults).toEqual([]);
});

test("once somebody has responded no option goes, whether it was chosen or not", async () => {
  const world = await openWorld();
  const session = await ask(world);
  const before = await world.press("fay", session, "ask-mend");
  await world.respond("ann", session, answer("option-1"));
  const asked = await world.press("fay", session, "ask-mend");
  expect(JSON.stringify(formOf(asked).intro)).toContain(say.mending.answered);
  for (const id of ["option-1", "option-2"]) {
    const refused = await world.workshop.submit(world.origin("fay"), formOf(asked).token, {
      ...valuesIn(asked),
      [id]: " ",
    });
    expect(refused).toEqual({ type: "mistakes", mistakes: { [id]: own.optionMissing } });
  }
  // A form that was opened before the response: its options can't be taken out either.
  const values = { ...valuesIn(before), options: "SQLite\nDuckDB" };
  expect(await world.workshop.submit(world.origin("fay"), formOf(before).token, values)).toEqual({
    type: "mistakes",
    mistakes: { options: own.answeredMeanwhile },
  });
  const same = await mend(world, session, { "option-2": "ＰＯＳＴＧＲＥＳ".normalize("NFKC") });
  expect(same).toEqual({ type: "mistakes", mistakes: { "option-2": own.sameOption({ option: "POSTGRES" }) } });
  expect((await world.session(session.id)).changes.edition).toBe(0);
});

test("whoever filled in a form of the old words is shown the new ones first, with what they typed", async () => {
  const world = await openWorld();
  const session = await ask(world);
  const token = await world.askToRespond("ann", session);
  await mend(world, session, { question: "Which store?" });
  const values = { choice: "option-2", reason: "it is small", chance: "" };
  const again = await world.workshop.submit(world.origin("ann"), token, values);
  expect(JSON.stringify(formOf(again).intro)).toContain(say.mending.stale);
  expect(JSON.stringify(formOf(again).intro)).toContain("Which store?");
  expect(valuesIn(again)).toMatchObject({ choice: "option-2", reason: "it is small" });
  expect(await world.opened.store.in("w1").loadResponses(session.id)).toEqual([]);
  expect((await world.workshop.submit(world.origin("ann"), formOf(again).token, values)).type).toBe("card");
  // So is a button of the old ballot, where one press would be the whole vote.
  const pressed = await world.workshop.press(world.origin("bob"), `respond:${session.id}:1:option-1`);
  expect(JSON.stringify(formOf(pressed).intro)).toContain(say.mending.stale);
  expect(valuesIn(pressed).choice ?? "").toBe("");
  const now = await world.workshop.press(world.origin("bob"), `respond:${session.id}:1:option-1:1`);
  expect(valuesIn(now).choice).toBe("option-1");
});

test("only a facilitator changes a question, only while responses come, and never what a pack says", async () => {
  const world = await openWorld();
  const session = await ask(world);
  expect(sentenceOf(await world.press("ann", session, "ask-mend"))).toBe(
    commands.refusals.notFacilitator({ command: "mend" }),
  );
  const asked = formOf(await world.press("fay", session, "ask-mend"));
  const values = { question: "Mine?", options: "a\nb", background: "" };
  expect((await world.workshop.submit(world.origin("ann"), asked.token, values)).type).toBe("refused");
  await world.press("fay", session, "end-round");
  expect(sentenceOf(await world.workshop.submit(world.origin("fay"), asked.token, values))).toBe(
    commands.refusals.wrongState({ command: "mend", state: "ended" }),
  );
  const pack = await world.start("fay", "start startup-support-chatbot");
  expect(sentenceOf(await world.press("fay", pack, "ask-mend"))).toBe(commands.refusals.notMendable);
  expect(await cardOf(world, pack, "controls/fay")).not.toContain(say.controls.verbs.mend);
  expect(await cardOf(world, await ask(world), "controls/fay")).toContain(say.controls.verbs.mend);
});

test("a word in the thread opens the form in either language", async () => {
  const world = await openWorld();
  await ask(world);
  for (const word of ["edit", "수정"]) {
    const reply = await world.workshop.runInThread(world.origin("fay"), undefined, word);
    expect(formOf(reply).title).toBe(say.mending.title);
  }
});

test("the form of a change sent again changes nothing more; what it was corrected by stays", async () => {
  const world = await openWorld();
  const session = await ask(world);
  await world.respond("ann", session, answer("option-1"));
  const asked = await world.press("fay", session, "ask-mend");
  const { token } = formOf(asked);
  const send = (question: string) =>
    world.workshop.submit(world.origin("fay"), token, { ...valuesIn(asked), question, more: "DuckDB" });
  for (let times = 0; times < 2; times += 1) expect((await send("Which store?")).type).toBe("done");
  expect((await world.session(session.id)).changes.edition).toBe(1);
  expect(await newsTold(world)).toHaveLength(1);
});

test("with --open a member adds an option, named, on the ballot at once; who had responded is told once", async () => {
  const world = await openWorld();
  const session = await ask(world, "--open");
  expect(await cardOf(world, session, "ballot/1")).toContain(say.optionForm.button);
  await world.respond("ann", session, answer("option-1"));
  await world.respond("bob", session, answer("option-2"));
  const reply = await add(world, "bob", session, "  Duck   DB ");
  expect(sentenceOf(reply)).toBe(say.optionForm.added({ option: "Duck DB" }));
  const ballot = await cardOf(world, session, "ballot/1");
  expect(ballot).toContain(`${say.mending.added({ option: "Duck DB", named: true })}@bob`);
  const told = await newsTold(world);
  expect(told.map((one) => one.split(":")[0])).toEqual(["ann"]);
  expect(told[0]).toContain("Duck DB");
  await world.respond("ann", session, answer("option-3"));
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  expect(await cardOf(world, session, "reveal")).toContain(scenario.reasonsOf({ option: "Duck DB", count: 1 }));
  expect(world.faults).toEqual([]);
});

test.each([
  ["ＤＵＣＫＤＢ".normalize("NFKC"), "duckdb"],
  ["café", "CAFE\u0301"],
  ["Straße", "STRASSE"],
  ["한글", "한글".normalize("NFD")],
])("“%s” and “%s” are one option", async (one, other) => {
  const world = await openWorld();
  const session = await ask(world, "--제안");
  expect((await add(world, "bob", session, one)).type).toBe("card");
  expect(await add(world, "ann", session, ` ${other} `)).toEqual({
    type: "mistakes",
    mistakes: { option: own.sameOption({ option: one }) },
  });
});

test("there are ten options at most, each of at most 75 characters, and none is empty", async () => {
  const world = await openWorld();
  const session = await ask(world, "--open");
  for (let count = 3; count <= 9; count += 1) await add(world, `p${count}`, session, `option ${count}`);
  const asked = formOf(await world.workshop.press(world.origin("zoe"), `add-option:${session.id}:1`));
  expect(await add(world, "zoe", session, " \n ")).toMatchObject({ type: "mistakes" });
  expect(await add(world, "zoe", session, "x".repeat(76))).toMatchObject({ type: "mistakes" });
  expect((await add(world, "zoe", session, "x".repeat(75))).type).toBe("card");
  expect(await cardOf(world, session, "ballot/1")).not.toContain(`[${say.optionForm.button}]`);
  expect(await world.workshop.submit(world.origin("zoe"), asked.token, { option: "eleven" })).toEqual({
    type: "mistakes",
    mistakes: { option: own.full({ max: 10 }) },
  });
});

test("options are added in the first open round of a session that takes them, and nowhere else", async () => {
  const world = await openWorld();
  const closed = await ask(world);
  expect(sentenceOf(await world.workshop.press(world.origin("ann"), `add-option:${closed.id}:1`))).toBe(
    commands.refusals.noOptionsTaken,
  );
  const session = await ask(world, "--open --for 1h");
  const { token } = formOf(await world.workshop.press(world.origin("ann"), `add-option:${session.id}:1`));
  world.clock.advance(3_600_000);
  const late = await world.workshop.submit(world.origin("ann"), token, { option: "DuckDB" });
  expect(sentenceOf(late)).toBe(commands.refusals.optionsSettled);
  await world.workshop.runDue();
  await world.press("fay", session, "vote-again");
  const second = await world.workshop.press(world.origin("ann"), `add-option:${session.id}:2`);
  expect(sentenceOf(second)).toBe(commands.refusals.optionsSettled);
  expect(await cardOf(world, session, "ballot/2")).not.toContain(say.optionForm.button);
});

test("in an anonymous session nothing anywhere says who added an option, or when", async () => {
  const world = await openWorld();
  world.platform.members = ["fay", "ann", "bob", "cho"].map((person) => ({ person }));
  const session = await ask(world, "--open --anonymous");
  await world.respond("ann", session, answer("option-1"));
  world.clock.advance(60_000);
  expect((await add(world, "bob", session, "DuckDB")).type).toBe("card");
  const ballot = await cardOf(world, session, "ballot/1");
  expect(ballot).toContain(say.mending.added({ option: "DuckDB", named: false }));
  expect(ballot).not.toContain("@");
  expect((await newsTold(world)).map((one) => one.split(":")[0])).toEqual(["ann"]);
  const { database } = world.opened;
  const events = await database.selectFrom("session_events").selectAll().execute();
  expect(events.at(-1)?.at).toBe(session.startedAt);
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  const rows = await Promise.all(
    (["sessions", "session_events", "intents", "due_work"] as const).map((table) =>
      database.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(JSON.stringify(rows)).not.toContain("bob");
  // What was added can't be put beside what its author chose either.
  const participants = new Set(
    (await world.opened.store.in("w1").loadResponses(session.id)).map((one) => one.participant),
  );
  const intents = await database.selectFrom("intents").select("person").where("session", "=", session.id).execute();
  expect(new Set(intents.map(({ person }) => person))).toEqual(new Set(["", "fay"]));
  expect(participants.size).toBe(1);
});

test("an added option sent again is added once, also when nobody knows any more whose it was", async () => {
  const world = await openWorld();
  for (const how of ["--open", "--open --anonymous"]) {
    const session = await ask(world, how);
    const { token } = formOf(await world.workshop.press(world.origin("bob"), `add-option:${session.id}:1`));
    const send = () => world.workshop.submit(world.origin("bob"), token, { option: "DuckDB" });
    const first = await send();
    expect(first.type).toBe("card");
    expect(await send()).toEqual(first);
    for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
    expect(await send()).toEqual(first);
    expect((await world.session(session.id)).changes.edition).toBe(1);
  }
});

test("a proposal has no options to change or add, only its words", async () => {
  const world = await openWorld();
  const session = await world.start("fay", 'ask "Ship on Friday?" --open');
  const proposal = { ...(await world.session(session.id)).activity };
  const content = { title: { typed: "Ship on Friday" }, method: "consent", options: [], reasons: "required" };
  const { mending } = openFrozen({ ...proposal, content });
  expect(mending?.optionsLeft).toBe(0);
  expect(mending?.form({}, false, t).fields.map(({ id }) => id)).toEqual(["question", "background"]);
  const checked = mending?.check({ question: "Ship on Monday", background: "" }, true, t);
  expect(checked).toMatchObject({
    type: "answer",
    answer: { rewordings: [{ was: "Ship on Friday", now: "Ship on Monday" }], added: [] },
  });
});
