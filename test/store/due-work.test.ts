/** Work that is due, as several processes share it on one real SQLite file. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Plan } from "../../src/schedule/plan.ts";
import { make, settle } from "../../src/schedule/schedule.ts";
import { openStore, openStoreBeside } from "../../src/store/open.ts";
import type { Store } from "../../src/store/port/store.ts";
import { temporaryFolder } from "../../testkit/process.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.UTC(2026, 10, 23, 1);

const plan: Plan = {
  rule: { type: "cron", expression: "0 * * * *" },
  zone: "UTC",
  skipDates: [],
  from: ["discussion"],
  settings: { anonymous: false, discussion: false, language: "en" },
  end: null,
};

/** Two processes on one file, and a schedule that is due every hour. */
const twoProcesses = async (): Promise<readonly [Store, Store]> => {
  const file = `file:${join(temporaryFolder(), "workshop.db")}`;
  const [one, other] = [await openStore(file), await openStoreBeside(file)];
  const schedule = make({ id: "s", workspace: "w", channel: "c", owner: "fay" }, plan, start);
  await one.store.commitSchedule({ schedule, expects: null, occurrence: null, starts: [], intent: null });
  return [one.store, other.store];
};

const due = { kind: "occurrence", workspace: "w", subject: "s", at: start + 60 * minute } as const;

test("what one process has claimed no other gets, until the claim is a minute old", async () => {
  const [one, other] = await twoProcesses();
  expect(await one.claimDue(due.at - 1, 10)).toEqual([]);
  expect(await one.claimDue(due.at, 10)).toEqual([due]);
  expect(await other.claimDue(due.at, 10)).toEqual([]);
  expect(await other.claimDue(due.at + minute - 1, 10)).toEqual([]);
  expect(await other.claimDue(due.at + minute, 10)).toEqual([due]);
});

test("a claim made while the clock was ahead comes free when the clock is set right", async () => {
  const [one, other] = await twoProcesses();
  expect(await one.claimDue(due.at + day, 10)).toEqual([due]);
  expect(await other.claimDue(due.at, 10)).toEqual([due]);
});

test("of two that deal with the same due time one is stale and leaves nothing", async () => {
  const [one, other] = await twoProcesses();
  const [first, second] = [await one.in("w").loadSchedule("s"), await other.in("w").loadSchedule("s")];
  for (const [store, schedule, committed] of [
    [one, first, "committed"],
    [other, second, "stale"],
  ] as const) {
    if (schedule?.next == null) throw new Error("Nothing is due");
    const occurrence = { ...schedule.next, outcome: "started", decidedAt: due.at } as const;
    const change = { schedule: settle(schedule), expects: schedule.revision, occurrence, starts: [], intent: null };
    expect(await store.commitSchedule(change)).toBe(committed);
  }
  expect(await one.in("w").listOccurrences("s", 10)).toHaveLength(1);
});
