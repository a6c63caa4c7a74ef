/** The short form of `npm run audit:leak`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditLeak } from "../../audit/leak.ts";
import { auditLeakInPlayground } from "../../audit/leak-playground.ts";
import { auditLeakInSlack } from "../../audit/leak-slack.ts";
import { auditLeakInTeams } from "../../audit/leak-teams.ts";
import { temporaryFolder } from "../../testkit/process.ts";

test("before the reveal, what anyone else can see is the same whatever people answered, in every activity", async () => {
  const { counts, wrong } = await auditLeak({
    seed: 1,
    sessions: 26,
    ledger: join(temporaryFolder(), "leak.jsonl"),
  });
  expect(wrong).toEqual([]);
  expect(counts.ok).toBeGreaterThan(26);
}, 300_000);

test("before the reveal, neither the playground's HTTP nor the log holds a word of an answer", async () => {
  const { counts, wrong } = await auditLeakInPlayground(1);
  expect(wrong).toEqual([]);
  expect(counts.activities).toBeGreaterThan(10);
}, 300_000);

test("before the reveal, neither what Teams is sent, nor what others are answered there, nor the log holds a word of an answer", async () => {
  const { counts, wrong } = await auditLeakInTeams(1);
  expect(wrong).toEqual([]);
  expect(counts.activities).toBeGreaterThan(10);
  expect(counts.views).toBeGreaterThan(100);
  expect(counts["own answers shown to their giver"]).toBeGreaterThan(5);
}, 300_000);

test("people of another organisation reach nothing but the channel they share, and those who are refused nothing at all", async () => {
  const { counts, wrong } = await auditLeakInSlack();
  expect(wrong).toEqual([]);
  expect(counts["tries of strangers"]).toBeGreaterThan(50);
}, 300_000);
