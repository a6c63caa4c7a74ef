/** A question that comes every week: its reveal ends with how it went, once there is a course. */
import { expect, test } from "vitest";
import { type LineChart, placeOf } from "../../src/cards/line-chart.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Session } from "../../src/session/session.ts";
import { openWorld, type World } from "../../testkit/world.ts";

const en = translatorFor("en");
const weekMs = 7 * 86_400_000;

const lineIn = async (world: World, { id }: Session): Promise<LineChart | undefined> => {
  const place = { workspace: "w1", channel: "c1", place: "thread", person: null, thread: null, message: null } as const;
  const drawn = await world.workshop.draw({
    ...place,
    session: id,
    slot: "reveal",
    wanted: 1,
    interrupted: false,
    tries: 0,
  });
  return drawn()?.blocks.flatMap((block) => (block.type === "line" ? [block.line] : []))[0];
};

const ask = async (world: World, points: Readonly<Record<string, string>>): Promise<Session> => {
  const session = await world.start("fay", "start team-temperature");
  const items = ["doable", "focus", "help", "progress", "energy"];
  for (const [person, given] of Object.entries(points))
    await world.respond(person, session, Object.fromEntries(items.map((item) => [`points-${item}`, given])));
  await world.press("fay", session, "end-round");
  await world.press("fay", session, "reveal");
  return session;
};

test("over ten weeks with one skipped, the line has nine points, right in time and in figures", async () => {
  const world = await openWorld();
  const lines: (LineChart | undefined)[] = [];
  for (let week = 1; week <= 10; week += 1) {
    // Nobody asked in the fifth.
    if (week !== 5) {
      const points = String(Math.min(5, Math.ceil(week / 2)));
      lines.push(await lineIn(world, await ask(world, { ann: points, bob: points })));
    }
    world.clock.advance(weekMs);
  }
  expect(lines.slice(0, 2)).toEqual([undefined, undefined]);
  expect(lines[2]?.points).toHaveLength(3);
  const line = lines.at(-1);
  expect(line?.title).toBe(en.messages.session.trend.title({ what: en.messages.scenario.trend.score, times: 9 }));
  expect(line?.points.map(({ value }) => value)).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 5]);
  const gaps = line?.points.slice(1).map(({ at }, index) => Math.round((at - (line.points[index]?.at ?? 0)) / weekMs));
  expect(gaps).toEqual([1, 1, 1, 2, 1, 1, 1, 1]);
  const last = line?.points.at(-1);
  expect(line && last && placeOf(line, last)).toEqual({ x: 1, y: 0 });
  expect(world.faults).toEqual([]);
});

test("another question, another channel or what isn't revealed is no part of it", async () => {
  const world = await openWorld();
  const question = 'ask "Ship it?" "Yes" "No"';
  const run = async (words: string, choice: string): Promise<Session> => {
    const session = await world.start("fay", words);
    await world.respond("ann", session, { choice, reason: "so" });
    await world.press("fay", session, "end-round");
    await world.press("fay", session, "reveal");
    world.clock.advance(weekMs);
    return session;
  };
  await run(question, "option-1");
  await run(question, "option-2");
  await run('ask "Ship it?" "Yes" "Never"', "option-1");
  expect(await lineIn(world, await run('ask "Ship it?" "Yes" "Never"', "option-2"))).toBeUndefined();
  const line = await lineIn(world, await run(question, "option-1"));
  expect(line?.points.map(({ figure }) => figure)).toEqual(["100% (Yes)", "100% (No)", "100% (Yes)"]);
});
