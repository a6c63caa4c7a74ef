/**
 * The log of whole sessions at its most talkative, with faults provoked: no token, reason, choice,
 * name or person in it.
 */
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { people as playgroundPeople } from "../../adapters/playground/people.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { faultOf } from "../../src/operating/log.ts";
import { peopleOf } from "../../testkit/playground/people.ts";
import { startProgram, temporaryFolder } from "../../testkit/process.ts";
import { signingSecret } from "../../testkit/slack/payloads.ts";
import { openSlackWorld } from "../../testkit/slack/world.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const reason = "zirkon weighs more";
const decision = "we settle on malachite";

/** Another program on the database, which breaks it. */
const breakDatabase = (database: string, statement: string): void => {
  const connection = new Sqlite(database);
  connection.pragma("busy_timeout = 20000");
  connection.exec(statement);
  connection.close();
};

/** Errors of parsing quote what stands around the place they stumble on. */
const brokenResponses = `update responses set answer = '{"choice":"rag","reason":zirkon'`;
const brokenSessions = (person: string): string =>
  `update sessions set detail = '{"settings":{},"facilitators":[${person}'`;
const refuseResponses = "create trigger refuse before insert on responses begin select raise(abort, 'provoked'); end";

const expectSilence = (output: string, hidden: readonly string[]): void => {
  expect(hidden.filter((word) => output.includes(word))).toEqual([]);
};

test("what a library made of a fault that quotes data is told without it too", () => {
  const quoting = new SyntaxError(`Unexpected token z in ${reason}`);
  // As Bolt's UnknownError and the installer's AuthorizationError do.
  const wrapped = Object.assign(new Error(quoting.message), { original: quoting });
  const outer = new Error(wrapped.message, { cause: wrapped });
  for (const fault of [quoting, wrapped, outer]) expect(JSON.stringify(faultOf(fault))).not.toContain("zirkon");
  const itself = new Error("of its own");
  itself.cause = itself;
  expect(faultOf(itself).fault).toContain("of its own");
});

test("the playground", async () => {
  const database = join(temporaryFolder(), "workshop.db");
  const env = { LOG_LEVEL: "trace", WORKSHOP_METRICS_TOKEN: "metrics-token-of-the-test" };
  const program = await startProgram({ database, env });
  closers.push(program.stop);
  const people = peopleOf(program.address);
  const headers = { authorization: "Bearer metrics-token-of-the-tesT" };
  await fetch(`${program.address}/metrics`, { headers });

  const session = await people.start("minji", "startup-support-chatbot --discuss");
  await people.say("minji", `said aloud: ${reason}`);
  await people.respond("minji", session, { choice: "rag", reason, chance: "80" });
  await people.respond("jihoon", session, { choice: "fine-tuning", reason });
  for (const verb of ["end-round", "discuss", "vote-again"]) await people.press("minji", `${verb}:${session}:1`);
  await people.respond("jihoon", session, { choice: "rag", reason }, 2);
  breakDatabase(database, refuseResponses);
  await expect(people.respond("minji", session, { choice: "rag", reason }, 2)).rejects.toThrow("nothing was saved");
  for (const verb of ["end-round", "reveal"]) await people.press("minji", `${verb}:${session}:2`);
  await expect.poll(() => people.reads("alex"), { timeout: 60_000 }).toContain(reason);
  await people.fillIn("minji", `ask-decision:${session}:2`, { text: decision, owner: "sora" });
  await expect.poll(() => people.reads("alex"), { timeout: 60_000 }).toContain(decision);
  await people.say("alex", `/workshop start ${reason}`);
  await fetch(`${program.address}/api/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"person":"minji","text":"${reason}`,
  });
  breakDatabase(database, brokenResponses);
  await people.press("alex", `all-reasons:${session}:2`);
  await people.press("minji", `close:${session}:2`);
  await expect.poll(program.output, { timeout: 60_000 }).toContain("a card could not be drawn");
  breakDatabase(database, brokenSessions("minji"));
  await people.press("jihoon", `close:${session}:2`);

  const output = program.output();
  for (const seen of ["provoked", "SyntaxError"]) expect(output).toContain(seen);
  expectSilence(output, [
    ...playgroundPeople.flatMap(({ id, name }) => [id, name]),
    "zirkon",
    "malachite",
    "metrics-token",
    '"rag"',
  ]);
});

test("Slack", async () => {
  const database = join(temporaryFolder(), "workshop.db");
  const world = await openSlackWorld({ env: { LOG_LEVEL: "trace", DATABASE_URL: `file:${database}` } });
  closers.push(world.close);
  const { server, program } = world;
  const [fay, ann] = [world.person(0), world.person(1)];
  const { session: say, scenario } = translatorFor("en").messages;
  const fail = (method: string, error: string): void =>
    server.failNext(method, { status: 200, body: { ok: false, error } });

  server.failNext("users.info", { status: 500, body: { ok: false } });
  await fay.command("start startup-support-chatbot --discuss");
  await expect.poll(fay.reads, { timeout: 60_000 }).toContain(say.controls.title);
  fail("views.open", "expired_trigger_id");
  await fay.press("RAG over the FAQ").catch(() => undefined);
  for (const person of [fay, ann]) {
    await person.press("RAG over the FAQ");
    await person.submit({ [scenario.reason]: reason, [scenario.confidence]: "80" });
  }
  await ann.openHome();
  await ann.mention(`end ${reason}`);
  server.failNext("chat.update", {
    status: 429,
    body: { ok: false, error: "ratelimited" },
    headers: { "retry-after": "1" },
  });
  await fay.press(say.controls.verbs["end-round"]);
  await expect.poll(fay.reads, { timeout: 60_000 }).toContain(say.controls.verbs.reveal);
  server.failNext("chat.postMessage", { status: 500, body: { ok: false } });
  fail("chat.update", "token_revoked");
  await fay.press(say.controls.verbs.reveal);
  await expect.poll(program.output, { timeout: 60_000 }).toContain("Install the app there again");
  await fay.command(`start ${reason}`);
  breakDatabase(database, brokenResponses);
  breakDatabase(database, brokenSessions(fay.id));
  await fay.press(say.controls.verbs.reveal).catch(() => undefined);
  await fay.openHome();
  await expect.poll(program.output, { timeout: 60_000 }).toContain("SyntaxError");

  expectSilence(program.output(), [...server.people, server.token, signingSecret, "zirkon", '"rag"', "xoxb"]);
});
