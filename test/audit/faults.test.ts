/** The short form of `npm run audit:faults`: a call of each place, failing in each way. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditFaults } from "../../audit/faults.ts";
import { temporaryFolder } from "../../testkit/process.ts";

test("wherever one call of a session fails, the session ends as it was meant to", async () => {
  const { counts, wrong } = await auditFaults({ seed: 5, every: 900, ledger: join(temporaryFolder(), "faults.jsonl") });
  expect(wrong).toEqual([]);
  const { "heap grew by MiB": _, ...tried } = counts;
  expect(Object.keys(tried)).toContain("Slack, accepted, then hang");
  expect(Object.entries(tried).filter(([, count]) => count === 0)).toEqual([]);
}, 300_000);
