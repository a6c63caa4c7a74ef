/**
 * Raw garbage, and activities with garbage in any place, where Teams sends: never a fault of the
 * server, never a word from within, and the program serves on.
 */
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import { activityOf } from "../../testkit/teams/payloads.ts";
import { type OpenConversation, sendActivity } from "../../testkit/teams/people.ts";
import type { Json } from "../../testkit/teams/server.ts";
import { openTeamsWorld, type TeamsWorld } from "../../testkit/teams/world.ts";
import { expectClean, garbage } from "./garbage.ts";

let local: TeamsWorld;
let registered: Program;

beforeAll(async () => {
  local = await openTeamsWorld({ people: 1 });
  registered = await startProgram({
    database: join(temporaryFolder(), "workshop.db"),
    env: {
      HOST: "127.0.0.1",
      MicrosoftAppId: "6f7a2f6e-6c1d-4b52-9d0a-1f6f3f1f2a11",
      MicrosoftAppPassword: "a secret that is never sent",
      MicrosoftAppType: "MultiTenant",
      TEAMS_TENANTS: "3e9c7c1e-52f5-4cf0-8f4d-0a8d2f7d7c01",
    },
  });
});
afterAll(async () => {
  await local.close();
  await registered.stop();
});

const post = (address: string, body: BodyInit, headers: Readonly<Record<string, string>>) =>
  fetch(`${address}/api/messages`, { method: "POST", headers, body });

test.each(garbage)("%s is refused without a word from within", async (_name, body, type) => {
  for (const { address } of [local.program, registered])
    for (const encoding of ["identity", "gzip"]) {
      const answer = await post(address, body, { "content-type": type, "content-encoding": encoding });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expectClean(answer.status, await answer.text());
    }
});

/** A token that might be one, signed by nobody. */
const unsigned = (): string => {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const claims = { iss: "https://api.botframework.com", exp: Math.floor(Date.now() / 1000) + 3_600 };
  return `Bearer ${encode({ alg: "RS256", kid: "x" })}.${encode(claims)}.x`;
};

test("with a token that can't be checked, garbage is refused or put off", async () => {
  const [, ...some] = garbage;
  for (const [name, body, type] of some.slice(0, 4)) {
    const answer = await post(registered.address, body, { "content-type": type, authorization: unsigned() });
    expect([400, 401], name).toContain(answer.status);
    expectClean(answer.status, await answer.text());
  }
  const activity = JSON.stringify(
    activityOf(local.conversation, { id: "29:a", name: "A" }, { type: "message", text: "hi" }),
  );
  const answer = await post(registered.address, activity, {
    "content-type": "application/json",
    authorization: unsigned(),
  });
  expect([401, 503]).toContain(answer.status);
  expect(await answer.text()).toMatch(/^\{"error":"(unauthorized|unavailable)"\}$/);
}, 30_000);

const data = fc.record(
  {
    do: fc.constantFrom("press", "ask", "choose", "show", "say", "submit", "redraw", "x"),
    action: fc.oneof(fc.constantFrom("start", "reveal:x:1", "respond:x:1", "schedule:x:pause:1"), fc.string()),
    nonce: fc.oneof(fc.constant("n"), fc.string()),
    page: fc.oneof(fc.integer(), fc.constant(1)),
    chosen: fc.oneof(fc.constant("press start"), fc.string()),
    words: fc.string(),
    purpose: fc.oneof(
      fc.constantFrom({ type: "start", nonce: "n" }, { type: "respond", nonce: "n", session: "s", round: 1, seen: 0 }),
      fc.jsonValue(),
    ),
    step: fc.jsonValue(),
    "in:activity": fc.jsonValue(),
    "is:anonymous": fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const change = fc.oneof(
  fc.record({
    type: fc.constant("invoke"),
    name: fc.constant("adaptiveCard/action"),
    replyToId: fc.constantFrom("1", undefined),
    value: fc.record({ action: fc.record({ data }) }),
  }),
  fc.record({ type: fc.constantFrom("message", "invoke", "conversationUpdate", "installationUpdate", "event") }),
);

const fields = [
  ..."type id name serviceUrl from recipient conversation channelData text entities value replyToId action".split(" "),
  ..."locale localTimezone membersAdded membersRemoved channelId".split(" "),
];

const sent = (conversation: OpenConversation, activity: Json) => sendActivity(conversation.address(), activity);

test("whatever stands in any place of an activity, it is taken or refused", async () => {
  const garbled = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), { maxKeys: 2 });
  const person = { id: "29:a", name: "A" };
  await fc.assert(
    fc.asyncProperty(change, garbled, async (shape, rest) => {
      const activity = {
        ...activityOf(local.conversation, person, { text: "hi", ...shape }, { kind: "personal" }),
        ...rest,
      };
      const { status, body } = await sent(local.conversation, activity);
      // What isn't known is not implemented.
      expect(status === 501 || status < 500, JSON.stringify([activity, body])).toBe(true);
      expectClean(status === 501 ? 400 : status, JSON.stringify(body));
    }),
    { numRuns: 400 },
  );
});

test("both serve on", async () => {
  for (const program of [local.program, registered]) {
    expect((await fetch(`${program.address}/readyz`)).status).toBe(200);
    expect(program.output()).not.toMatch(/RangeError|uncaught/i);
  }
});
