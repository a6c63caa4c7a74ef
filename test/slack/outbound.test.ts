/** Cards too long for one message: each part is posted once, whatever happens between the parts. */
import { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOptions } from "../../adapters/slack/accounts.ts";
import { makeChannels } from "../../adapters/slack/channels.ts";
import { drawCard } from "../../adapters/slack/draw/draw-card.ts";
import { makeOutbound } from "../../adapters/slack/outbound.ts";
import { makePauses } from "../../adapters/slack/pauses.ts";
import { makePeople } from "../../adapters/slack/people.ts";
import { makePrivateCards } from "../../adapters/slack/private-cards.ts";
import { type Admission, type Described, everybody } from "../../adapters/slack/standing.ts";
import type { Card } from "../../src/cards/card.ts";
import { words } from "../../src/text/text.ts";
import { manualClock } from "../../testkit/manual-clock.ts";
import { type Json, openSlackServer, type SlackServer } from "../../testkit/slack/server.ts";

let server: SlackServer;
beforeAll(async () => {
  server = await openSlackServer(3);
});
afterAll(() => server.close());

const long = (parts: number): Card => ({
  title: words("A long card"),
  blocks: Array.from({ length: parts * 7 }, (_, index) => ({
    type: "quote",
    text: words(`${index} `.padEnd(2900, "x")),
  })),
});

const open = (admission: Admission = everybody, at = server) => {
  const client = new WebClient(at.token, clientOptions(at.apiUrl));
  const accounts = { authorize: async () => ({}), clientFor: async () => client, forget: async () => undefined };
  const clock = manualClock();
  const fallback = { language: "en", zone: "UTC" } as const;
  const people = makePeople({ chosenBy: async () => undefined, clock, fallback, admission });
  const outbound = makeOutbound({
    accounts,
    people,
    channels: makeChannels(),
    privateCards: makePrivateCards(clock),
    pauses: makePauses(clock),
    broadcasts: true,
    reportFault: () => undefined,
  });
  return { outbound, clock, destination: { workspace: "slack/T1", channel: at.channel } };
};

const parts = (): readonly string[] => server.messages.map(({ ts }) => ts);

test("a part that must wait is posted by the next update, the others once", async () => {
  const { outbound, clock, destination } = open();
  const card = long(3);
  const count = drawCard(card).length;
  expect(count).toBeGreaterThan(2);
  server.messages.length = 0;
  server.failNext("chat.postMessage", "through");
  server.failNext("chat.postMessage", {
    status: 429,
    body: { ok: false, error: "ratelimited" },
    headers: { "retry-after": "30" },
  });
  const sent = await outbound.post(destination, card, "key");
  expect(sent).toMatchObject({ type: "posted-in-part", waitMs: 30_000 });
  if (sent.type !== "posted-in-part") return;
  const standing = sent.message.split(",").length;
  expect(await outbound.update(destination, sent.message, card)).toMatchObject({ type: "later" });
  clock.advance(30_000);
  const whole = await outbound.update(destination, sent.message, card);
  expect(whole).toMatchObject({ type: "posted" });
  expect(parts()).toHaveLength(count);
  expect(standing).toBeLessThan(count);
  if (whole.type === "posted") expect(whole.message.split(",")).toEqual(parts());
});

test("a part whose posting is uncertain stays out, and a card that shrinks takes its last parts away", async () => {
  const { outbound, destination } = open();
  server.messages.length = 0;
  server.failNext("chat.postMessage", { status: 200, body: { ok: true, ts: "1.1" } });
  server.failNext("chat.postMessage", { status: 500, body: {} });
  const sent = await outbound.post(destination, long(2), "key");
  if (sent.type !== "posted") throw new Error("Not posted");
  expect(sent.message.split(",").filter((part) => part === "?")).toHaveLength(1);
  expect(sent.mayLackParts).toBe(true);
  const calls = server.calls.filter(({ method }) => method === "chat.postMessage").length;
  server.failNext("chat.update", { status: 200, body: { ok: true, ts: "1.1" } });
  await outbound.update(destination, sent.message, long(1));
  expect(server.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(calls);
});

test.each([
  { name: "breaks off", fault: { status: 200, body: { ok: true, ts: "1.2" }, line: "cut" } as const },
  { name: "says that some of it may be done", fault: { status: 200, body: { ok: false, error: "fatal_error" } } },
])("a part that an update adds is posted once, also where its answer $name", async ({ fault }) => {
  const { outbound, clock, destination } = open();
  const [shorter, longer] = [long(1), long(2)];
  expect(drawCard(longer).length).toBe(drawCard(shorter).length + 1);
  const sent = await outbound.post(destination, shorter, "key");
  if (sent.type !== "posted") throw new Error("Not posted");
  server.failNext("chat.postMessage", fault);
  const changed = await outbound.update(destination, sent.message, longer);
  expect(changed).toEqual({ type: "posted", message: `${sent.message},?`, mayLackParts: true });
  if (changed.type !== "posted") return;
  clock.advance(60_000);
  const calls = () => server.calls.filter(({ method }) => method === "chat.postMessage").length;
  const before = calls();
  expect(await outbound.update(destination, changed.message, longer)).toEqual({ ...changed, mayLackParts: false });
  expect(calls()).toBe(before);
});

test("who is refused is not among the people of a channel, and an administrator elsewhere is none here", async () => {
  const { outbound, destination } = open({ guest: "refuse", external: "refuse" });
  const { workspace } = destination;
  const [guest = "", stranger = "", member = ""] = server.people;
  const describe = (user: Described & Json): void =>
    server.failNext("users.info", { status: 200, body: { ok: true, user } });
  describe({ team_id: server.team, is_restricted: true });
  describe({ team_id: "TELSEWHERE" });
  const members = await outbound.listMembers(destination);
  expect(members?.map(({ person }) => person)).toEqual(server.people.filter((id) => ![guest, stranger].includes(id)));
  describe({ team_id: "TELSEWHERE", is_admin: true });
  expect(await outbound.isAdmin({ workspace, person: stranger })).toBe(false);
  describe({ team_id: server.team, is_admin: true });
  expect(await outbound.isAdmin({ workspace, person: member })).toBe(true);
});

test("the people of a channel are its members that are no bots, each with a zone", async () => {
  const { outbound, destination } = open();
  const members = await outbound.listMembers(destination);
  expect(members?.map(({ person }) => person)).toEqual([...server.people]);
  expect(members?.every(({ zone }) => zone !== undefined)).toBe(true);
});

test("who is in a channel is asked once a day at most, and of all of a workspace at once where there are many", async () => {
  const crowd = await openSlackServer(12);
  try {
    const { outbound, clock, destination } = open(everybody, crowd);
    const asked = () => crowd.calls.filter(({ method }) => /^users\.(info|list)$/u.test(method)).length;
    for (let times = 0; times < 3; times += 1) {
      const members = await outbound.listMembers(destination);
      expect(members?.map(({ person }) => person)).toEqual([...crowd.people]);
      clock.advance(60 * 60_000);
    }
    expect(asked()).toBe(1);
    clock.advance(24 * 60 * 60_000);
    crowd.failNext("users.list", { status: 200, body: { ok: false, error: "missing_argument" } });
    crowd.failNext("users.info", "through");
    crowd.failNext("users.info", { status: 429, body: { ok: false }, headers: { "retry-after": "5" } });
    await expect(outbound.listMembers(destination)).rejects.toThrow();
    const before = asked();
    expect(await outbound.listMembers(destination)).toHaveLength(12);
    // The next try asks about those who are left.
    expect(asked() - before).toBe(1);
  } finally {
    await crowd.close();
  }
});
