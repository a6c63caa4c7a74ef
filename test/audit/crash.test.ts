/** The short form of `npm run audit:crash`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditCrash } from "../../audit/crash.ts";
import { temporaryFolder } from "../../testkit/process.ts";

test("20 kills under load lose nothing that was acknowledged and keep nothing that was refused", async () => {
  const ledger = join(temporaryFolder(), "crash.jsonl");
  const { counts, wrong } = await auditCrash({ seed: 1, kills: 20, people: 12, load: 400, postgres: 0, ledger });
  expect(wrong).toEqual([]);
  expect(counts.ok).toBeGreaterThan(20);
}, 600_000);
