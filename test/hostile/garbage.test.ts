/**
 * Raw garbage at every way in: never a fault of the server, never a stack trace, and the program
 * serves on.
 */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import { sign } from "../../testkit/slack/payloads.ts";
import { postSigned } from "../../testkit/slack/people.ts";
import { openSlackServer, type SlackServer } from "../../testkit/slack/server.ts";
import { expectClean, garbage } from "./garbage.ts";

let server: SlackServer;
let program: Program;

beforeAll(async () => {
  server = await openSlackServer(1);
  program = await startProgram({
    database: join(temporaryFolder(), "workshop.db"),
    env: {
      HOST: "127.0.0.1",
      WORKSHOP_PLAYGROUND: "1",
      ...server.env,
    },
  });
});
afterAll(async () => {
  await program.stop();
  await server.close();
});

const paths = [
  "/slack/events",
  "/slack/install",
  "/slack/oauth_redirect",
  "/api/room",
  "/api/say",
  "/api/press",
  "/api/submit",
  "/api/redraw",
  "/api/complete",
  "/healthz",
  "/readyz",
  "/api/messages",
  "/",
  "/%00",
  "/%ff",
  "/../../etc/passwd",
  "/..%2f..%2fpackage.json",
];

test.each(paths)("garbage to %s", async (path) => {
  for (const [name, body, type] of garbage)
    for (const headers of [{}, { "content-encoding": "gzip" }]) {
      const sent = await fetch(`${program.address}${path}`, {
        method: "POST",
        headers: { "content-type": type, ...headers },
        body,
        redirect: "manual",
      });
      expect(sent.status, name).toBeLessThan(500);
      expectClean(sent.status, await sent.text());
    }
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const sent = await fetch(`${program.address}${path}`, { method, redirect: "manual" });
    expectClean(sent.status, await sent.text());
  }
  for (const query of ["?person=__proto__", "?person[]=a&person[b]=c", `?person=${"x".repeat(8_000)}`, "?person=%ff"]) {
    const sent = await fetch(`${program.address}${path}${query}`, { redirect: "manual" });
    expectClean(sent.status, await sent.text());
  }
});

// Bolt takes three seconds for each that is a payload of no kind it knows, so that these stand for
// the others.
const signed = [
  "nothing",
  "half a JSON",
  "null",
  "a prototype",
  "a form",
  "a payload that is no JSON",
  "an unknown type",
];

test.each(garbage.filter(([name]) => signed.includes(name)))("signed garbage: %s", async (_name, body, type) => {
  const { status, body: answer } = await postSigned(program.address, sign(String(body), type));
  expectClean(status, JSON.stringify(answer));
});

test("it serves on", async () => {
  expect((await fetch(`${program.address}/readyz`)).status).toBe(200);
  expect(program.output()).not.toMatch(/RangeError|uncaught/i);
});
