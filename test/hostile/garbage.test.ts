/** Raw garbage at every way in: never a fault of the server, never a stack trace, and the program serves on. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram, temporaryFolder } from "../support/process.ts";
import { signedPost, signingSecret } from "../support/slack-people.ts";
import { openSlackServer, type SlackServer } from "../support/slack-server.ts";

let server: SlackServer;
let program: Program;

beforeAll(async () => {
  server = await openSlackServer(1);
  program = await startProgram({
    database: join(temporaryFolder(), "workshop.db"),
    env: {
      HOST: "127.0.0.1",
      WORKSHOP_PLAYGROUND: "1",
      SLACK_BOT_TOKEN: server.token,
      SLACK_API_URL: server.apiUrl,
      SLACK_SIGNING_SECRET: signingSecret,
    },
  });
});
afterAll(async () => {
  await program.stop();
  await server.close();
});

const json = "application/json";
const form = "application/x-www-form-urlencoded";

const garbage: readonly (readonly [name: string, body: string | Uint8Array<ArrayBuffer>, type: string])[] = [
  ["nothing", "", json],
  ["half a JSON", '{"a":', json],
  ["a JSON that is no object", "[[[]]]", json],
  ["null", "null", json],
  ["a JSON 50,000 deep", `${"[".repeat(50_000)}${"]".repeat(50_000)}`, json],
  ["a prototype", '{"__proto__":{"person":"minji"},"constructor":{"prototype":{}}}', json],
  ["bytes", Uint8Array.from({ length: 2_000 }, (_, index) => (index * 7919) % 256), json],
  ["lone surrogates and zeros", '{"person":"\\ud800\\u0000","text":"\\udfff"}', json],
  ["more than is taken", `{"a":"${"x".repeat(2_000_000)}"}`, json],
  ["a form", "a=1&a=2&__proto__[x]=1&payload=%00", form],
  ["a payload that is no JSON", "payload=%7B%7B", form],
  ["a payload that is a number", "payload=7", form],
  ["20,000 fields", "a=1&".repeat(20_000), form],
  ["an unknown type", "x", "text/whatever"],
  ["a type that is none", "x", ";;;=,"],
  ["an unknown character set", "{}", "application/json; charset=klingon"],
  ["a multipart without a boundary", "x", "multipart/form-data"],
];

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

const isClean = (status: number, text: string): void => {
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/node_modules|\n\s+at |Error:|decision-workshop\/|"scripts"|root:/);
};

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
      isClean(sent.status, await sent.text());
    }
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const sent = await fetch(`${program.address}${path}`, { method, redirect: "manual" });
    isClean(sent.status, await sent.text());
  }
  for (const query of ["?person=__proto__", "?person[]=a&person[b]=c", `?person=${"x".repeat(8_000)}`, "?person=%ff"]) {
    const sent = await fetch(`${program.address}${path}${query}`, { redirect: "manual" });
    isClean(sent.status, await sent.text());
  }
});

// Bolt takes three seconds for each that is a payload of no kind it knows, so that these stand for the others.
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
  const { status, body: answer } = await signedPost(program.address, String(body), type);
  isClean(status, JSON.stringify(answer));
});

test("it serves on", async () => {
  expect((await fetch(`${program.address}/readyz`)).status).toBe(200);
  expect(program.output()).not.toMatch(/RangeError|uncaught/i);
});
