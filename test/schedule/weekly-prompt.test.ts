/** A weekly prompt, made by a command and started by the clock, is seen on every platform. */
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { open as openPlayground } from "../../adapters/playground/open.ts";
import { makeRoom } from "../../adapters/playground/room.ts";
import { playgroundTables } from "../../adapters/playground/tables.ts";
import { open as openSlack } from "../../adapters/slack/open.ts";
import { everybody } from "../../adapters/slack/standing.ts";
import { makeConversations } from "../../adapters/teams/conversations.ts";
import { open as openTeams } from "../../adapters/teams/open.ts";
import { teamsTables } from "../../adapters/teams/tables.ts";
import { plainCard } from "../../src/cards/plain.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { openCore } from "../../src/operating/open-core.ts";
import type { Platform } from "../../src/platform.ts";
import { type OpenedStore, openStore } from "../../src/store/open.ts";
import { type ManualClock, manualClock } from "../../testkit/manual-clock.ts";
import { temporaryFolder } from "../../testkit/process.ts";
import { shippedLibrary } from "../../testkit/shipped-library.ts";
import { wordsIn } from "../../testkit/slack/people.ts";
import { openSlackServer } from "../../testkit/slack/server.ts";
import { wordsOn } from "../../testkit/teams/adaptive-cards.ts";
import { openTeamsServer } from "../../testkit/teams/server.ts";

const weekMs = 7 * 24 * 3_600_000;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Seat = {
  readonly platform: Platform;
  readonly workspace: string;
  readonly channel: string;
  readonly person: string;
  /** Everything that is shown in the channel and its threads. */
  readonly reads: () => Promise<string>;
};

const throwFault = (fault: unknown): never => {
  throw fault;
};

const common = {
  fallback: { language: "en", zone: "UTC" },
  shared: false,
  reportFault: throwFault,
} as const;

type Opener = (opened: OpenedStore, clock: ManualClock) => Promise<Seat>;

const playground: Opener = async ({ store, database }, clock) => {
  const { platform, stop } = await openPlayground({
    config: { wanted: "always", hosts: [] },
    store,
    database,
    clock,
    ...common,
  });
  closing.push(stop);
  const room = makeRoom(playgroundTables(database));
  return {
    platform,
    workspace: "playground",
    channel: "ai-projects",
    person: "minji",
    reads: async () =>
      (await room.listFor("minji"))
        .map(({ body }) => (body.type === "card" ? plainCard(body.card) : body.text))
        .join("\n"),
  };
};

const slack: Opener = async ({ store, database }, clock) => {
  const server = await openSlackServer(2);
  closing.push(server.close);
  const { platform } = await openSlack({
    config: {
      account: { type: "token", token: server.token },
      signingSecret: "secret",
      apiUrl: server.apiUrl,
      admission: everybody,
      broadcasts: true,
    },
    store,
    database,
    clock,
    ...common,
  });
  return {
    platform,
    workspace: `slack/${server.team}`,
    channel: server.channel,
    person: server.people[0] ?? "",
    reads: async () => server.messages.map(({ blocks }) => wordsIn(blocks)).join("\n"),
  };
};

const teams: Opener = async ({ store, database }, clock) => {
  const server = await openTeamsServer(2);
  closing.push(server.close);
  const workspace = "teams/local";
  const channel = "19:decisions@thread.tacv2";
  // As an activity of the channel leaves it behind.
  await makeConversations(teamsTables(database)).save({
    workspace,
    id: channel,
    kind: "channel",
    serviceUrl: server.serviceUrl,
    bot: server.bot,
    team: "19:team",
    person: null,
  });
  const { platform, stop } = await openTeams({
    config: { type: "local" },
    store,
    database,
    clock,
    ...common,
  });
  closing.push(stop);
  return {
    platform,
    workspace,
    channel,
    person: server.people[0]?.id ?? "",
    reads: async () => {
      expect(server.mistakes).toEqual([]);
      return server.messages
        .filter(({ conversation }) => conversation === channel)
        .map(({ card }) => wordsOn(card))
        .join("\n");
    },
  };
};

const library = await shippedLibrary();

test.each([
  ["the playground", playground, "en", "schedule weekly mon 10:00 --from discussion"],
  ["the playground", playground, "ko", "예약 매주 월 10:00 --활동 discussion"],
  ["Slack", slack, "en", "schedule weekly mon 10:00 --from discussion"],
  ["Slack", slack, "ko", "예약 매주 월 10:00 --활동 discussion"],
  ["Teams", teams, "en", "schedule weekly mon 10:00 --from discussion"],
  ["Teams", teams, "ko", "예약 매주 월 10:00 --활동 discussion"],
] as const)("in %s (%#)", async (_name, open, language, words) => {
  const clock = manualClock();
  const opened = await openStore(`file:${join(temporaryFolder(), "workshop.db")}`);
  closing.push(opened.store.close);
  const seat = await open(opened, clock);
  const faults: unknown[] = [];
  const { workshop, outbox } = openCore({
    store: opened.store,
    library,
    clock,
    platformOf: () => seat.platform,
    reportFault: (fault) => faults.push(fault),
    drawing: "when-woken",
  });
  const { workspace, channel, person } = seat;
  const origin = { workspace, channel, person, language, zone: "Asia/Seoul", intent: "intent-1" };
  expect((await workshop.run(origin, words)).type).toBe("card");
  const t = translatorFor(language);
  for (const { open } of library.activities.filter(({ kind }) => kind === "discussion")) {
    clock.advance(weekMs);
    await workshop.runDue();
    outbox.wake();
    await outbox.settled();
    const [title] = open.title(t);
    expect(await seat.reads()).toContain(title && "text" in title ? title.text : "no title");
  }
  expect(faults).toEqual([]);
  await outbox.stop();
});
