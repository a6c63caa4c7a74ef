/** Names of zones, as people type them, and the hours in which a zone sleeps. */
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { nextWaking } from "../../src/schedule/quiet-hours.ts";
import { isZone, parseZone } from "../../src/schedule/zones.ts";

test.each([
  ["Asia/Seoul", "Asia/Seoul"],
  ["asia/seoul", "Asia/Seoul"],
  ["america/port-au-prince", "America/Port-au-Prince"],
  ["America/New York", "America/New_York"],
  // An alias stays what people call it.
  ["asia/kolkata", "Asia/Kolkata"],
  ["Europe/Kyiv", "Europe/Kyiv"],
  ["utc", "UTC"],
  ["Etc/GMT+5", "Etc/GMT+5"],
])("%s is %s", (text, name) => expect(parseZone(text)).toEqual({ type: "zone", name }));

test.each([
  ["Seoul", "Asia/Seoul"],
  ["Asia/Soul", "Asia/Seoul"],
  ["Europe/Berln", "Europe/Berlin"],
  ["europe/new york", "America/New_York"],
  ["Kiyv", "Europe/Kyiv"],
  ["Bombay/Kolkatta", "Asia/Kolkata"],
  ["nuuk", "America/Nuuk"],
  ["Amerika/Sao_Paulo", "America/Sao_Paulo"],
])("%s was probably %s", (text, name) => {
  const parsed = parseZone(text);
  expect(parsed).toMatchObject({ type: "unknown", nearest: expect.arrayContaining([name]) });
  if (parsed.type === "unknown") expect(parsed.nearest.length).toBeLessThanOrEqual(3);
});

test.each(["", "+09:00", "-03:30", "KST", "Mars/Olympus_Mons_Base", "../etc", "💥"])("%s is no zone", (text) =>
  expect(parseZone(text)).toMatchObject({ type: "unknown" }),
);

test("whatever is typed, a zone is one, and the names offered are zones", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (text) => {
      const parsed = parseZone(text);
      for (const name of parsed.type === "zone" ? [parsed.name] : parsed.nearest) expect(isZone(name)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const instant = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds;

test.each([
  ["2026-11-23T08:00[Asia/Seoul]", "2026-11-23T08:00[Asia/Seoul]"],
  ["2026-11-23T21:59:59[Asia/Seoul]", "2026-11-23T21:59:59[Asia/Seoul]"],
  ["2026-11-23T22:00[Asia/Seoul]", "2026-11-24T08:00[Asia/Seoul]"],
  ["2026-11-23T00:00[Asia/Seoul]", "2026-11-23T08:00[Asia/Seoul]"],
  ["2026-11-23T07:59:59.999[Asia/Seoul]", "2026-11-23T08:00[Asia/Seoul]"],
  // The night in which clocks go forward is shorter, the other longer; the morning stays.
  ["2026-03-28T23:00[Europe/Berlin]", "2026-03-29T08:00+02:00[Europe/Berlin]"],
  ["2026-10-24T23:00[Europe/Berlin]", "2026-10-25T08:00+01:00[Europe/Berlin]"],
  // There was no next morning in Apia but the one after it.
  ["2011-12-29T23:00[Pacific/Apia]", "2011-12-31T08:00[Pacific/Apia]"],
])("at %s people may be spoken to at %s", (now, then) => {
  const zone = Temporal.ZonedDateTime.from(now).timeZoneId;
  expect(nextWaking(instant(now), zone)).toBe(instant(then));
});

test("nobody is ever spoken to at night, nor later than the next morning", () => {
  const zones = [
    "Asia/Seoul",
    "Antarctica/Troll",
    "Australia/Lord_Howe",
    "America/Nuuk",
    "Africa/Cairo",
    "Pacific/Chatham",
  ];
  const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, now) => {
      const at = nextWaking(now, zone);
      const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(hour >= 8 && hour < 22).toBe(true);
      expect(at - now).toBeGreaterThanOrEqual(0);
      expect(at - now).toBeLessThanOrEqual(12 * 3_600_000);
    }),
  );
});
