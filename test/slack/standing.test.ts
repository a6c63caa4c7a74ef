/**
 * Guests, and people of other organisations in a shared channel, take part or are refused with a
 * sentence, as the operator set it.
 */
import { afterEach, expect, test } from "vitest";
import { slackMessages } from "../../adapters/slack/messages/speak.ts";
import { type Described, standingOf } from "../../adapters/slack/standing.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import { type Person, personIn, type Transport, wordsIn } from "../../testkit/slack/people.ts";
import type { Json } from "../../testkit/slack/server.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";
import { stories } from "../../testkit/stories.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const { session: say, scenario, commands } = translatorFor("en").messages;
const story = stories.en;

const open = async (setting: "allow" | "refuse"): Promise<SlackWorld> => {
  const world = await openSlackWorld({ env: { SLACK_GUESTS: setting, SLACK_EXTERNAL_PEOPLE: setting } });
  closers.push(world.close);
  await world.person(0).command(story.start);
  await expect.poll(world.person(0).reads).toContain(say.controls.title);
  return world;
};

/** What Slack tells the next time it is asked about somebody. */
const describeNext = ({ server }: SlackWorld, { id }: Person, described: Described & Json): void =>
  server.failNext("users.info", { status: 200, body: { ok: true, user: { id, ...described } } });

const respond = async (person: Person): Promise<void> => {
  await person.press(story.rag);
  await person.submit({ [scenario.reason]: "r", [scenario.confidence]: "80" });
};

const elsewhere = "TELSEWHERE";
const homeOf = ({ server }: SlackWorld, { id }: Person): string => wordsIn(server.homes.get(id)?.blocks);

test("where they are allowed, both respond as everybody does", async () => {
  const world = await open("allow");
  const [guest, stranger] = [world.person(1), world.person(2)];
  describeNext(world, guest, { team_id: world.server.team, is_restricted: true });
  await respond(guest);
  describeNext(world, stranger, { team_id: elsewhere });
  await respond(stranger);
  await expect.poll(world.person(3).reads).toContain(say.responded({ count: 2 }));
});

test("where they are refused, each is told why in their language, whatever they try; members are as before", async () => {
  const world = await open("refuse");
  const { server } = world;
  const [guest, stranger, member] = [world.person(1), world.person(2), world.person(3)];
  describeNext(world, guest, { team_id: server.team, is_ultra_restricted: true, locale: "ko-KR" });
  await guest.press(story.rag);
  await expect.poll(guest.reads).toContain(slackMessages("ko").guestRefused);
  await guest.command("history");
  expect(guest.reads().split(slackMessages("ko").guestRefused)).toHaveLength(3);

  describeNext(world, stranger, { team_id: elsewhere });
  await stranger.press(story.rag);
  await expect.poll(stranger.reads).toContain(slackMessages("en").externalRefused);
  await stranger.openHome();
  await expect.poll(() => homeOf(world, stranger)).toBe(slackMessages("en").externalRefused);
  expect([guest.view(), stranger.view()]).toEqual([undefined, undefined]);

  await respond(member);
  await expect.poll(member.reads).toContain(say.responded({ count: 1 }));
});

test("where Slack says nothing of somebody, the payload's team tells; without it nobody is let in who might be refused", async () => {
  const world = await open("refuse");
  const { server, transport } = world;
  const silent = { status: 200, body: { ok: false, error: "user_not_visible" } } as const;
  const { id } = world.person(1);
  const fromAbroad: Transport = (kind, body) => transport(kind, { ...body, user: { id, team_id: elsewhere } });
  server.failNext("users.info", silent);
  const stranger = personIn({ server, transport: fromAbroad }, id);
  await stranger.press(story.rag);
  await expect.poll(stranger.reads).toContain(slackMessages("en").externalRefused);
  server.failNext("users.info", silent);
  const unknown = world.person(2);
  await unknown.press(story.rag);
  await expect.poll(unknown.reads).toContain(commands.refusals.fault);
  await respond(unknown);
  await expect.poll(unknown.reads).toContain(say.responded({ count: 1 }));
});

test.each([
  [{ team_id: "T1" }, undefined, "member"],
  [{}, undefined, "member"],
  [{ team_id: "T1", is_restricted: true }, undefined, "guest"],
  [{ team_id: "T2", is_restricted: true }, undefined, "external"],
  [{ team_id: "T1", is_stranger: true }, undefined, "external"],
  // Another workspace of the same organisation.
  [{ team_id: "T2", enterprise_user: { enterprise_id: "E1" } }, "E1", "member"],
  [{ team_id: "E1" }, "E1", "member"],
  [{ team_id: "T2", enterprise_user: { enterprise_id: "E2" } }, "E1", "external"],
] as const)("%o in an organisation %s is: %s", (described, enterprise, standing) => {
  expect(standingOf(described, { team: "T1", enterprise })).toBe(standing);
});
