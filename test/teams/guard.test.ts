/**
 * Every way a request can be wrong, sent over HTTP to the real endpoint with tokens that botbuilder
 * really checks.
 */
import { once } from "node:events";
import { request as openRequest } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { EmulatorValidation } from "botframework-connector";
import express from "express";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refuseBadActivities } from "../../adapters/teams/guard.ts";
import { teamsMessages } from "../../adapters/teams/messages/speak.ts";
import { isLocalService, isLoopbackAddress, isTeamsService } from "../../adapters/teams/service-hosts.ts";
import { openLocalServer, portOf } from "../../testkit/local-server.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { appId, type BotServer, openBotServer } from "../../testkit/teams/bot-server.ts";
import { type KeyServer, makeKey, serveKeys, unsigned } from "../../testkit/teams/keys.ts";

const tenant = "3e9c7c1e-52f5-4cf0-8f4d-0a8d2f7d7c01";
const otherTenant = "b1a4d7de-90c3-4f43-9c55-6f2f6a1f9e02";
const serviceUrl = `https://smba.trafficmanager.net/emea/${tenant}/`;

const key = makeKey("the-key");
const foreignKey = makeKey("the-key");
const otherChannel = makeKey("slack-key", "slack");

let keys: KeyServer;
let bot: BotServer;
let fenced: BotServer;
let local: BotServer;

beforeAll(async () => {
  keys = await serveKeys(key, otherChannel);
  const { metadataUrl } = keys;
  bot = await openBotServer({ metadataUrl, serviceHosts: ["127.0.0.1:4005"] });
  fenced = await openBotServer({ metadataUrl, tenants: [tenant.toUpperCase()] });
  local = await openBotServer({ metadataUrl, local: true });
});
afterAll(async () => {
  for (const one of [bot, fenced, local]) await one.close();
  keys.close();
});

const seconds = (): number => Math.floor(Date.now() / 1000);

const claims = (changes: object = {}): Record<string, unknown> => ({
  iss: "https://api.botframework.com",
  aud: appId,
  serviceurl: serviceUrl,
  nbf: seconds() - 60,
  exp: seconds() + 3600,
  ...changes,
});

const message = (changes: object = {}): object => ({
  type: "message",
  id: "1",
  timestamp: "2026-11-24T09:00:00Z",
  channelId: "msteams",
  serviceUrl,
  text: "hello",
  from: { id: "29:person", aadObjectId: "7d6ab7a4-2c47-4c7b-a6ad-6f8d5c9b1c03" },
  recipient: { id: `28:${appId}` },
  conversation: { id: "19:channel@thread.tacv2", conversationType: "channel", tenantId: tenant },
  channelData: { tenant: { id: tenant } },
  ...changes,
});

const conversation = (changes: object, data: object = { tenant: { id: tenant } }): object =>
  message({ conversation: { id: "19:channel@thread.tacv2", ...changes }, channelData: data });

const bearer = (changes: object = {}): string => `Bearer ${key.sign(claims(changes))}`;

type Answer = { readonly status: number; readonly text: string };

const send = async (url: string, authorization: string | undefined, body: unknown): Promise<Answer> => {
  const headers = { "content-type": "application/json", ...(authorization === undefined ? {} : { authorization }) };
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(url, { method: "POST", headers, body: sent });
  return { status: response.status, text: await response.text() };
};

const bodies: Readonly<Record<number, string>> = {
  400: '{"error":"bad-request"}',
  401: '{"error":"unauthorized"}',
  403: '{"error":"forbidden"}',
  503: '{"error":"unavailable"}',
};

/** Sends it and expects this answer, and a turn only after a 200. */
const expectAnswer = async (to: BotServer, status: number, authorization: string | undefined, body: unknown) => {
  const before = to.turns();
  const answer = await send(`${to.address}/api/messages`, authorization, body);
  expect(answer).toEqual({ status, text: status === 200 ? "" : bodies[status] });
  expect(to.turns() - before).toBe(status === 200 ? 1 : 0);
};

const from = (url: string): [string, object] => [bearer({ serviceurl: url }), message({ serviceUrl: url })];

test.each<[string, number, () => [authorization: string | undefined, body?: unknown]]>([
  ["a good token", 200, () => [bearer()]],
  ["a good token that names the tenant too", 200, () => [bearer({ tid: tenant })]],
  ["a clock four minutes behind", 200, () => [bearer({ nbf: seconds() + 240 })]],
  ["no header", 401, () => [undefined]],
  ["no header and rubbish", 401, () => [undefined, { type: 1 }]],
  ["an empty header", 401, () => [""]],
  ["another scheme", 401, () => [bearer().replace("Bearer", "Basic")]],
  ["a scheme alone", 401, () => ["Bearer "]],
  ["rubbish for a token", 401, () => ["Bearer a.b.c"]],
  ["a token in two pieces", 401, () => ["Bearer a b"]],
  ["expired", 401, () => [bearer({ exp: seconds() - 600 })]],
  ["without an end", 401, () => [bearer({ exp: undefined })]],
  ["not yet valid", 401, () => [bearer({ nbf: seconds() + 600 })]],
  ["for another bot", 401, () => [bearer({ aud: otherTenant })]],
  ["for no bot", 401, () => [bearer({ aud: undefined })]],
  ["for several bots", 401, () => [bearer({ aud: [appId, otherTenant] })]],
  ["of another issuer", 401, () => [bearer({ iss: "https://login.example.com" })]],
  ["of the other cloud's issuer", 401, () => [bearer({ iss: "https://api.botframework.us" })]],
  ["without an issuer", 401, () => [bearer({ iss: undefined })]],
  ["signed by another key", 401, () => [`Bearer ${foreignKey.sign(claims())}`]],
  ["signed by a key nobody publishes", 401, () => [`Bearer ${makeKey("strange").sign(claims())}`]],
  ["naming no key", 401, () => [`Bearer ${key.sign(claims(), { kid: undefined })}`]],
  ["by a key for another channel", 401, () => [`Bearer ${otherChannel.sign(claims())}`]],
  ["not signed", 401, () => [`Bearer ${unsigned(claims())}`]],
  ["signed with HS256", 401, () => [`Bearer ${key.sign(claims(), { alg: "HS256" })}`]],
  ["changed after signing", 401, () => [bearer().replace(/\.[^.]+\./, `.${btoa(JSON.stringify(claims({ a: 1 })))}.`)]],
  ["a claim for another service", 401, () => [bearer({ serviceurl: "https://smba.trafficmanager.net/amer/" })]],
  ["no claim for a service", 401, () => [bearer({ serviceurl: undefined })]],
  ["a skill's token", 401, () => [bearer({ ver: "2.0", azp: otherTenant })]],
  ["another tenant in the token", 403, () => [bearer({ tid: otherTenant })]],
  ["a tenant in the token that is no text", 403, () => [bearer({ tid: 7 })]],
  ["another tenant in the data", 403, () => [bearer(), message({ channelData: { tenant: { id: otherTenant } } })]],
  ["another tenant in the conversation", 403, () => [bearer(), conversation({ tenantId: otherTenant })]],
  ["a tenant in the token alone", 403, () => [bearer({ tid: tenant }), conversation({ tenantId: "" }, {})]],
  ["no tenant", 403, () => [bearer(), conversation({ tenantId: null }, { tenant: null })]],
  ["a tenant in the data alone", 200, () => [bearer(), conversation({}, { tenant: { id: tenant } })]],
  ["a tenant in the conversation alone", 200, () => [bearer(), conversation({ tenantId: tenant }, {})]],
  ["a tenant in capitals", 200, () => [bearer(), conversation({ tenantId: tenant.toUpperCase() })]],
  ["no service URL", 403, () => [bearer(), message({ serviceUrl: undefined })]],
  ["an empty service URL", 403, () => [bearer(), message({ serviceUrl: "" })]],
  ["a foreign service URL", 403, () => from("https://smba.trafficmanager.net.example.com/")],
  ["a service URL with http", 403, () => from("http://smba.trafficmanager.net/emea/")],
  ["a service URL that is none", 403, () => from("smba.trafficmanager.net")],
  ["a service URL on loopback", 403, () => from("http://127.0.0.1:4006/")],
  ["a service URL of a host trusted in code", 200, () => from("http://127.0.0.1:4005/")],
  ["no type", 400, () => [bearer(), message({ type: undefined })]],
  ["no channel", 400, () => [bearer(), message({ channelId: undefined })]],
  ["a channel whose tokens are checked by other rules", 400, () => [bearer(), message({ channelId: "AseChannel" })]],
  ["no conversation", 400, () => [bearer(), message({ conversation: undefined })]],
  ["a list", 400, () => [bearer(), [message()]]],
  ["nothing", 400, () => [bearer(), ""]],
  ["null", 400, () => [bearer(), "null"]],
  ["half an object", 400, () => [bearer(), '{"type":']],
  ["a text", 400, () => [bearer(), '"message"']],
])("%s: %i", async (_name, status, make) => {
  const [authorization, body = message()] = make();
  await expectAnswer(bot, status, authorization, body);
});

test("a list of tenants admits these alone", async () => {
  await expectAnswer(fenced, 200, bearer(), message());
  const theirs = conversation({ tenantId: otherTenant }, { tenant: { id: otherTenant } });
  await expectAnswer(fenced, 403, bearer(), theirs);
  await expectAnswer(bot, 200, bearer(), theirs);
});

test("who presses something on a card in a tenant that isn't admitted is told so; the operator has one line of it", async () => {
  const closed = await openBotServer({ metadataUrl: keys.metadataUrl, tenants: [tenant] });
  const pressed = (locale?: string): object =>
    message({
      type: "invoke",
      name: "adaptiveCard/action",
      locale,
      conversation: { id: "19:channel@thread.tacv2", tenantId: otherTenant },
      channelData: { tenant: { id: otherTenant } },
    });
  for (const [locale, language] of [
    ["ko-KR", "ko"],
    ["en-US", "en"],
    [undefined, "en"],
  ] as const) {
    const answer = await send(`${closed.address}/api/messages`, bearer(), pressed(locale));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ statusCode: 200, value: teamsMessages(language).closed });
  }
  expect(closed.turns()).toBe(0);
  expect(closed.faults.map(String)).toEqual([expect.stringContaining(otherTenant)]);
  await closed.close();
});

test("whatever a field holds, the answer is one of these and says nothing", async () => {
  const field = fc.constantFrom(...Object.keys(message()), "channelData", "timestamp", "callerId", "entities", "value");
  await fc.assert(
    fc.asyncProperty(field, fc.jsonValue(), async (name, value) => {
      const answer = await send(`${bot.address}/api/messages`, bearer(), message({ [name]: value }));
      expect([200, 400, 401, 403]).toContain(answer.status);
      if (answer.status !== 200) expect(answer.text).toBe(bodies[answer.status]);
    }),
    { numRuns: 150 },
  );
});

test("whatever the header holds, a stranger gets 401", async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^(Bearer )?[ -~]{0,40}(\.[\w-]{0,40}){0,3}$/), async (header) => {
      const answer = await send(`${bot.address}/api/messages`, header, message());
      expect(answer).toEqual({ status: 401, text: bodies[401] });
    }),
    { numRuns: 150 },
  );
});

/**
 * What the guard is for: without it these reach the turn, or are answered with what nobody should
 * read.
 */
test.each<[string, number, () => [authorization: string, body: unknown]]>([
  [
    "another tenant than the token's",
    200,
    () => [bearer({ tid: tenant }), conversation({ tenantId: otherTenant }, {})],
  ],
  ["a service URL that the token doesn't name", 401, () => [bearer(), message({ serviceUrl: "https://example.com" })]],
  ["a foreign service URL", 200, () => from("https://example.com/")],
  ["a token that never ends", 200, () => [bearer({ exp: undefined }), message()]],
  [
    "a token of any tenant's issuer",
    200,
    () => [
      bearer({
        iss: `https://sts.windows.net/${otherTenant}/`,
        tid: otherTenant,
        ver: "1.0",
        appid: appId,
        aud: appId,
      }),
      message({ serviceUrl: "https://example.com" }),
    ],
  ],
  ["a forged token", 500, () => [`Bearer ${foreignKey.sign(claims())}`, message()]],
])("botbuilder alone answers %s with %i", async (_name, status, make) => {
  const [authorization, body] = make();
  const bare = await send(`${bot.address}/unguarded`, authorization, body);
  expect(bare.status).toBe(status);
  const { status: guarded } = await send(`${bot.address}/api/messages`, authorization, body);
  expect([401, 403]).toContain(guarded);
});

test("what strangers write into tokens is not kept", async () => {
  const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
  const before = [...(issuer ?? [])];
  for (let count = 0; count < 5; count += 1) {
    const forged = `Bearer ${foreignKey.sign(claims({ tid: crypto.randomUUID() }))}`;
    await expectAnswer(bot, 401, forged, message());
  }
  expect(issuer).toEqual(before);
});

/** Botbuilder's authentication as it is without an app id: it takes everything. */
const unchecking = new ConfigurationBotFrameworkAuthentication({});

test("with an app id, nothing passes an authentication that checks nothing", async () => {
  const app = express();
  const parts = {
    authentication: unchecking,
    appId,
    tenants: [],
    language: "en",
    reportFault: () => undefined,
  } as const;
  app.post("/api/messages", express.json(), refuseBadActivities(parts), (_request, response) => response.json({}));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const answer = await send(`http://127.0.0.1:${portOf(server.address())}/api/messages`, bearer(), message());
  server.close();
  expect(answer).toEqual({ status: 401, text: bodies[401] });
});

test.each(["down", "rubbish", "silent"] as const)("keys that can't be fetched: 503 (%s)", async (failure) => {
  const shut = await openBotServer({ metadataUrl: keys.failing[failure], keysWaitMsMax: 200 });
  try {
    await expectAnswer(shut, 503, bearer(), message());
    expect(shut.faults).toHaveLength(1);
  } finally {
    await shut.close();
  }
});

const homely = (changes: object = {}): object =>
  message({ serviceUrl: "http://localhost:56150/_connector", ...changes });

test.each<[string, number, object]>([
  ["a local tool", 200, homely()],
  ["the emulator's channel", 200, homely({ channelId: "emulator" })],
  ["a foreign service URL", 403, message()],
  ["a foreign service URL with http", 403, homely({ serviceUrl: "http://127.0.0.1.example.com/" })],
  ["no service URL", 403, homely({ serviceUrl: undefined })],
  ["no activity", 400, { type: "message" }],
])("without an app id, %s: %i", (_name, status, body) => expectAnswer(local, status, undefined, body));

const jsonType = { "content-type": "application/json" };

test.each([
  ["a name of their own for this machine", { host: "rebound.example.com" }],
  ["a page", { origin: "http://localhost:3000" }],
  ["a tunnel", { "x-forwarded-for": "203.0.113.7" }],
  ["a tunnel that hides where from", { "x-forwarded-host": "bot.example.com" }],
])("without an app id, nobody comes in through %s", async (_name, headers) => {
  const sent = openRequest(`${local.address}/api/messages`, { method: "POST", headers: { ...headers, ...jsonType } });
  sent.end(JSON.stringify(homely()));
  const [response] = await once(sent, "response");
  expect(response.statusCode).toBe(403);
});

test("without an app id, a client whose address is unknown is refused", async () => {
  const app = express();
  const parts = {
    authentication: unchecking,
    appId: undefined,
    tenants: [],
    language: "en",
    reportFault: () => undefined,
  } as const;
  app.post("/api/messages", express.json(), refuseBadActivities(parts), (_request, response) => response.json({}));
  const socketPath = join(temporaryFolder(), "socket");
  const server = app.listen(socketPath);
  await once(server, "listening");
  const sent = openRequest({
    socketPath,
    path: "/api/messages",
    method: "POST",
    headers: { host: "localhost", ...jsonType },
  });
  sent.end(JSON.stringify(homely()));
  const [response] = await once(sent, "response");
  server.close();
  expect(response.statusCode).toBe(403);
});

test("without an app id, a turn answers through a connector on this machine", async () => {
  const heard: string[] = [];
  const connector = await openLocalServer(async (request, response) => {
    heard.push(`${request.url} ${await text(request)}`);
    response.setHeader("content-type", "application/json").end('{"id":"2"}');
  });
  const talking = await openBotServer({ metadataUrl: "", local: true, replies: true });
  try {
    await expectAnswer(talking, 200, undefined, homely({ serviceUrl: connector.address }));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain("/v3/conversations/19%3Achannel%40thread.tacv2/activities/1");
    expect(heard[0]).toContain("heard");
  } finally {
    await connector.close();
    await talking.close();
  }
});

test.each([
  ["https://smba.trafficmanager.net/teams/", true],
  ["https://smba.infra.gcc.teams.microsoft.com/teams", true],
  ["https://smba.infra.gov.teams.microsoft.us/teams", true],
  ["https://smba.infra.dod.teams.microsoft.us/teams", true],
  ["https://SMBA.TRAFFICMANAGER.NET/emea/", true],
  ["https://other.trafficmanager.net/", false],
  ["https://evilteams.microsoft.com/", false],
  ["https://botframework.com.example.com/", false],
  ["https://smba.trafficmanager.net@example.com/", false],
  ["https://example.com\\@smba.trafficmanager.net/", false],
  ["https://user:word@smba.trafficmanager.net/", false],
  ["https://smba.trafficmanager.net:8443/", false],
  ["http://smba.trafficmanager.net/", false],
  ["ftp://smba.trafficmanager.net/", false],
  ["", false],
])("%s is Teams' own: %s", (address, expected) => expect(isTeamsService(address, [])).toBe(expected));

test.each([
  ["http://localhost:4005", true],
  ["http://127.0.0.1/", true],
  ["http://[::1]:4005/", true],
  ["https://localhost:4005", false],
  ["http://localhost.example.com", false],
  ["http://10.0.0.1", false],
])("%s is local: %s", (address, expected) => expect(isLocalService(address)).toBe(expected));

test.each([
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["::ffff:10.0.0.1", false],
  ["192.168.1.2", false],
  ["fe80::1", false],
  ["", false],
  [undefined, false],
])("%s is this machine's address: %s", (address, expected) => expect(isLoopbackAddress(address)).toBe(expected));
