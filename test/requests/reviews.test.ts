/** Looking back on decisions: what they expect, when they ask, and what is kept of the answer. */
import { afterEach, expect, test } from "vitest";
import { exportFormats } from "../../src/cards/export-formats.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { languageCodes } from "../../src/i18n/languages.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, sentenceOf, type World } from "../../testkit/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  for (const { opened, faults } of worlds.splice(0)) {
    await opened.store.close();
    expect(faults).toEqual([]);
  }
});

const open = async (): Promise<World> => {
  const world = await openWorld();
  worlds.push(world);
  return world;
};

type Values = Readonly<Record<string, unknown>>;

const fillIn = async (world: World, person: string, pressed: string, values: Values): Promise<Reply> => {
  const asked = await world.workshop.press(world.origin(person), pressed);
  if (asked.type !== "form") throw new Error(`A form was asked for: ${sentenceOf(asked)}`);
  return world.workshop.submit(world.origin(person), asked.form.token, values);
};

const decide = async (world: World, values: Values, words = 'ask "Which cache?" "a" "b"'): Promise<Session> => {
  const session = await world.start("fay", words);
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  const reply = await fillIn(world, "fay", `ask-decision:${session.id}:1`, { text: "Redis it is", ...values });
  expect(reply).toMatchObject({ type: "done" });
  return world.session(session.id);
};

const drawn = async (world: World): Promise<void> => {
  // A card is redrawn at most once in two seconds.
  world.clock.advance(3_000);
  world.outbox.wake();
  await world.outbox.settled();
};

const shown = (world: World, key: string): string => {
  const found = world.platform.shown.get(key);
  return found === undefined ? "" : plainCard(found.card);
};

const dayMs = 86_400_000;
const expected = { expects: "Pages load in a second", likely: "80", review: "1", owner: "bob" };

test("on its day the thread asks once, and the person in charge alone; what turned out stands in the record", async () => {
  const world = await open();
  const session = await decide(world, expected);
  expect(session.decision).toMatchObject({ expects: { text: "Pages load in a second", likely: 80, by: "fay" } });
  await drawn(world);
  expect(shown(world, `${session.id}/decision`)).toContain("Pages load in a second (80% likely)");
  world.clock.advance(27 * dayMs);
  await world.workshop.runDue();
  await drawn(world);
  expect(shown(world, `${session.id}/review/1`)).toBe("");
  world.clock.advance(5 * dayMs);
  await world.workshop.runDue();
  await world.workshop.runDue();
  await drawn(world);
  expect(shown(world, `${session.id}/review/1`)).toContain("Did it turn out?");
  expect(world.platform.told.filter((told) => told.startsWith("bob: "))).toHaveLength(1);
  expect(await world.workshop.press(world.origin("zoe"), `ask-review:${session.id}:1`)).toMatchObject({
    code: "not-facilitator",
  });
  const said = await fillIn(world, "bob", `ask-review:${session.id}:1`, { verdict: "partly", text: "Most do" });
  expect(said).toMatchObject({ type: "card" });
  await drawn(world);
  expect(shown(world, `${session.id}/review/1`)).toContain("Partly: Most do");
  expect(shown(world, `${session.id}/case`)).toContain("Turned out: Partly: Most do");
  const found = await world.workshop.run(world.origin("zoe"), 'find "most do"');
  expect(found.type === "card" && plainCard(found.card)).toContain("Partly: Most do");
  for (const [index, format] of exportFormats.entries()) {
    await fillIn(world, "zoe", `export:${session.id}`, { format });
    await expect.poll(() => world.platform.files.length).toBe(index + 1);
    const written = new TextDecoder().decode(world.platform.files.at(-1)?.file.bytes);
    expect(written).toContain("Pages load in a second");
    expect(written).toContain("Most do");
  }
  world.clock.advance(60 * dayMs);
  await world.workshop.runDue();
  expect((await world.session(session.id)).reviewing).toMatchObject({ at: null, awaits: false, asked: 1, told: 0 });
});

test("what comes too early is asked again a month later, and then once more in the thread", async () => {
  const world = await open();
  const { id } = await decide(world, { ...expected, owner: "" });
  world.clock.advance(32 * dayMs);
  await world.workshop.runDue();
  await drawn(world);
  expect(world.platform.told.some((told) => told.startsWith("fay: "))).toBe(true);
  const early = await fillIn(world, "fay", `ask-review:${id}:1`, { verdict: "too-early" });
  expect(sentenceOf(early)).toContain("I ask again on");
  world.clock.advance(32 * dayMs);
  await world.workshop.runDue();
  await drawn(world);
  expect(shown(world, `${id}/review/2`)).toContain("Did it turn out?");
  expect(shown(world, `${id}/review/1`)).toContain("Too early");
  await fillIn(world, "fay", `ask-review:${id}:1`, { verdict: "yes", text: "It did" });
  await drawn(world);
  expect(shown(world, `${id}/review/2`)).toContain("Yes: It did");
  expect(shown(world, `${id}/review/1`)).toContain("Too early");
});

test("once a month a channel gets one line for all that nobody answers, and is left alone in the end", async () => {
  const world = await open();
  const sessions: Session[] = [];
  for (let count = 0; count < 3; count += 1) sessions.push(await decide(world, expected));
  for (let day = 0; day < 400; day += 1) {
    world.clock.advance(dayMs);
    await world.workshop.runDue();
  }
  await drawn(world);
  const lines = [...world.platform.shown].filter(([key]) => key.includes("/open-reviews/"));
  expect(lines).toHaveLength(6);
  expect(lines.map(([, { card }]) => plainCard(card))[0]).toContain("3 decisions here wait");
  expect(lines.every(([, { destination }]) => destination.thread === undefined)).toBe(true);
  for (const { id } of sessions) expect((await world.session(id)).reviewing).toMatchObject({ asked: 1, at: null });
});

test("whoever looks sees what is planned and what waits, in every language, and may answer what is theirs", async () => {
  const world = await open();
  const { id } = await decide(world, expected);
  for (const language of languageCodes) {
    const list = await world.workshop.press(world.origin("bob", { language }), "show:reviews");
    expect(JSON.stringify(list)).toContain("Redis it is");
    expect(JSON.stringify(list)).toContain('"verb":"ask-review"');
  }
  expect(JSON.stringify(await world.workshop.press(world.origin("zoe"), "show:reviews"))).not.toContain("ask-review");
  const asked = await world.workshop.press(world.origin("bob"), `ask-review:${id}:1`);
  if (asked.type !== "form") throw new Error("A form");
  const send = (values: Values) => world.workshop.submit(world.origin("bob"), asked.form.token, values);
  for (const verdict of ["", "perhaps", "__proto__"])
    expect(await send({ verdict })).toMatchObject({ type: "mistakes" });
  expect(await send({ verdict: "no", text: "x".repeat(301) })).toMatchObject({ type: "mistakes" });
  expect(await send({ verdict: ["no"] })).toMatchObject({ code: "bad-request" });
  expect(await send({ verdict: "no", text: "It did not" })).toMatchObject({ type: "card" });
  expect(await send({ verdict: "no", text: "It did not" })).toMatchObject({ type: "card" });
  expect((await world.session(id)).reviewing.reviews).toHaveLength(1);
});

test.each<readonly [Values, string]>([
  [{ likely: "101", expects: "x" }, "likely"],
  [{ likely: "-1", expects: "x" }, "likely"],
  [{ likely: "50" }, "expects"],
  [{ expects: "x".repeat(301) }, "expects"],
  [{ review: "12" }, "form"],
])("a decision with %o names the mistake", async (values, field) => {
  const world = await open();
  const session = await world.start("fay", 'ask "Which?" "a" "b"');
  for (const verb of ["end-round", "reveal"]) await world.press("fay", session, verb);
  const reply = await fillIn(world, "fay", `ask-decision:${session.id}:1`, { text: "It is", ...values });
  expect(Object.keys(reply.type === "mistakes" ? reply.mistakes : {})).toEqual([field]);
});

test("a decision that is corrected keeps what it expects and its day, unless they are changed", async () => {
  const world = await open();
  const { id, reviewing } = await decide(world, expected);
  await fillIn(world, "fay", `ask-decision:${id}:1`, { text: "Valkey it is" });
  const corrected = await world.session(id);
  expect(corrected.decision).toMatchObject({ text: "Valkey it is", expects: { likely: 80 } });
  expect(corrected.reviewing).toEqual(reviewing);
  await fillIn(world, "fay", `ask-decision:${id}:1`, { text: "Valkey", expects: "", likely: "", review: "none" });
  const bare = await world.session(id);
  expect(Object.keys(bare.decision ?? {})).not.toContain("expects");
  expect(bare.reviewing.at).toBeNull();
});

test("what is to be looked back on outlives the retention, and no longer", async () => {
  const world = await open();
  const { id } = await decide(world, { ...expected, review: "6" });
  world.clock.advance(100 * dayMs);
  await world.workshop.deleteOld(30);
  expect(await world.session(id)).toBeDefined();
  await fillIn(world, "fay", `ask-review:${id}:1`, { verdict: "yes" });
  world.clock.advance(31 * dayMs);
  await world.workshop.deleteOld(30);
  await expect(world.session(id)).rejects.toThrow();
});
