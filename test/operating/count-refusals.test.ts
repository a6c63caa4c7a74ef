/**
 * Strangers can't fill the log: however many of their requests are refused, a minute has one line,
 * and the metrics have all.
 */
import express from "express";
import { expect, test } from "vitest";
import { countRefusals } from "../../src/operating/count-refusals.ts";
import type { Observation } from "../../src/requests/observation.ts";
import { openLocalServer } from "../../testkit/local-server.ts";

test("a hundred refusals are one line, and the next minute's line tells of all since", async () => {
  const told: unknown[] = [];
  const seen: Observation[] = [];
  let now = 0;
  const app = express();
  app.use(countRefusals({ observe: (one) => seen.push(one), tell: (counts) => told.push(counts), now: () => now }));
  app.get("/fine", (_request, response) => response.json({}));
  app.use((_request, response) => response.status(401).end());
  const { address, close } = await openLocalServer(app);
  const ask = async (path: string): Promise<void> => {
    await (await fetch(`${address}${path}`)).text();
  };
  await ask("/fine");
  for (let count = 0; count < 100; count += 1) await ask("/stranger");
  expect(told).toEqual([{ 401: 1 }]);
  now = 60_000;
  await ask("/stranger");
  expect(told).toEqual([{ 401: 1 }, { 401: 100 }]);
  expect(seen).toHaveLength(101);
  await close();
});
