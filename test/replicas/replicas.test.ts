/**
 * Several processes share one PostgreSQL: the short form of `npm run replicas`, and what a page
 * sees of what another process did.
 */
import { beforeAll, expect, test } from "vitest";
import { peopleOf } from "../../testkit/playground/people.ts";
import { sharePostgres } from "../../testkit/postgres.ts";
import { startProgram } from "../../testkit/process.ts";
import { runReplicas } from "../../testkit/replicas.ts";

let server: Awaited<ReturnType<typeof sharePostgres>>;
beforeAll(async () => {
  server = await sharePostgres();
});

test("when one of two processes is killed, every acknowledged response is there and every card is right", async () => {
  const size = { sessions: 2, responses: 4 };
  const lines: string[] = [];
  const seen = await runReplicas(size, (line) => lines.push(line));
  const { before, after } = seen.acknowledged;
  expect(before + after).toBe(48);
  expect(before).toBeGreaterThan(0);
  expect(after).toBeGreaterThan(0);
  expect(Math.min(...seen.answered)).toBeGreaterThan(0);
  expect(seen).toMatchObject({ lost: 0, sessions: 2, revealedRight: 2, cardsWrong: 0 });
}, 240_000);

test("a page that is connected to one process hears of what another did", async () => {
  const database = await server.createDatabase();
  const [one, two] = await Promise.all([startProgram({ database }), startProgram({ database })]);
  const events = await fetch(`${one.address}/api/events`);
  const reader = events.body?.getReader();
  let read = "";
  const hear = async (times: number): Promise<void> => {
    while (read.split("event: changed").length - 1 < times)
      read += new TextDecoder().decode((await reader?.read())?.value);
  };
  // When it connects, and when the room is first looked at.
  await hear(2);
  await peopleOf(two.address).say("minji", "Hello from the other side");
  await hear(3);
  expect(await peopleOf(one.address).reads("alex")).toContain("from the other side");
  await reader?.cancel();
  expect(await Promise.all([one.stop(), two.stop()])).toEqual([0, 0]);
});
