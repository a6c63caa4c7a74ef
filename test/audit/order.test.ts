/** The short form of `npm run audit:order`; it needs `strace`. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditOrder } from "../../audit/order.ts";
import { readTrace } from "../../audit/order-trace.ts";
import { temporaryFolder } from "../../testkit/process.ts";

test("no answer leaves before its bytes are synced, and an answer that did would be noticed", async () => {
  const ledger = join(temporaryFolder(), "order.jsonl");
  const { wrong } = await auditOrder({ seed: 1, responses: 20, ledger });
  expect(wrong).toEqual([]);
}, 300_000);

test.each([
  ["synced before the answer", ["pwrite64(7</d/w.db-wal>", "fdatasync(7</d/w.db-wal>) = 0", "write(9<TCP:[a->b]>"], 0],
  ["not synced at all", ["pwrite64(7</d/w.db-wal>", "write(9<TCP:[a->b]>"], 1],
  ["another file synced", ["pwrite64(7</d/w.db-wal>", "fdatasync(8</d/w.db>) = 0", "writev(9<TCP:[a->b]>"], 1],
  [
    "answered while the sync still runs",
    ["pwrite64(7</d/w.db-wal>", "fdatasync(7</d/w.db-wal> <unfinished ...>", "write(9<TCP:[a->b]>"],
    1,
  ],
  [
    "answered once the sync has returned",
    [
      "pwrite64(7</d/w.db-wal>",
      "fdatasync(7</d/w.db-wal> <unfinished ...>",
      "<... fdatasync resumed>) = 0",
      "write(9<TCP:[a->b]>",
    ],
    0,
  ],
])("a trace in which the bytes were %s", (_how, calls, early) => {
  expect(readTrace(calls.map((call) => `12 ${call}`).join("\n")).early).toHaveLength(early);
});
