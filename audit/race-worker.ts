/**
 * One of several processes on one database: does what it is sent, each thing at its moment, and
 * answers what came of it and when.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { systemClock } from "../src/clock.ts";
import type { Reply } from "../src/requests/request.ts";
import { openWorldBy, type World } from "../testkit/world.ts";
import { type Done, type Order, orders } from "./race-order.ts";

export type Racer = World<typeof systemClock>;

/** Nothing is drawn: what is raced for is what is kept. */
export const openRacer = (database: string): Promise<Racer> => openWorldBy(systemClock, database, true);

const act = ({ workshop, origin }: Racer, { person, id, ...order }: Order): Promise<Reply> =>
  order.type === "press"
    ? workshop.press(origin(person, { intent: id }), order.action)
    : workshop.submit(origin(person, { intent: id }), order.token, order.values);

/** Nanoseconds of a clock that all processes of this machine share, as milliseconds. */
const machineNow = (): number => Number(process.hrtime.bigint()) / 1e6;

const carryOut = async (racer: Racer, order: Order): Promise<Done> => {
  await sleep(order.delayMs);
  const from = machineNow();
  const reply = await act(racer, order);
  // A form is shown again where what it asked has changed.
  const refused =
    reply.type === "refused" || reply.type === "mistakes" || (order.type !== "press" && reply.type === "form");
  return { id: order.id, outcome: refused ? "refused" : "ok", from, to: machineNow() };
};

const [database] = process.argv.slice(2);
if (process.send !== undefined && database !== undefined) {
  const racer = await openRacer(database);
  process.on("message", async (message) => {
    const done = await Promise.all(
      z
        .array(orders)
        .parse(message)
        .map((order) => carryOut(racer, order)),
    );
    process.send?.({ done, faults: racer.faults.splice(0).map(String) });
  });
  process.send({ done: [], faults: [] });
}
