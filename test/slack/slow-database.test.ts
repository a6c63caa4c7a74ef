/** A database that answers nothing: whoever uses Slack reads a sentence in the time Slack gives. */
import { afterEach, expect, test } from "vitest";
import { translatorFor } from "../../src/i18n/translator.ts";
import { pausePostgres } from "../../testkit/pause-postgres.ts";
import { startPostgres } from "../../testkit/postgres.ts";
import { openSlackWorld } from "../../testkit/slack/world.ts";
import { stories } from "../../testkit/stories.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Slack's own bound, in milliseconds. */
const answerMsMax = 3_000;

test("a command, a press and a form are answered in time, whoever asks and however many", {
  timeout: 120_000,
}, async () => {
  const server = await startPostgres();
  closers.push(server.stop);
  const world = await openSlackWorld({
    people: 16,
    env: { DATABASE_URL: await server.createDatabase(), LOG_LEVEL: "silent" },
  });
  closers.push(world.close);
  const { refusals } = translatorFor("en").messages.commands;
  const known = world.people.slice(0, 12);
  await world.person(0).command(stories.en.start);
  await expect.poll(world.person(0).reads).toContain(stories.en.rag);
  for (const person of known) await person.press(stories.en.rag);
  const resume = await pausePostgres(server.address);
  closers.push(resume);

  const timed = async (asked: Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await asked;
    return performance.now() - from;
  };
  // Those beyond the lines that there are wait for one of them first; of the last nothing is known.
  const waits = await Promise.all([
    ...known.map((person) => timed(person.submit())),
    ...world.people.slice(12).map((person) => timed(person.command("history"))),
  ]);
  expect(waits.filter((ms) => ms > answerMsMax)).toEqual([]);
  for (const person of world.people.slice(12)) {
    const said = person.reads();
    expect([refusals.fault, refusals.uncertain].some((sentence) => said.includes(sentence))).toBe(true);
  }
});
