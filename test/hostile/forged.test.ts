/**
 * Every button and form, forged from where it must not work: nothing changes in any table, and what
 * a person may not see is answered like what does not exist.
 */
import { beforeAll, expect, test } from "vitest";
import { sessionVerbs } from "../../src/cards/action.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, type World } from "../../testkit/world.ts";
import { keptIn, refusalOf } from "./unchanged.ts";

const { commands, addressed } = translatorFor("en").messages;
const refusals = { ...commands.refusals, ...addressed.refusals };
const answer = { choice: "rag", reason: "because", chance: "80" };

let world: World;
let open: Session;
let elsewhere: Session;
let closed: Session;

beforeAll(async () => {
  world = await openWorld();
  closed = await world.start("fay", "start startup-support-chatbot");
  await world.respond("ann", closed, answer);
  for (const verb of ["end-round", "reveal", "close"]) await world.press("fay", closed, verb);
  elsewhere = await world.start("eve", "start startup-support-chatbot");
  // The newest session is the one that began last.
  world.clock.advance(1_000);
  open = await world.start("fay", "start startup-support-chatbot --discuss");
  await world.respond("ann", open, answer);
});

type Forged = {
  readonly name: string;
  readonly send: (origin: Origin, session: string, round: number) => Promise<Reply>;
};

const presses: readonly Forged[] = ["respond", ...sessionVerbs].map((verb) => ({
  name: `button ${verb}`,
  send: (origin, session, round) => world.workshop.press(origin, `${verb}:${session}:${round}`),
}));

const forms: readonly Forged[] = [
  { token: { type: "respond", seen: 0 }, values: answer },
  { token: { type: "extend" }, values: { end: "2h" } },
  { token: { type: "set-reminder" }, values: { at: "1h" } },
  { token: { type: "add-facilitator" }, values: { person: "eve" } },
  { token: { type: "record-decision" }, values: { text: "forged" } },
  { token: { type: "review" }, values: { verdict: "yes", text: "forged" } },
].map(({ token, values }) => ({
  name: `form ${token.type}`,
  send: (origin, session, round) => {
    const about = { ...token, session, nonce: origin.intent, ...(token.type === "respond" ? { round } : {}) };
    return world.workshop.submit(origin, about, values);
  },
}));

const redrawn: Forged = {
  name: "form respond, asked again",
  send: (origin, session, round) => {
    const token = { type: "respond", nonce: origin.intent, session, round, seen: 0 };
    return world.workshop.redraw(origin, token, answer, undefined);
  },
};

const all = [...presses, ...forms, redrawn];

const without = (kinds: RegExp): readonly Forged[] => all.filter(({ name }) => !kinds.test(name));

test.each(all)("$name from another workspace or channel is answered like what does not exist", async ({ send }) => {
  for (const [person, change] of [
    ["fay", { workspace: "w2" }],
    ["fay", { channel: "c2" }],
    ["zoe", { workspace: "w2" }],
  ] as const)
    for (const session of [open, closed])
      expect(await refusalOf(world, () => send(world.origin(person, change), session.id, 1))).toBe(refusals.notFound);
});

test.each(all)("$name of a session that does not exist is answered so", async ({ send }) => {
  for (const id of ["nowhere", "A".repeat(22), `${open.id}x`])
    expect(await refusalOf(world, () => send(world.origin("fay"), id, 1))).toBe(refusals.notFound);
});

// The others show a private card or ask a form, and act on no round; what the form then does is
// refused by its own rules.
test.each(without(/ask-|controls|all-reasons|form extend|form add|form record|form set/))(
  "$name of another round changes nothing",
  async ({ send }) => {
    for (const round of [2, 9999]) await refusalOf(world, () => send(world.origin("fay"), open.id, round));
  },
);

test.each(without(/respond/))(
  "$name by whoever doesn't facilitate, or facilitates another session, changes nothing",
  async ({ name, send }) => {
    for (const person of ["ann", "eve", "zoe"]) {
      const said = await refusalOf(world, () => send(world.origin(person), open.id, 1));
      if (name.includes("all-reasons")) expect(said).toBe(refusals.notFound);
      else expect(said).toMatch(/facilitator/i);
    }
  },
);

// A closed session is still shown, and its decision may be corrected by its facilitator.
test.each(without(/ask-decision|controls|all-reasons|record-decision/))(
  "$name of a closed session changes nothing",
  async ({ send }) => {
    for (const person of ["fay", "ann"]) await refusalOf(world, () => send(world.origin(person), closed.id, 1));
  },
);

test("what isn't revealed, or is elsewhere, is neither opened nor taken along", async () => {
  const taken = (session: string) => ({ type: "export", nonce: "forged", session });
  for (const [session, change] of [
    [open.id, {}],
    [closed.id, { workspace: "w2" }],
    ["nowhere", {}],
  ] as const) {
    const origin = world.origin("fay", change);
    for (const action of [`record:${session}`, `export:${session}`])
      expect(await refusalOf(world, () => world.workshop.press(origin, action))).toBe(refusals.notFound);
    const submitted = () => world.workshop.submit(origin, taken(session), { format: "json" });
    expect(await refusalOf(world, submitted)).toBe(refusals.notFound);
  }
});

test("nobody but those who may changes what is preset, whatever form they send", async () => {
  for (const scope of ["channel", "workspace"]) {
    const token = { type: "settings", nonce: "forged", scope, revision: 0 };
    const values = { anonymous: "on", add: "zoe" };
    await refusalOf(world, () => world.workshop.submit(world.origin("zoe"), token, values));
    await refusalOf(world, () => world.workshop.press(world.origin("zoe"), `settings:${scope}`));
  }
});

test("the facilitator of one session leads no other", async () => {
  for (const verb of ["end-round", "cancel"])
    await refusalOf(world, () => world.workshop.press(world.origin("fay"), `${verb}:${elsewhere.id}:1`));
});

test.each([
  "reveal",
  "reveal:",
  "reveal:a:b",
  "REVEAL:x:1",
  "reveal:x:1:2",
  "reveal:x:-1",
  "reveal:x:1e3",
  "respond:x:1:__proto__",
  "__proto__:x:1",
  "constructor",
  "show:__proto__",
  "settings:",
  "settings:__proto__",
  "forget-figures:ann",
  "start:Bad Id",
  "learn:",
  "\0",
  "x".repeat(500),
  ["reveal", "x", "1"],
  { toString: "reveal:x:1" },
  7,
  null,
])("the action %j is none", async (action) => {
  expect(await refusalOf(world, () => world.workshop.press(world.origin("fay"), action))).toBe(refusals.badRequest);
});

test.each<[string, unknown, unknown]>([
  ["no token", undefined, {}],
  ["an unknown token", { type: "reveal", nonce: "n", session: "s" }, {}],
  ["a key too many", { type: "start", nonce: "n", more: 1 }, {}],
  ["a nonce that is none", { type: "start", nonce: "a b" }, {}],
  ["values that are none", { type: "start", nonce: "n" }, "x"],
  ["a token with a prototype", JSON.parse('{"__proto__":{"type":"start"},"nonce":"n"}'), {}],
])("a form with %s is none", async (_name, token, values) => {
  expect(await refusalOf(world, () => world.workshop.submit(world.origin("fay"), token, values))).toBe(
    refusals.badRequest,
  );
});

test.each([
  ["respond", { choice: "__proto__", reason: "r" }],
  ["respond", { choice: { id: "rag" }, reason: ["r"] }],
  ["respond", { choice: "rag", reason: { toString: "r" }, chance: [80] }],
  ["add-facilitator", { person: "<!channel>" }],
  ["add-facilitator", { person: ["eve"] }],
  ["record-decision", { text: { a: 1 } }],
  ["record-decision", { text: "x", owner: "a b", date: "" }],
  ["record-decision", { text: "x", owner: "", date: { year: 1 } }],
  ["set-reminder", { at: ["1h"] }],
  ["extend", { end: 7 }],
  ["extend", { end: "x".repeat(201) }],
])("a %s form with forged values names the mistakes and changes nothing", async (type, values) => {
  const before = await keptIn(world);
  const session = type === "record-decision" ? closed : open;
  const token = { type, nonce: "forged", session: session.id, ...(type === "respond" ? { round: 1, seen: 0 } : {}) };
  const reply = await world.workshop.submit(world.origin("fay"), token, values);
  expect(reply.type).toBe("mistakes");
  expect(await keptIn(world)).toBe(before);
});
