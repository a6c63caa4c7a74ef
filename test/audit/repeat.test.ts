/** The short form of `npm run audit:repeat`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditRepeat } from "../../audit/repeat.ts";
import { temporaryFolder } from "../../testkit/process.ts";

test("1,000 deliveries on each platform, many of them repeated or late: each intent takes effect once and is answered alike", async () => {
  const { wrong } = await auditRepeat({ seed: 1, deliveries: 1_000, ledger: join(temporaryFolder(), "repeat.jsonl") });
  expect(wrong).toEqual([]);
}, 300_000);
