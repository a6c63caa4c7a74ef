/** When rules come due, above all in the weeks in which clocks change. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { nextOccurrence } from "../../src/schedule/recurrence.ts";
import type { ScheduleRule } from "../../src/schedule/rule.ts";
import { daylightSavingCases } from "./daylight-saving.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** `2026-03-08T07:30Z` as UTC milliseconds. */
const utc = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

const weekly = (date: string, at: string, every: 1 | 2 = 1): ScheduleRule => ({
  type: "weekly",
  every,
  weekday: Temporal.PlainDate.from(date).dayOfWeek,
  at,
  from: date,
});

/** The first due times after an instant, as `wall = instant`. */
const series = (rule: ScheduleRule, zone: string, after: string, count: number, skipDates: readonly string[] = []) => {
  const found: string[] = [];
  let from = utc(after);
  while (found.length < count) {
    const next = nextOccurrence({ rule, zone, skipDates }, from);
    if (next === null) break;
    from = next.at;
    found.push(`${next.wall} = ${new Date(next.at).toISOString().slice(0, 16)}Z`);
  }
  return found;
};

const cron = (expression: string): ScheduleRule => ({ type: "cron", expression });

test.each(daylightSavingCases)("%s: %s %s comes due at %s", (_name, zone, wall, instant) => {
  const [date = "", time = ""] = wall.split("T");
  const plan = { rule: weekly(date, time), zone, skipDates: [] };
  const due = { wall, at: utc(instant) };
  for (const before of [1, hour, day, 6 * day]) expect(nextOccurrence(plan, due.at - before)).toEqual(due);
  const weekLater = Temporal.PlainDate.from(date).add({ weeks: 1 }).toString();
  for (const after of [0, 1, hour, day])
    expect(nextOccurrence(plan, due.at + after)?.wall).toBe(`${weekLater}T${time}`);
});

test("the table holds at least 25 cases", () => expect(daylightSavingCases.length).toBeGreaterThanOrEqual(25));

test("nothing is dropped around a missing day, and what it moves comes due once", () => {
  const apia = (rule: ScheduleRule, count: number) => series(rule, "Pacific/Apia", "2011-12-29T20:00Z", count);
  expect(apia({ type: "weekdays", at: "10:00" }, 3)).toEqual([
    "2011-12-30T10:00 = 2011-12-30T20:00Z",
    "2012-01-02T10:00 = 2012-01-01T20:00Z",
    "2012-01-03T10:00 = 2012-01-02T20:00Z",
  ]);
  // Friday's and Saturday's wall times fall on one instant.
  expect(apia(cron("0 10 * * *"), 3)).toEqual([
    "2011-12-30T10:00 = 2011-12-30T20:00Z",
    "2012-01-01T10:00 = 2011-12-31T20:00Z",
    "2012-01-02T10:00 = 2012-01-01T20:00Z",
  ]);
});

test("wall times that a gap moves over later ones come in the order of their instants", () => {
  expect(series(cron("0 2,3 * * *"), "Antarctica/Troll", "2026-03-28T12:00Z", 4)).toEqual([
    "2026-03-29T03:00 = 2026-03-29T01:00Z",
    "2026-03-29T02:00 = 2026-03-29T02:00Z",
    "2026-03-30T02:00 = 2026-03-30T00:00Z",
    "2026-03-30T03:00 = 2026-03-30T01:00Z",
  ]);
});

test("every hour comes due once an hour over a gap, and skips the repeated hour of a fold", () => {
  expect(series(cron("15 * * * *"), "Europe/Berlin", "2026-03-29T00:00Z", 3)).toEqual([
    "2026-03-29T01:15 = 2026-03-29T00:15Z",
    "2026-03-29T02:15 = 2026-03-29T01:15Z",
    "2026-03-29T04:15 = 2026-03-29T02:15Z",
  ]);
  expect(series(cron("15 * * * *"), "Europe/Berlin", "2026-10-25T00:00Z", 2)).toEqual([
    "2026-10-25T02:15 = 2026-10-25T00:15Z",
    "2026-10-25T03:15 = 2026-10-25T02:15Z",
  ]);
});

test("every two weeks counts calendar weeks, over a year's end of 53 weeks too", () => {
  const rule = weekly("2026-12-15", "09:30", 2);
  expect(series(rule, "Asia/Seoul", "2026-12-01T00:00Z", 4)).toEqual([
    "2026-12-01T09:30 = 2026-12-01T00:30Z",
    "2026-12-15T09:30 = 2026-12-15T00:30Z",
    "2026-12-29T09:30 = 2026-12-29T00:30Z",
    "2027-01-12T09:30 = 2027-01-12T00:30Z",
  ]);
});

test("monthly means the first such weekday, and a skipped date is left out by what the rule means", () => {
  const rule: ScheduleRule = { type: "monthly", weekday: 1, at: "10:00" };
  expect(series(rule, "Asia/Seoul", "2026-12-08T00:00Z", 2)).toEqual([
    "2027-01-04T10:00 = 2027-01-04T01:00Z",
    "2027-02-01T10:00 = 2027-02-01T01:00Z",
  ]);
  expect(series(rule, "Asia/Seoul", "2026-12-08T00:00Z", 1, ["2027-01-04", "2027-02-01"])).toEqual([
    "2027-03-01T10:00 = 2027-03-01T01:00Z",
  ]);
  const nuuk = weekly("2026-03-28", "23:30");
  expect(series(nuuk, "America/Nuuk", "2026-03-25T00:00Z", 1, ["2026-03-29"])).toEqual([
    "2026-03-28T23:30 = 2026-03-29T01:30Z",
  ]);
  expect(series(nuuk, "America/Nuuk", "2026-03-25T00:00Z", 1, ["2026-03-28"])).toEqual([
    "2026-04-04T23:30 = 2026-04-05T00:30Z",
  ]);
});

test("a cron line matches as crontab(5) has it", () => {
  const dates = (expression: string, count: number) =>
    series(cron(expression), "UTC", "2026-11-23T12:00Z", count).map((due) => due.slice(0, 16));
  expect(dates("0 9 * * 1-5", 4)).toEqual([
    "2026-11-24T09:00",
    "2026-11-25T09:00",
    "2026-11-26T09:00",
    "2026-11-27T09:00",
  ]);
  // The first of the month or a Sunday, which is 0 and 7.
  for (const sunday of ["0", "7", "sun"])
    expect(dates(`30 8 1 * ${sunday}`, 3)).toEqual(["2026-11-29T08:30", "2026-12-01T08:30", "2026-12-06T08:30"]);
  // A field that begins with a star doesn't suffice alone: odd days that are Mondays.
  expect(dates("0 9 */2 * mon", 2)).toEqual(["2026-12-07T09:00", "2026-12-21T09:00"]);
  expect(dates("0 9,17 31 * *", 2)).toEqual(["2026-12-31T09:00", "2026-12-31T17:00"]);
  expect(dates("0 0 29 feb *", 2)).toEqual(["2028-02-29T00:00", "2032-02-29T00:00"]);
});

test("29 February is found over 2100, which has none; 30 February never comes", () => {
  const leap = { rule: cron("0 0 29 2 *"), zone: "UTC", skipDates: [] };
  expect(nextOccurrence(leap, utc("2096-03-01T00:00Z"))?.wall).toBe("2104-02-29T00:00");
  expect(nextOccurrence({ ...leap, skipDates: ["2104-02-29"] }, utc("2096-03-01T00:00Z"))?.wall).toBe(
    "2108-02-29T00:00",
  );
  for (const never of ["0 0 30 2 *", "0 0 31 4,6,9,11 *", "nonsense", "0 0 L * *"])
    expect(nextOccurrence({ ...leap, rule: cron(never) }, 0)).toBeNull();
});

const zones = [...new Set(daylightSavingCases.map(([, zone]) => zone)), "UTC", "Asia/Seoul"];
const two = (number: number): string => String(number).padStart(2, "0");
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const weekday = fc.integer({ min: 1, max: 7 });
const rules: fc.Arbitrary<ScheduleRule> = fc.oneof(
  fc.record({
    type: fc.constant("weekly"),
    every: fc.constantFrom(1, 2),
    weekday,
    at: time,
    from: fc.constant("2026-11-25"),
  }),
  fc.record({ type: fc.constant("weekdays"), at: time }),
  fc.record({ type: fc.constant("monthly"), weekday, at: time }),
  fc.nat(59).map((minute) => cron(`${minute} * * * *`)),
  fc.tuple(fc.nat(59), fc.nat(20)).map(([minute, hours]) => cron(`${minute} ${hours},${hours + 3} * * *`)),
);
const instants = fc.integer({ min: utc("1990-01-01T00:00Z"), max: utc("2037-01-01T00:00Z") });

test("a due time comes after the instant, at its wall time's instant, and none lies in between", () => {
  fc.assert(
    fc.property(
      rules,
      fc.constantFrom(...zones),
      instants,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rule, zone, after, share) => {
        const plan = { rule, zone, skipDates: [] };
        const next = nextOccurrence(plan, after);
        if (next === null) throw new Error("No date is left");
        expect(next.at).toBeGreaterThan(after);
        const meant = Temporal.PlainDateTime.from(next.wall).toZonedDateTime(zone, { disambiguation: "compatible" });
        expect(next.at).toBe(meant.epochMilliseconds);
        const between = after + Math.floor((next.at - after - 1) * share);
        expect(nextOccurrence(plan, between)).toEqual(next);
      },
    ),
    { numRuns: 1000 },
  );
});

test("weekly wall times lie exactly seven days apart for two years, in every zone of the table", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), weekday, time, instants, (zone, on, at, start) => {
      const rule: ScheduleRule = { type: "weekly", every: 1, weekday: on, at, from: "2026-11-25" };
      let last = nextOccurrence({ rule, zone, skipDates: [] }, start);
      for (let week = 0; week < 104 && last !== null; week += 1) {
        const next = nextOccurrence({ rule, zone, skipDates: [] }, last.at);
        expect(next?.wall).toBe(
          Temporal.PlainDateTime.from(last.wall).add({ days: 7 }).toString({ smallestUnit: "minute" }),
        );
        last = next;
      }
    }),
    { numRuns: 60 },
  );
});
