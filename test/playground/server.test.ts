/** The running program over HTTP: what it refuses at the door, how it starts and how it stops. */
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";

let program: Program;

beforeAll(async () => {
  program = await startProgram({ database: join(temporaryFolder(), "workshop.db"), env: { LOG_LEVEL: "debug" } });
});
afterAll(async () => {
  expect(await program.stop()).toBe(0);
});

const speaker = { person: "minji", channel: "ai-projects", thread: null, language: "en", zone: "UTC" };

const post = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${program.address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const statusUnder = ({ address }: Program, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(address);
    const sent = request(
      { hostname: "127.0.0.1", port, path: "/api/room?person=minji", headers: { host } },
      ({ statusCode }) => resolve(statusCode),
    );
    sent.on("error", reject).end();
  });

test("health and readiness answer", async () => {
  expect(await (await fetch(`${program.address}/healthz`)).json()).toEqual({ status: "ok" });
  expect((await fetch(`${program.address}/readyz`)).status).toBe(200);
});

describe("the door", () => {
  test("a page of another origin, and another host name, are kept out", async () => {
    const say = { ...speaker, text: "hello", intent: "intent-12345" };
    expect((await post("/api/say", say, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post("/api/say", "x=1", { "content-type": "text/plain" })).status).toBe(415);
    expect(await statusUnder(program, "evil.example")).toBe(403);
  });

  test("also where it listens on every address, the local names and those that were allowed are taken alone", async () => {
    const open = await startProgram({
      database: join(temporaryFolder(), "workshop.db"),
      env: { HOST: "0.0.0.0", WORKSHOP_HOSTS: "Workshop.example, 10.0.0.5:8080" },
    });
    const { hostname, port } = new URL(open.address);
    expect(hostname).toBe("localhost");
    const taken = [`localhost:${port}`, "127.0.0.1", "[::1]:80", "workshop.example:4000", "10.0.0.5:8080"];
    const refused = ["evil.example", "workshop.example.evil.example", "10.0.0.5", "10.0.0.5:80", `0.0.0.0:${port}`];
    for (const host of taken) expect([host, await statusUnder(open, host)]).toEqual([host, 200]);
    for (const host of refused) expect([host, await statusUnder(open, host)]).toEqual([host, 403]);
    await open.stop();
  });

  test("every answer has the same security headers, found or not, refused or not", async () => {
    const names = ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"];
    const json = { "content-type": "application/json" };
    const asked: readonly [string, RequestInit][] = [
      ["/", {}],
      ["/healthz", {}],
      ["/readyz", {}],
      ["/metrics", {}],
      ["/api/room?person=minji", {}],
      ["/api/room?person=nobody", {}],
      ["/api/say", { method: "POST", body: "{", headers: json }],
      ["/api/say", { method: "POST", body: "x" }],
      ["/api/say", { method: "POST", body: "{}", headers: { ...json, origin: "https://evil.example" } }],
      ["/nowhere", {}],
      ["/nowhere", { method: "DELETE" }],
      ["/%", {}],
      ["/assets", {}],
    ];
    const found = await Promise.all(
      asked.map(async ([path, init]) => {
        const { headers } = await fetch(`${program.address}${path}`, init);
        return names.map((name) => headers.get(name));
      }),
    );
    const [first] = found;
    expect(first).toEqual([expect.stringContaining("frame-ancestors 'none'"), "nosniff", "DENY", "no-referrer"]);
    for (const [index, headers] of found.entries()) expect([asked[index], headers]).toEqual([asked[index], first]);
  });

  test.each([
    ["/api/say", "{"],
    ["/api/say", "[]"],
    ["/api/say", { ...speaker, person: "nobody", text: "x", intent: "intent-12345" }],
    ["/api/say", { ...speaker, zone: "Mars/Olympus", text: "x", intent: "intent-12345" }],
    ["/api/say", { ...speaker, thread: "999", text: "x", intent: "intent-12345" }],
    ["/api/say", { ...speaker, text: "x".repeat(5000), intent: "intent-12345" }],
    ["/api/press", { ...speaker, action: 7 }],
    ["/api/submit", { ...speaker, token: {}, values: { owner: "nobody" } }],
    ["/api/complete", null],
  ])("garbage to %s is a mistake of the sender, without a stack trace", async (path, body) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: "bad-request" });
  });
});

test("what is said twice under one intent stands there once, as typed; no log line holds it", async () => {
  const text = "<b>hi</b> <!channel> @everyone \u0000 \ud800 end";
  for (let times = 0; times < 2; times += 1) await post("/api/say", { ...speaker, text, intent: "intent-twice" });
  const room: unknown = await (await fetch(`${program.address}/api/room?person=alex`)).json();
  const found = JSON.stringify(room).split("<b>hi</b> <!channel> @everyone  \ufffd end").length - 1;
  expect(found).toBe(1);
  expect(program.output()).not.toContain("everyone");
});

test("a broken pack stops the start, with all its mistakes", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "mine", "pack.yaml"), "id: Mine\nversion: 1\ntitle: { ko: Mine }\n");
  const env = { WORKSHOP_PACKS: folder, WORKSHOP_LOCALE: "ko" };
  const output = await startProgram({ database: join(folder, "workshop.db"), env }).then(
    () => "it started",
    (fault: unknown) => String(fault),
  );
  expect(output).toContain("3군데");
  for (const place of ["pack.yaml:1:5 id", "pack.yaml:2:10 version", "pack.yaml:3:8 title.en"])
    expect(output).toContain(place);
});

test("a wrong environment is told in one message", async () => {
  const env = { LOG_LEVEL: "loud", WORKSHOP_LOCALE: "fr" };
  await expect(startProgram({ database: join(temporaryFolder(), "w.db"), env })).rejects.toThrow(
    /2 mistake.*WORKSHOP_LOCALE.*LOG_LEVEL/s,
  );
});
