/** The short form of `npm run audit:race`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditRace } from "../../audit/race.ts";
import { temporaryFolder } from "../support/process.ts";

test("2,000 requests from two processes on one file: no response counts after its round, none before it is lost", async () => {
  const ledger = join(temporaryFolder(), "race.jsonl");
  const { counts, wrong } = await auditRace({ seed: 1, requests: 2_000, ledger });
  expect(wrong).toEqual([]);
  expect(counts.ok).toBeGreaterThan(50);
  expect(counts.refused).toBeGreaterThan(100);
}, 300_000);
