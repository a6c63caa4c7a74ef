/** Looking up what is kept: found by words, paged through, opened again; and by whom. */
import { afterEach, describe, expect, test } from "vitest";
import { formatAction } from "../../src/cards/action.ts";
import type { Card } from "../../src/cards/card.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, type World } from "../../testkit/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const { opened } of worlds.splice(0)) await opened.store.close();
});

const open = async (): Promise<World> => {
  const world = await openWorld();
  worlds.push(world);
  return world;
};

const cardOf = (reply: Reply): Card => {
  if (reply.type !== "card") throw new Error(`A card was expected: ${JSON.stringify(reply)}`);
  return reply.card;
};

const read = async (reply: Promise<Reply>): Promise<string> => plainCard(cardOf(await reply));

/** What the buttons of a card stand for. */
const actionsOf = (card: Card): readonly string[] =>
  card.blocks.flatMap((block) =>
    block.type === "buttons" ? block.buttons.map(({ action }) => formatAction(action)) : [],
  );

const fillIn = async (world: World, pressed: string, values: Readonly<Record<string, string>>): Promise<Reply> => {
  const asked = await world.workshop.press(world.origin("fay"), pressed);
  if (asked.type !== "form") throw new Error("A form was asked for");
  return world.workshop.submit(world.origin("fay"), asked.form.token, values);
};

type Decided = {
  readonly words: string;
  readonly reason?: string;
  readonly decision?: Readonly<Record<string, string>>;
};

const runThrough = async (world: World, { words, reason = "", decision }: Decided): Promise<Session> => {
  const session = await world.start("fay", words);
  for (const person of ["ann", "bob", "cho"])
    await world.respond(person, session, { choice: "option-1", reason: `${reason} of ${person}` });
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  if (decision !== undefined) await fillIn(world, `ask-decision:${session.id}:1`, decision);
  return world.session(session.id);
};

describe("find", () => {
  test("names the session, its decision and the passage in which the words stand, and opens its reveal again", async () => {
    const world = await open();
    const session = await runThrough(world, {
      words: 'ask "Which database?" "Postgres" "SQLite"',
      reason: "we know the zebra",
      decision: { text: "Postgres it is", owner: "bob", date: "2026-12-24" },
    });
    const found = cardOf(await world.workshop.run(world.origin("zoe"), "find zebra"));
    const said = plainCard(found);
    expect(said).toContain("Which database?");
    expect(said).toContain("“Postgres it is” — @bob · December 24, 2026");
    expect(said).toMatch(/Reason: “we know the zebra of (?:ann|bob|cho)”/u);
    expect(said).toContain("Postgres 3 (100%)");
    expect(actionsOf(found)).toEqual([`record:${session.id}`]);
    const again = await read(world.workshop.press(world.origin("zoe"), `record:${session.id}`));
    expect(again).toContain("Postgres it is");
    expect(again).toContain("we know the zebra of cho");
    expect(await read(world.workshop.run(world.origin("zoe"), "찾기 sqlite 데이터"))).toContain("Nothing was found");
    expect(world.faults).toEqual([]);
  });

  test("looks in the channels that the person shares with the bot, and in no other", async () => {
    const world = await open();
    const origin = (channel: string, person: string) => world.origin(person, { channel });
    await world.workshop.run(origin("c2", "fay"), 'ask "Which okapi?" "a" "b"');
    const [session] = await world.opened.store.in("w1").listSessions({ channel: "c2", over: false, limit: 1 });
    if (session === undefined) throw new Error("It was started");
    for (const verb of ["end-round", "reveal"])
      await world.workshop.press(origin("c2", "fay"), `${verb}:${session.id}:1`);
    world.platform.channels.set("ann", ["c1", "c2"]).set("zoe", ["c1"]);
    const finding = (person: string) => read(world.workshop.run(origin("c1", person), "find okapi"));
    expect(await finding("ann")).toContain("Which okapi?");
    expect(await finding("ann")).toContain("in another channel");
    expect(await finding("zoe")).not.toContain("Which okapi?");
    const opening = (person: string) => world.workshop.press(origin("c1", person), `record:${session.id}`);
    expect(await opening("ann")).toMatchObject({ type: "card" });
    expect(await opening("zoe")).toMatchObject({ type: "refused", code: "not-found" });
    const other = { ...origin("c1", "ann"), workspace: "w2" };
    expect(await world.workshop.press(other, `record:${session.id}`)).toMatchObject({ code: "not-found" });
    expect(await read(world.workshop.run(other, "find okapi"))).not.toContain("Which okapi?");
    world.platform.isAway = true;
    expect(await finding("ann")).toContain("only this one was searched");
  });

  test("asks for words where none were given, and says so where they hold no letter", async () => {
    const world = await open();
    for (const language of languageCodes) {
      const origin = world.origin("ann", { language });
      const asked = await world.workshop.run(origin, "find");
      if (asked.type !== "form") throw new Error("A form was asked for");
      expect(await world.workshop.submit(origin, asked.form.token, { words: " ?! " })).toMatchObject({
        type: "mistakes",
      });
      expect(await world.workshop.submit(origin, asked.form.token, { words: "zebra" })).toMatchObject({
        type: "card",
      });
      expect(await world.workshop.submit(origin, asked.form.token, { words: 3 })).toMatchObject({
        code: "bad-request",
      });
      expect(await world.workshop.run(origin, "find ?!")).toMatchObject({ code: "nothing-to-find" });
    }
  });

  test("never tells what isn't revealed: neither a reason nor a decision, nor by opening it", async () => {
    const world = await open();
    const session = await world.start("fay", 'ask "Which?" "a" "b"');
    await world.respond("ann", session, { choice: "option-1", reason: "zebra" });
    await world.press("fay", session, "end-round");
    expect(await read(world.workshop.run(world.origin("zoe"), "find zebra"))).toContain("Nothing was found");
    expect(await world.workshop.press(world.origin("zoe"), `record:${session.id}`)).toMatchObject({
      code: "not-found",
    });
    await world.press("fay", session, "cancel");
    expect(await read(world.workshop.run(world.origin("zoe"), "find zebra"))).toContain("Nothing was found");
    expect(await world.workshop.press(world.origin("zoe"), `record:${session.id}`)).toMatchObject({
      code: "not-found",
    });
  });

  test("in an anonymous session too few reasons are found by nobody", async () => {
    const world = await open();
    const session = await world.start("fay", 'ask "Which?" "a" "b" --anonymous');
    for (const person of ["ann", "bob"]) await world.respond(person, session, { choice: "option-1", reason: "zebra" });
    for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
    expect(await read(world.workshop.run(world.origin("ann"), "find zebra"))).toContain("Nothing was found");
  });
});

describe("history", () => {
  test("pages through all that is over, by month, newest first, with decision, votes and thread", async () => {
    const world = await open();
    for (let month = 0; month < 7; month += 1) {
      await runThrough(world, {
        words: `ask "Question ${month}?" "a" "b"`,
        ...(month % 2 === 0 ? { decision: { text: `Answer ${month}`, owner: month === 0 ? "bob" : "ann" } } : {}),
      });
      world.clock.advance(31 * 86_400_000);
    }
    await world.workshop.run(world.origin("fay"), "learn peft --share");
    await world.start("fay", 'ask "Open still?" "a" "b"');
    world.outbox.wake();
    await world.outbox.settled();
    const first = cardOf(await world.workshop.run(world.origin("zoe"), "history"));
    const said = plainCard(first);
    expect(said.match(/Question \d/gu)).toEqual([6, 5, 4, 3, 2].map((month) => `Question ${month}`));
    expect(said).toMatch(/^May 2027$/mu);
    expect(said).toContain("a 3 (100%) · Go to the thread");
    expect(said).not.toMatch(/Open still|PEFT/u);
    const older = actionsOf(first).find((action) => action.startsWith("history:"));
    const second = await read(world.workshop.press(world.origin("zoe"), older));
    expect(second.match(/Question \d/gu)).toEqual(["Question 1", "Question 0"]);
    const filtered = async (values: Readonly<Record<string, string>>) =>
      plainCard(cardOf(await fillIn(world, "ask-history", values))).match(/Question \d/gu);
    expect(await filtered({ decided: "without" })).toEqual(["Question 5", "Question 3", "Question 1"]);
    expect(await filtered({ owner: "bob", decided: "", month: "" })).toEqual(["Question 0"]);
    expect(await filtered({ month: "2026-12" })).toEqual(["Question 1"]);
    expect(await filtered({ month: "2020-01" })).toBeNull();
    expect(await fillIn(world, "ask-history", { month: "2026-13" })).toMatchObject({ code: "bad-request" });
    expect(world.faults).toEqual([]);
  });

  test.each(["history:1:x:any", "history:1:2026-13:any", "history::any", "history:-1::any", "record:", "record:a b"])(
    "%s is no button of ours",
    async (action) => {
      const world = await open();
      expect(await world.workshop.press(world.origin("zoe"), action)).toMatchObject({ code: "bad-request" });
    },
  );
});

test("a decision can replace an earlier one of its channel: both say so wherever they are found, and in files", async () => {
  const world = await open();
  const earlier = await runThrough(world, { words: 'ask "Which cache?" "a" "b"', decision: { text: "Redis" } });
  const later = await runThrough(world, { words: 'ask "Which cache now?" "a" "b"' });
  const asked = await world.press("fay", later, "ask-decision");
  if (asked.type !== "form") throw new Error("A form was asked for");
  expect(asked.form.fields.find(({ id }) => id === "replaces")).toMatchObject({
    options: [{ id: earlier.id, label: "Which cache?" }],
  });
  await world.workshop.submit(world.origin("fay"), asked.form.token, { text: "None", replaces: earlier.id });
  expect((await world.session(later.id)).decision).toMatchObject({
    replaces: { session: earlier.id, title: "Which cache?" },
  });
  const found = await read(world.workshop.run(world.origin("zoe"), "find redis"));
  expect(found).toContain("replaced by the decision on “Which cache now?”");
  expect(await read(world.workshop.run(world.origin("zoe"), "history"))).toContain(
    "Replaces the decision on “Which cache?”",
  );
  const [old, next] = await Promise.all(
    [earlier, later].map(async ({ id }) => cardOf(await world.workshop.press(world.origin("zoe"), `record:${id}`))),
  );
  if (old === undefined || next === undefined) throw new Error("Both are there");
  expect(plainCard(old)).toContain("No longer holds");
  expect(actionsOf(old)).toContain(`record:${later.id}`);
  expect(actionsOf(next)).toContain(`record:${earlier.id}`);
  const form = await world.workshop.press(world.origin("zoe"), `export:${earlier.id}`);
  if (form.type !== "form") throw new Error("A form was asked for");
  await world.workshop.submit(world.origin("zoe"), form.form.token, { format: "markdown" });
  await expect.poll(() => world.platform.files.length).toBe(1);
  expect(new TextDecoder().decode(world.platform.files[0]?.file.bytes)).toContain(
    "status: superseded by Which cache now?",
  );
});

test.each(["itself", "elsewhere", "undecided", "nonsense"])("a decision replaces nothing that is %s", async (which) => {
  const world = await open();
  const session = await runThrough(world, { words: 'ask "Which?" "a" "b"' });
  const undecided = await runThrough(world, { words: 'ask "Undecided?" "a" "b"' });
  await world.workshop.run(world.origin("fay", { channel: "c2" }), 'ask "Elsewhere?" "a" "b"');
  const [elsewhere] = await world.opened.store.in("w1").listSessions({ channel: "c2", over: false, limit: 1 });
  const ids = { itself: session.id, elsewhere: elsewhere?.id, undecided: undecided.id, nonsense: "a b" };
  const replaces = Object.entries(ids).find(([name]) => name === which)?.[1] ?? "";
  await fillIn(world, `ask-decision:${session.id}:1`, { text: "So", replaces });
  expect((await world.session(session.id)).decision).toEqual({ text: "So", owner: null, date: null });
});
