/**
 * The reveal of a session with ten thousand responses: the time to draw its card, and the memory
 * that takes, beside reading the responses alone.
 */
import { systemClock } from "../src/clock.ts";
import { formatCardSlot } from "../src/session/card-slot.ts";
import type { Delivery } from "../src/store/port/delivery.ts";
import { openWorldBy } from "../testkit/world.ts";
import { print, printRatio, rounded } from "./support/figures.ts";
import { respondAll } from "./support/respond-all.ts";
import { activity } from "./support/session.ts";

const people = Array.from({ length: 10_000 }, (_, index) => `P${index}`);
const runs = 5;

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
};

export const run = async (): Promise<void> => {
  const world = await openWorldBy(systemClock);
  const { opened, workshop, origin } = world;
  const { id: session, workspace } = await world.start("fay", `start ${activity}`);
  await respondAll(world, session, people);
  await workshop.press(origin("fay"), `end-round:${session}:1`);
  const before = process.memoryUsage().rss;
  const pressMs = await timed(() => workshop.press(origin("fay"), `reveal:${session}:1`));
  const store = opened.store.in(workspace);
  const delivery: Delivery = {
    workspace,
    session,
    channel: "c1",
    slot: formatCardSlot({ type: "reveal" }),
    place: "thread",
    person: null,
    thread: "1",
    message: null,
    wanted: 1,
    interrupted: false,
    tries: 0,
  };
  const measured: { readonly ours: number; readonly floor: number }[] = [];
  for (let round = 0; round < runs; round += 1)
    measured.push({
      ours: await timed(() => workshop.draw(delivery).then((draw) => draw())),
      floor: await timed(() => store.loadResponses(session)),
    });
  print(
    `${people.length.toLocaleString("en")} responses; the press of “Reveal” is answered after ${rounded(pressMs)} ms`,
  );
  printRatio("Drawing the reveal", "ms", measured, "none; the floor reads the responses");
  print(`Memory: ${rounded((process.memoryUsage().rss - before) / 1e6)} MB more than before`);
  await opened.store.close();
};
