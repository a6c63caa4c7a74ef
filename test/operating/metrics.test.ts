/** What Prometheus reads of a running program, and who may read it. */
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readBacklog } from "../../src/operating/backlog.ts";
import { claimCards } from "../../testkit/claim-cards.ts";
import { everyDatabase } from "../../testkit/databases.ts";
import { peopleOf } from "../../testkit/playground/people.ts";
import { type Program, startProgram, temporaryFolder } from "../../testkit/process.ts";
import { openSlackWorld, type SlackWorld } from "../../testkit/slack/world.ts";
import { openWorlds } from "../../testkit/worlds.ts";

const open: (Program | SlackWorld)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await ("stop" in one ? one.stop() : one.close());
});

const start = async (env: Readonly<Record<string, string>> = {}): Promise<Program> => {
  const program = await startProgram({ database: join(temporaryFolder(), "workshop.db"), env });
  open.push(program);
  return program;
};

const scrape = async (address: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${address}/metrics`, { headers });

const linesOf = async (address: string): Promise<readonly string[]> =>
  (await (await scrape(address)).text()).split("\n");

test("a session shows in requests, refusals, commits and gauges; no line holds a person, a choice, a reason or an id", async () => {
  const { address } = await start();
  const people = peopleOf(address);
  const session = await people.start("minji", "startup-support-chatbot");
  await people.respond("minji", session, { choice: "rag", reason: "a reason of mine" });
  await people.press("jihoon", `end-round:${session}:1`);
  await people.press("jihoon", "nonsense");
  const lines = await linesOf(address);
  for (const line of [
    'workshop_requests_total{request="run",reply="done"} 1',
    'workshop_requests_total{request="submit",reply="card"} 1',
    'workshop_refusals_total{code="not-facilitator"} 1',
    'workshop_refusals_total{code="bad-request"} 1',
    'workshop_commit_seconds_count{outcome="committed"} 2',
    "workshop_posts_uncertain 0",
    'workshop_due_work_waiting{kind="deadline"} 0',
  ])
    expect(lines).toContain(line);
  await expect.poll(() => linesOf(address)).toContain("workshop_cards_waiting 0");
  expect(await linesOf(address)).toContain("workshop_cards_oldest_waiting_seconds 0");
  const text = lines.join("\n");
  for (const hidden of ["minji", "jihoon", "playground", "ai-projects", '"rag"', "reason of mine", session])
    expect(text).not.toContain(hidden);
});

test("what a platform does not do at once is counted by its kind, and an uncertain post is shown until it is seen to", async () => {
  const world = await openSlackWorld({ env: { WORKSHOP_METRICS_TOKEN: "a-token-of-the-test" } });
  open.push(world);
  world.server.failNext("chat.postMessage", { status: 500, body: { ok: false } });
  await world.person(0).command("start startup-support-chatbot");
  const lines = async (): Promise<string> =>
    (await scrape(world.program.address, { authorization: "Bearer a-token-of-the-test" })).text();
  await expect.poll(lines).toContain("workshop_posts_uncertain 1");
  expect(await lines()).toContain('workshop_platform_errors_total{call="post",kind="uncertain"} 1');
});

describe("who may read them", () => {
  test("on a playground of this machine its own clients may, but nobody through a proxy", async () => {
    const { address } = await start();
    expect((await scrape(address)).status).toBe(200);
    expect((await scrape(address, { "x-forwarded-for": "203.0.113.7" })).status).toBe(404);
  });

  test("with a token whoever brings it may, and nobody else", async () => {
    const { address } = await start({ WORKSHOP_METRICS_TOKEN: "a-token-of-the-test" });
    expect((await scrape(address)).status).toBe(401);
    expect((await scrape(address, { authorization: "Bearer a-token-of-the-tesT" })).status).toBe(401);
    expect((await scrape(address, { authorization: "Bearer a-token-of-the-test" })).status).toBe(200);
  });

  test("where others can reach the program, nobody may without a token", async () => {
    const world = await openSlackWorld();
    open.push(world);
    expect((await scrape(world.program.address)).status).toBe(404);
  });
});

describe.each(everyDatabase)("on $name", (databases) => {
  const openOne = openWorlds(databases);

  test("the gauges tell since when the oldest card waits and what is due; of an anonymous response nothing is kept", async () => {
    const world = await openOne();
    const session = await world.start("fay", "start startup-support-chatbot --anonymous --for 1h");
    const { store, database } = world.opened;
    world.clock.advance(7_000);
    expect(await readBacklog(database, world.clock.now())).toEqual({
      cards: 3,
      oldestMs: 7_000,
      uncertain: 0,
      due: {},
    });
    const [card] = await claimCards(store, world.clock.now(), 1);
    if (card === undefined) throw new Error("The case waits");
    await store.settleDelivery(card, { type: "drawn", message: "m", nextAt: 0, mayLackParts: false });
    await world.respond("ann", session, { choice: "rag", reason: "r" });
    const kept = await database.selectFrom("cards").select("wanted_at").where("slot", "=", "case").executeTakeFirst();
    expect(kept).toEqual({ wanted_at: 0 });
    world.clock.advance(3_600_000);
    expect((await readBacklog(database, world.clock.now())).due).toEqual({ deadline: 1 });
  });
});
