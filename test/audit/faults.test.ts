/** The short form of `npm run audit:faults`: a few calls of each place. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditFaults } from "../../audit/faults.ts";
import { temporaryFolder } from "../support/process.ts";

test("wherever one call of a session fails, the session ends as it was meant to", async () => {
  const { counts, wrong } = await auditFaults({ seed: 5, every: 300, ledger: join(temporaryFolder(), "faults.jsonl") });
  expect(wrong).toEqual([]);
  expect(counts["database, SQLITE_FULL"]).toBeGreaterThan(0);
}, 300_000);
