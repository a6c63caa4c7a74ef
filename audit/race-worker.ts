/**
 * One of several processes on one database: does what it is sent, each thing at its moment, and
 * answers what came of it and when.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { systemClock } from "../src/clock.ts";
import { openCore } from "../src/operating/open-core.ts";
import { readLibrary } from "../src/operating/read-library.ts";
import type { Origin, Reply } from "../src/requests/request.ts";
import { openStoreBeside } from "../src/store/open.ts";
import type { Workshop } from "../src/workshop.ts";
import { fakePlatform } from "../testkit/fake-platform.ts";
import { type Done, type Order, orders } from "./race-order.ts";

export const raceOrigin = (person: string, intent: string): Origin => ({
  workspace: "w1",
  channel: "c1",
  person,
  language: "en",
  zone: "UTC",
  intent,
});

/** A workshop without an outbox: what is raced for is what is kept, not what is drawn. */
export const openRacer = async (url: string) => {
  const opened = await openStoreBeside(url, "people");
  const faults: unknown[] = [];
  const platform = fakePlatform();
  const { workshop } = openCore({
    store: opened.store,
    library: await readLibrary(["packs"], "en"),
    clock: systemClock,
    platformOf: () => platform,
    reportFault: (fault) => faults.push(fault),
    drawing: "when-woken",
  });
  return { ...opened, workshop, faults };
};

const act = (workshop: Workshop, order: Order): Promise<Reply> => {
  const origin = raceOrigin(order.person, order.id);
  return order.type === "press"
    ? workshop.press(origin, order.action)
    : workshop.submit(origin, order.purpose, order.values);
};

/** Nanoseconds of a clock that all processes of this machine share, as milliseconds. */
const machineNow = (): number => Number(process.hrtime.bigint()) / 1e6;

const carryOut = async (workshop: Workshop, order: Order): Promise<Done> => {
  await sleep(order.delayMs);
  const from = machineNow();
  const reply = await act(workshop, order);
  const refused = reply.type === "refused" || reply.type === "mistakes";
  return { id: order.id, outcome: refused ? "refused" : "ok", from, to: machineNow() };
};

const [url] = process.argv.slice(2);
if (process.send !== undefined && url !== undefined) {
  const { workshop, faults } = await openRacer(url);
  process.on("message", async (message) => {
    const done = await Promise.all(
      z
        .array(orders)
        .parse(message)
        .map((order) => carryOut(workshop, order)),
    );
    process.send?.({ done, faults: faults.splice(0).map(String) });
  });
  process.send({ done: [], faults: [] });
}
