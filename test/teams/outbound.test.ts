/**
 * What Teams' refusals and faults come to: a create is tried again only where nothing was done, an
 * update freely, and a wait that was asked for is kept.
 */
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeConnector } from "../../adapters/teams/connector.ts";
import { type Conversation, makeConversations } from "../../adapters/teams/conversations.ts";
import { makeFiles } from "../../adapters/teams/files.ts";
import { makeOpenForms, type OpenForms } from "../../adapters/teams/open-forms.ts";
import { makeOutbound } from "../../adapters/teams/outbound.ts";
import { makePauses } from "../../adapters/teams/pauses.ts";
import { makePeople } from "../../adapters/teams/people.ts";
import { makeSender } from "../../adapters/teams/sender.ts";
import type { Card } from "../../src/cards/card.ts";
import { countsOf } from "../../src/cards/chart.ts";
import { randomIds } from "../../src/clock.ts";
import type { Platform } from "../../src/platform.ts";
import { openStore } from "../../src/store/open.ts";
import { mention, words } from "../../src/text/text.ts";
import type { Fault } from "../../testkit/faulty-server.ts";
import { type ManualClock, manualClock } from "../../testkit/manual-clock.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { wordsOn } from "../../testkit/teams/adaptive-cards.ts";
import { conversationOf } from "../../testkit/teams/payloads.ts";
import { openTeamsServer, personalChatOf, type TeamsServer } from "../../testkit/teams/server.ts";

let server: TeamsServer;
let opened: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  server = await openTeamsServer(3);
  opened = await openStore(`file:${join(temporaryFolder(), "workshop.db")}`);
});
afterAll(async () => {
  await opened.store.close();
  await server.close();
});

let clock: ManualClock;
let outbound: Platform;
let openForms: OpenForms;
const faults: unknown[] = [];
const callMsMax = 200;
let token: () => string | undefined;
const conversation = (kind: Conversation["kind"]): Conversation => ({
  workspace: "teams/t1",
  id: conversationOf(kind === "group" ? "groupChat" : "channel", ""),
  kind,
  serviceUrl: server.serviceUrl,
  bot: server.bot,
  team: null,
  person: null,
});

beforeEach(async () => {
  server.messages.length = 0;
  server.calls.length = 0;
  faults.length = 0;
  token = () => undefined;
  clock = manualClock();
  openForms = makeOpenForms(clock);
  const conversations = makeConversations(opened.database);
  for (const kind of ["channel", "group"] as const) await conversations.save(conversation(kind));
  const reportFault = (fault: unknown): void => void faults.push(fault);
  const connector = makeConnector({
    token: async () => token(),
    reportFault,
    callMsMax,
  });
  outbound = makeOutbound({
    conversations,
    sender: makeSender({ connector, conversations, pauses: makePauses(clock, () => 0), reportFault }),
    people: makePeople({ connector, pauses: makePauses(clock, () => 0), fallback: { language: "en", zone: "UTC" } }),
    ids: randomIds,
    openForms,
    files: makeFiles(),
    language: "en",
    reportFault,
  });
});

const where = { workspace: "teams/t1", channel: "19:decisions@thread.tacv2" } as const;
const card: Card = { title: words("A card"), blocks: [{ type: "paragraph", text: words("text") }] };

const posted = async (): Promise<string> => {
  const sent = await outbound.post(where, card, "key");
  if (sent.type !== "posted") throw new Error(sent.type);
  return sent.message;
};

test("a post stands in the channel, a reply in its thread, and an update replaces the one it is of", async () => {
  const root = await posted();
  const reply = await outbound.post({ ...where, thread: root }, card, "key2");
  expect(reply).toMatchObject({ type: "posted" });
  if (reply.type !== "posted") return;
  const changed = { ...card, title: words("Changed") };
  expect(await outbound.update({ ...where, thread: root }, reply.message, changed)).toEqual(reply);
  expect(await outbound.update(where, root, changed)).toEqual({ type: "posted", message: root });
  expect(server.messages.map(({ id, root: of }) => [id, of])).toEqual([
    [root, undefined],
    [reply.message, root],
  ]);
  expect(server.calls.map(({ path }) => decodeURIComponent(path)).slice(2)).toEqual([
    `/v3/conversations/${where.channel};messageid=${root}/activities/${reply.message}`,
    `/v3/conversations/${where.channel};messageid=${root}/activities/${root}`,
  ]);
  expect(server.mistakes).toEqual([]);
});

const unknown: readonly Fault[] = [
  { status: 408 },
  { status: 500 },
  { status: 502, done: true },
  { status: 504 },
  { done: true, line: "hang" },
];

test.each([{ status: 429, retryAfter: 7 }, { status: 412 }])(
  "a post refused with $status is tried again later",
  async (fault) => {
    server.failNext("post", fault);
    const first = await outbound.post(where, card, "key");
    expect(first).toEqual({ type: "later", waitMs: fault.status === 429 ? 7_000 : 1_000 });
    expect(await outbound.post(where, card, "key")).toMatchObject({ type: "later" });
    expect(server.calls).toHaveLength(1);
    clock.advance(7_000);
    expect(await outbound.post(where, card, "key")).toMatchObject({ type: "posted" });
    expect(server.messages).toHaveLength(1);
  },
);

test.each(unknown)("a post that ends with %o is uncertain, and called once", async (fault) => {
  server.failNext("post", fault);
  expect(await outbound.post(where, card, "key")).toEqual({ type: "uncertain" });
  expect(server.calls).toHaveLength(1);
});

test.each([{ status: 429 }, { status: 412 }, ...unknown])(
  "an update that ends with %o is tried again later",
  async (fault) => {
    const root = await posted();
    server.failNext("update", fault);
    expect(await outbound.update(where, root, card)).toMatchObject({ type: "later" });
    clock.advance(60_000);
    expect(await outbound.update(where, root, card)).toMatchObject({ type: "posted" });
  },
);

test("waits grow as Teams goes on refusing, and start anew once it takes a message", async () => {
  const waits: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    server.failNext("post", { status: 429 });
    const sent = await outbound.post(where, card, "key");
    if (sent.type !== "later") throw new Error(sent.type);
    waits.push(sent.waitMs);
    clock.advance(sent.waitMs);
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  await posted();
  server.failNext("post", { status: 429 });
  expect(await outbound.post(where, card, "key")).toMatchObject({ waitMs: 1_000 });
});

test("a connector that can't be reached was sent nothing", async () => {
  const other = await openTeamsServer(1);
  await other.close();
  const away = { ...conversation("group"), id: "19:elsewhere", serviceUrl: other.serviceUrl };
  await makeConversations(opened.database).save(away);
  expect(await outbound.post({ ...where, channel: "19:elsewhere" }, card, "key")).toMatchObject({ type: "later" });
});

test("without a token nothing is sent, and the fault is reported", async () => {
  token = () => {
    throw new Error("wrong password");
  };
  expect(await outbound.post(where, card, "key")).toMatchObject({ type: "later" });
  expect([server.calls.length, faults.length]).toEqual([0, 1]);
});

test.each([
  [{ status: 403, body: { error: { code: "BotNotInConversationRoster" } } }, "not-a-member"],
  [{ status: 404, body: { error: { code: "ConversationNotFound" } } }, "channel-gone"],
  [{ status: 401 }, "access-revoked"],
])("%o means that the place is gone", async (fault, why) => {
  server.failNext("post", fault);
  expect(await outbound.post(where, card, "key")).toEqual({ type: "gone", why });
  expect(faults).toHaveLength(why === "access-revoked" ? 1 : 0);
});

test("what is refused for its form is reported, told to the facilitator, and not tried again", async () => {
  const root = await posted();
  server.failNext("post", { status: 413 });
  expect(await outbound.post(where, card, "key")).toEqual({ type: "uncertain" });
  server.failNext("update", { status: 400 });
  server.failNext("update", { status: 400 });
  expect(await outbound.update(where, root, card)).toEqual({ type: "gone", why: "message-gone" });
  expect(faults).toHaveLength(2);
});

test("what Teams can't show is said more plainly at once: without mentions and charts, with their names and figures", async () => {
  const id = server.people[0]?.id ?? "";
  const bar = { label: "RAG", value: 2, figure: "2 (100%)", colour: 0 };
  const rich: Card = {
    ...card,
    blocks: [
      { type: "paragraph", text: [mention(id)] },
      { type: "chart", chart: { title: "Votes", unit: "votes", scale: countsOf(2), bars: [bar] } },
    ],
  };
  server.failNext("post", { status: 400 });
  expect(await outbound.post(where, rich, "key")).toMatchObject({ type: "posted" });
  const [sent] = server.messages;
  expect(wordsOn(sent?.card)).toBe("A card\nPerson 0\nVotes\nRAG: 2 (100%)");
  expect(JSON.stringify(sent?.card)).not.toMatch(/Chart|<at>/);
  expect(server.mistakes).toEqual([]);
});

test("a deleted message and an unknown conversation are told apart", async () => {
  expect(await outbound.update(where, "1", card)).toEqual({ type: "gone", why: "message-gone" });
  expect(await outbound.post({ ...where, channel: "19:never" }, card, "key")).toEqual({
    type: "gone",
    why: "channel-gone",
  });
});

test("what one person alone may see stands in its place, and is posted anew once when Teams has forgotten it", async () => {
  const person = server.people[0]?.id ?? "";
  const root = await posted();
  const to = { ...where, thread: root, person };
  const first = await outbound.post(to, card, "key");
  if (first.type !== "posted") throw new Error(first.type);
  expect(server.messages.at(-1)).toMatchObject({ only: person, root, conversation: where.channel });
  expect(await outbound.update(to, first.message, card)).toEqual(first);
  server.delete(first.message);
  const second = await outbound.update(to, first.message, card);
  expect(second).toMatchObject({ type: "posted" });
  expect(server.messages.at(-1)).toMatchObject({ only: person, root });
  if (second.type !== "posted") return;
  server.delete(second.message);
  expect(await outbound.update(to, second.message, card)).toEqual({ type: "gone", why: "message-gone" });
});

test("where Teams shows nothing to one person alone, it goes to their own chat, opened once, and says what it is about", async () => {
  const person = server.people[0]?.id ?? "";
  server.targets = false;
  const about = { ...card, about: "Which database?" };
  const told = await outbound.post({ ...where, person }, about, "key");
  expect(wordsOn(server.messages.at(-1)?.card)).toContain("Which database? · A card\nAbout another conversation");
  expect(server.messages.at(-1)?.activity.summary).toBe("Which database? · A card · text");
  if (told.type === "posted") expect(await outbound.update({ ...where, person }, told.message, about)).toEqual(told);
  server.messages.length = 0;
  server.calls.length = 0;
  for (const key of ["a", "b"])
    expect(await outbound.post({ ...where, person }, card, key)).toMatchObject({ type: "posted" });
  expect(server.messages.map(({ conversation: of }) => of)).toEqual([personalChatOf(person), personalChatOf(person)]);
  expect(server.calls.filter(({ operation }) => operation === "open")).toHaveLength(0);
  server.targets = true;
});

test("a message on which someone fills in a form is not redrawn before they are done, or have left it", async () => {
  const root = await posted();
  openForms.opened(where.channel, root, "29:a");
  openForms.opened(where.channel, root, "29:b");
  expect(await outbound.update(where, root, card)).toMatchObject({ type: "later" });
  openForms.closed(where.channel, root, "29:a");
  expect(await outbound.update(where, root, card)).toMatchObject({ type: "later" });
  clock.advance(200_000);
  expect(await outbound.update(where, root, card)).toMatchObject({ type: "posted" });
});

test("no more goes to a conversation than Teams takes", async () => {
  const sent = [];
  for (let index = 0; index < 9; index += 1) sent.push((await outbound.post(where, card, `${index}`)).type);
  expect(sent.filter((type) => type === "posted")).toHaveLength(7);
  clock.advance(1_000);
  await posted();
});

test("many names are learnt from one page of the roster", async () => {
  const crowd = Array.from({ length: 8 }, (_, index) => server.people[index % 3]?.id ?? "");
  const strangers = Array.from({ length: 6 }, (_, index) => `29:stranger-${index}`);
  const named: Card = { ...card, blocks: [{ type: "paragraph", text: [...crowd, ...strangers].map(mention) }] };
  await outbound.post(where, named, "key");
  const asked = server.calls.filter(({ operation }) => operation === "members").map(({ path }) => path);
  expect(asked.filter((path) => path.endsWith("/pagedmembers"))).toHaveLength(1);
  expect(asked).toHaveLength(6);
  expect(JSON.stringify(server.messages[0]?.card)).toContain("<at>Person 2</at>");
});

test("names are not asked for again before Teams allows it", async () => {
  const named: Card = { ...card, blocks: [{ type: "paragraph", text: [mention(server.people[0]?.id ?? "")] }] };
  const asked = () => server.calls.filter(({ operation }) => operation === "members").length;
  server.failNext("members", { status: 429, retryAfter: 7 });
  for (const key of ["a", "b"]) await outbound.post(where, named, key);
  expect(asked()).toBe(1);
  clock.advance(7_000);
  await outbound.post(where, named, "c");
  expect(asked()).toBe(2);
  expect(JSON.stringify(server.messages.at(-1)?.card)).toContain("<at>Person 0</at>");
});

test("people are mentioned by the names that the roster gives, and those of a channel are listed without the bot", async () => {
  const [first, second] = server.people;
  if (first === undefined || second === undefined) throw new Error("Two people are needed");
  const named: Card = {
    ...card,
    blocks: [{ type: "paragraph", text: [mention(first.id), mention(second.id), mention("29:gone")] }],
  };
  await outbound.post(where, named, "key");
  const drawn = JSON.stringify(server.messages[0]?.card);
  expect(drawn).toContain("<at>Person 0</at><at>Ann B at</at>someone");
  expect((await outbound.listMembers(where))?.map(({ person }) => person)).toEqual(server.people.map(({ id }) => id));
});
