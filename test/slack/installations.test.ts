/** Installing by OAuth: state checked, tokens encrypted at rest, removed when the app is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeCipher } from "../../adapters/slack/cipher.ts";
import { makeInstallations } from "../../adapters/slack/installations.ts";
import { openStore } from "../../src/store/open.ts";
import { startProgram, temporaryFolder } from "../../testkit/process.ts";
import { eventOf, signingSecret } from "../../testkit/slack/payloads.ts";
import { httpTransport, personIn } from "../../testkit/slack/people.ts";
import { openSlackServer } from "../../testkit/slack/server.ts";

const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

const secret = "0123456789abcdef0123456789abcdef";

test("a workspace installs the app, uses it, and removes it", async () => {
  const server = await openSlackServer(2);
  closers.push(server.close);
  const database = join(temporaryFolder(), "workshop.db");
  const program = await startProgram({
    database,
    env: {
      HOST: "127.0.0.1",
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "client-secret",
      SLACK_SIGNING_SECRET: signingSecret,
      WORKSHOP_SECRET: secret,
      SLACK_API_URL: server.apiUrl,
    },
  });
  closers.push(program.stop);
  const fay = personIn({ server, transport: httpTransport(() => program.address) }, server.people[0] ?? "");
  const posts = (): number => server.calls.filter(({ method }) => method === "chat.postMessage").length;

  // Not installed yet: nothing happens but a sentence (unserved.test.ts).
  await fay.command("start startup-support-chatbot");
  expect(posts()).toBe(0);

  const install = await fetch(`${program.address}/slack/install`, { redirect: "manual" });
  expect(install.status).toBe(302);
  const state = new URL(install.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const cookie = (install.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const granted = {
    ok: true,
    app_id: "A1",
    token_type: "bot",
    access_token: server.token,
    scope: "chat:write",
    bot_user_id: server.people[1],
    team: { id: server.team, name: "t" },
    enterprise: null,
    authed_user: { id: server.people[0] },
    is_enterprise_install: false,
  };
  const back = (query: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${program.address}/slack/oauth_redirect?${query}`, { headers });
  const forged = await back(`code=c&state=${state}x`, { cookie });
  expect(forged.status).toBeGreaterThanOrEqual(400);
  const foreign = await back(`code=c&state=${state}`);
  expect(foreign.status).toBeGreaterThanOrEqual(400);
  const faults = (): number => program.output().split("a request failed").length;
  const faultsBefore = faults();
  for (const query of ["code=c&state=made-up", "code=c", "state=made-up", ""]) await back(query);
  expect(faults()).toBe(faultsBefore);
  // Anybody may begin an installation, and come back with a code that Slack never gave.
  for (const error of ["invalid_code", "invalid_code", "code_already_used"]) {
    server.failNext("oauth.v2.access", { status: 200, body: { ok: false, error } });
    expect((await back(`code=made-up&state=${state}`, { cookie })).status).toBe(500);
  }
  await back(`error=access_denied&state=${state}`, { cookie });
  expect(faults()).toBe(faultsBefore);
  await expect.poll(() => program.output().split("requests were refused")).toHaveLength(2);
  for (const _ of [1, 2, 3]) {
    server.failNext("oauth.v2.access", { status: 200, body: { ok: false, error: "bad_client_secret" } });
    await back(`code=made-up&state=${state}`, { cookie });
  }
  expect(faults()).toBe(faultsBefore + 1);
  server.failNext("oauth.v2.access", { status: 200, body: granted });
  expect((await back(`code=c&state=${state}`, { cookie })).status).toBe(200);

  await fay.command("start startup-support-chatbot");
  await expect.poll(posts).toBe(2);
  for (const file of [database, `${database}-wal`]) expect(readFileSync(file).includes(server.token)).toBe(false);

  const transport = httpTransport(() => program.address);
  await transport("event", eventOf(server, { type: "tokens_revoked", tokens: { bot: [server.people[1]] } }));
  await expect
    .poll(async () => {
      const before = posts();
      await fay.command("start startup-support-chatbot");
      return posts() - before;
    })
    .toBe(0);
});

test("a secret can be replaced, and a sealed token opens in its own place alone", () => {
  const old = makeCipher([secret]);
  const sealed = old.seal("xoxb-1", "T1");
  expect(makeCipher(["another secret of 32 characters!", secret]).open(sealed, "T1")).toBe("xoxb-1");
  expect(() => makeCipher(["another secret of 32 characters!"]).open(sealed, "T1")).toThrow("WORKSHOP_SECRET");
  expect(() => old.open(sealed, "T2")).toThrow();
  expect(() => old.open(`${sealed.slice(0, -4)}AAAA`, "T1")).toThrow();
});

test("a whole organisation is one installation, found by its own id alone", async () => {
  const { database, store } = await openStore(`file:${join(temporaryFolder(), "workshop.db")}`);
  const installations = makeInstallations(database, makeCipher([secret]));
  await installations.storeInstallation({
    team: undefined,
    enterprise: { id: "E1", name: "Org" },
    isEnterpriseInstall: true,
    user: { token: undefined, scopes: undefined, id: "U1" },
    bot: { token: "xoxb-org", scopes: ["commands"], id: "B1", userId: "U2" },
    tokenType: "bot",
    authVersion: "v2",
  });
  const asked = { teamId: "T9", enterpriseId: "E1", isEnterpriseInstall: true };
  expect(await installations.fetchInstallation(asked)).toMatchObject({ bot: { token: "xoxb-org" } });
  expect(await installations.findToken("E1")).toBe("xoxb-org");
  await expect(installations.fetchInstallation({ ...asked, isEnterpriseInstall: false })).rejects.toThrow(
    "not installed",
  );
  await installations.remove("E1");
  expect(await installations.findToken("E1")).toBeUndefined();
  await store.close();
});

test("a wrong token stops the start, saying where the right one is", async () => {
  const server = await openSlackServer(1);
  closers.push(server.close);
  server.failNext("auth.test", { status: 200, body: { ok: false, error: "invalid_auth" } });
  const env = { HOST: "127.0.0.1", ...server.env, SLACK_BOT_TOKEN: "xoxb-wrong" };
  const starting = startProgram({ database: join(temporaryFolder(), "workshop.db"), env });
  await expect(starting).rejects.toThrow(/SLACK_BOT_TOKEN: Slack refuses it .*OAuth & Permissions/);
});
