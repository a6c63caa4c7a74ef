/**
 * Each platform as the contract sees it: opened as the program opens it, before a fake of what lies
 * behind it.
 */
import { join } from "node:path";
import { z } from "zod";
import { open as openPlayground } from "../../adapters/playground/open.ts";
import { makeRoom } from "../../adapters/playground/room.ts";
import { playgroundTables } from "../../adapters/playground/tables.ts";
import { open as openSlack } from "../../adapters/slack/open.ts";
import { everybody } from "../../adapters/slack/standing.ts";
import { makeConversations } from "../../adapters/teams/conversations.ts";
import { open as openTeams } from "../../adapters/teams/open.ts";
import { teamsTables } from "../../adapters/teams/tables.ts";
import type { Card } from "../../src/cards/card.ts";
import { plainCard } from "../../src/cards/plain.ts";
import type { Platform } from "../../src/platform.ts";
import { openStore } from "../../src/store/open.ts";
import { fakePlatform } from "../../testkit/fake-platform.ts";
import { type ManualClock, manualClock } from "../../testkit/manual-clock.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackServer } from "../../testkit/slack/server.ts";
import { wordsOn } from "../../testkit/teams/adaptive-cards.ts";
import { openTeamsServer, personalChatOf } from "../../testkit/teams/server.ts";

/** A message as people see it. */
export type Seen = {
  readonly words: string;
  readonly inThread: boolean;
  /** The one person who sees it. */
  readonly person?: string | undefined;
};

export type Stand = {
  readonly platform: Platform;
  readonly clock: ManualClock;
  readonly workspace: string;
  readonly channel: string;
  readonly people: readonly string[];
  /** Oldest first. */
  readonly seen: () => Promise<readonly Seen[]>;
  /** The names of the files that were handed over or offered, oldest first. */
  readonly files: () => Promise<readonly string[]>;
  /** Makes the next post come to this; absent for what can't happen on the platform. */
  readonly fail: Readonly<Partial<Record<Failure, () => void>>>;
  /** The reference of a message that isn't there. */
  readonly stray: string;
  readonly close: () => Promise<void>;
};

export type Failure = "later" | "uncertain" | "gone";

/** So long a platform asks to wait, in milliseconds, where it is asked for. */
export const askedMs = 30_000;

const common = {
  fallback: { language: "en", zone: "UTC" },
  shared: false,
  reportFault: (): void => undefined,
} as const;

const attached = z.looseObject({ attachments: z.array(z.looseObject({ name: z.string().optional() })) });

const linksIn = ({ blocks }: Card): readonly string[] =>
  blocks.flatMap((block) =>
    block.type === "paragraph" ? block.text.flatMap((span) => (span.type === "link" ? [span.text] : [])) : [],
  );

const openDatabase = () => openStore(`file:${join(temporaryFolder(), "workshop.db")}`);

const fake = async (): Promise<Stand> => {
  const platform = fakePlatform();
  platform.members = [{ person: "ann" }, { person: "bob" }];
  for (const person of ["ann", "bob"]) platform.channels.set(person, ["c1"]);
  const next = (sent: ReturnType<(typeof platform.next)[number]>) => (): void => void platform.next.push(() => sent);
  return {
    platform,
    clock: manualClock(),
    workspace: "w1",
    channel: "c1",
    people: ["ann", "bob"],
    seen: async () =>
      [...platform.shown.values()].map(({ destination: { thread, person }, card }) => ({
        words: plainCard(card),
        inThread: thread !== undefined,
        person,
      })),
    files: async () => platform.files.map(({ file }) => file.name),
    fail: {
      later: next({ type: "later", waitMs: askedMs }),
      uncertain: next({ type: "uncertain" }),
      gone: next({ type: "gone", why: "channel-gone" }),
    },
    stray: "nothing",
    close: async () => undefined,
  };
};

const playground = async (): Promise<Stand> => {
  const { store, database } = await openDatabase();
  const clock = manualClock();
  const opened = await openPlayground({ config: { wanted: "always", hosts: [] }, store, database, clock, ...common });
  const room = makeRoom(playgroundTables(database));
  const people = (await opened.platform.listMembers({ workspace: "playground", channel: "random" })) ?? [];
  return {
    platform: opened.platform,
    clock,
    workspace: "playground",
    channel: "random",
    people: people.map(({ person }) => person),
    seen: async () => {
      const lists = await Promise.all(people.map(async ({ person }) => ({ person, all: await room.listFor(person) })));
      const all = lists.flatMap(({ person, all }) => all.map((message) => ({ person, message })));
      const once = new Map(all.map(({ person, message }) => [message.id, { person, message }]));
      return [...once.values()].map(({ person, message: { body, thread, ...message } }) => ({
        words: body.type === "card" ? plainCard(body.card) : body.text,
        inThread: thread !== null,
        person: message.private ? person : undefined,
      }));
    },
    files: async () => {
      const lists = await Promise.all(people.map(({ person }) => room.listFor(person)));
      const all = new Map(lists.flat().map((message) => [message.id, message]));
      return [...all.values()].flatMap(({ body }) => (body.type === "card" ? linksIn(body.card) : []));
    },
    // Its messages lie in the program's own database.
    fail: {},
    stray: "999999",
    close: async () => {
      await opened.stop();
      await store.close();
    },
  };
};

const slack = async (): Promise<Stand> => {
  const server = await openSlackServer(2);
  const { store, database } = await openDatabase();
  const clock = manualClock();
  const config = {
    account: { type: "token", token: server.token },
    signingSecret: "secret",
    apiUrl: server.apiUrl,
    admission: everybody,
    broadcasts: true,
  } as const;
  const opened = await openSlack({ config, store, database, clock, ...common });
  const refuse =
    (status: number, error: string, headers = {}) =>
    (): void =>
      server.failNext("chat.postMessage", { status, body: { ok: false, error }, headers });
  return {
    platform: opened.platform,
    clock,
    workspace: `slack/${server.team}`,
    channel: server.channel,
    people: server.people,
    seen: async () =>
      server.messages.map(({ blocks, thread, person }) => ({
        words: wordsIn(blocks),
        inThread: thread !== undefined,
        person,
      })),
    files: async () =>
      server.calls.flatMap(({ method, body }) =>
        method === "files.getUploadURLExternal" ? [String(body.filename)] : [],
      ),
    fail: {
      later: refuse(429, "ratelimited", { "retry-after": String(askedMs / 1000) }),
      uncertain: refuse(500, "internal_error"),
      gone: refuse(200, "is_archived"),
    },
    stray: "1700000000.000001",
    close: async () => {
      await store.close();
      await server.close();
    },
  };
};

const teams = async (): Promise<Stand> => {
  const server = await openTeamsServer(2);
  const { store, database } = await openDatabase();
  const clock = manualClock();
  const [workspace, channel] = ["teams/local", "19:decisions@thread.tacv2"];
  const { serviceUrl, bot } = server;
  const place = { workspace, id: channel, kind: "channel", serviceUrl, bot, team: null, person: null } as const;
  await makeConversations(teamsTables(database)).save(place);
  const opened = await openTeams({ config: { type: "local" }, store, database, clock, ...common });
  const people = server.people.map(({ id }) => id);
  return {
    platform: opened.platform,
    clock,
    workspace,
    channel,
    people,
    seen: async () =>
      server.messages.map(({ conversation, root, only, card }) => ({
        words: wordsOn(card),
        inThread: root !== undefined,
        person: only ?? people.find((person) => personalChatOf(person) === conversation),
      })),
    files: async () =>
      server.messages.flatMap(({ activity }) => {
        const [attachment] = attached.parse(activity).attachments;
        return attachment?.name ?? [];
      }),
    fail: {
      later: () => server.failNext("post", { status: 429, retryAfter: askedMs / 1000 }),
      uncertain: () => server.failNext("post", { status: 502, done: true }),
      gone: () => server.failNext("post", { status: 403 }),
    },
    stray: "1",
    close: async () => {
      await opened.stop();
      await store.close();
      await server.close();
    },
  };
};

export const stands: readonly (readonly [name: string, open: () => Promise<Stand>])[] = [
  ["the fake", fake],
  ["the playground", playground],
  ["Slack", slack],
  ["Teams", teams],
];
