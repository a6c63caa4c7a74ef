/** How a schedule goes on, and whose turn it is. */
import { expect, test } from "vitest";
import type { Plan } from "../../src/schedule/plan.ts";
import { takeTurn } from "../../src/schedule/rotation.ts";
import * as schedules from "../../src/schedule/schedule.ts";

const hour = 3_600_000;
const minute = 60_000;
/** Monday 23 November 2026, noon in Seoul. */
const noon = Date.UTC(2026, 10, 23, 3, 0);

const plan: Plan = {
  rule: { type: "weekly", every: 1, weekday: 2, at: "10:00", from: "2026-11-24" },
  zone: "Asia/Seoul",
  skipDates: ["2026-12-08"],
  from: ["discussion"],
  settings: { anonymous: false, discussion: false, language: "en" },
  end: null,
};
const made = schedules.make({ id: "s", workspace: "w", channel: "c", owner: "fay" }, plan, noon);
const walls = (schedule: schedules.Schedule, count = 3) => schedules.upcoming(schedule, count).map(({ wall }) => wall);

test("a schedule comes due by its rule, without the skipped date", () => {
  expect(walls(made)).toEqual(["2026-11-24T10:00", "2026-12-01T10:00", "2026-12-15T10:00"]);
  expect(made.next).toEqual({ wall: "2026-11-24T10:00", at: Date.UTC(2026, 10, 24, 1, 0) });
  expect(walls(schedules.settle(made, ["a"]), 2)).toEqual(["2026-12-01T10:00", "2026-12-15T10:00"]);
  expect(schedules.settle(made, ["a"])).toMatchObject({ ran: ["a"], revision: 1, lastWall: "2026-11-24T10:00" });
});

test("paused it isn't due; what would have been due meanwhile is not made up for", () => {
  const paused = schedules.pause(made);
  expect(paused.next).toBeNull();
  expect(schedules.settle(paused)).toBe(paused);
  expect(walls(schedules.resume(paused, noon + 9 * 24 * hour), 1)).toEqual(["2026-12-15T10:00"]);
  expect(walls(schedules.resume(paused, noon - 9 * 24 * hour), 1)).toEqual(["2026-11-24T10:00"]);
  expect(schedules.remove(made).next).toBeNull();
});

test("a wall time dealt with doesn't come again when new zone data moves it later", () => {
  const settled = schedules.settle(made);
  // As if the old zone data had put 10:00 an hour earlier.
  const early = { ...settled, settledUntil: settled.settledUntil - hour };
  expect(schedules.recompute(early).next?.wall).toBe("2026-12-01T10:00");
});

test("a due time that new zone data moves keeps its wall time", () => {
  const computedWrongly = { ...made, next: { wall: "2026-11-24T10:00", at: Date.UTC(2026, 10, 24, 2, 0) } };
  expect(schedules.recompute(computedWrongly).next).toEqual(made.next);
});

test("of wall times whose order a gap turns round, none is lost", () => {
  const rule = { type: "cron", expression: "0 2,3 * * *" } as const;
  const troll = { ...plan, rule, zone: "Antarctica/Troll", skipDates: [] };
  let schedule = schedules.make(
    { id: "s", workspace: "w", channel: "c", owner: "fay" },
    troll,
    Date.UTC(2026, 2, 28, 12),
  );
  const dealtWith: (string | undefined)[] = [];
  for (let times = 0; times < 3; times += 1) {
    dealtWith.push(schedule.next?.wall);
    schedule = schedules.settle(schedule);
  }
  expect(dealtWith).toEqual(["2026-03-29T03:00", "2026-03-29T02:00", "2026-03-30T02:00"]);
});

test.each([
  [0, "started"],
  [5 * minute, "started"],
  [5 * minute + 1, "late"],
  [6 * hour, "late"],
  [6 * hour + 1, "skipped"],
])("%i ms after its time an occurrence is %s", (late, outcome) =>
  expect(schedules.outcomeAt(noon, noon + late, 6 * hour)).toBe(outcome),
);

test("candidates take turns without repeats until all have run, also when some come and go", () => {
  expect(takeTurn([], ["a"])).toBeUndefined();
  expect(takeTurn(["a", "b"], [])).toEqual({ id: "a", ran: ["a"] });
  expect(takeTurn(["a", "b"], ["a"])).toEqual({ id: "b", ran: ["a", "b"] });
  expect(takeTurn(["a", "b"], ["a", "b"])).toEqual({ id: "a", ran: ["a"] });
  expect(takeTurn(["x", "a", "b"], ["a", "b"])).toEqual({ id: "x", ran: ["a", "b", "x"] });
});
