/**
 * Names of time zones: which exist, how they are written, and which one was probably meant. Pure,
 * over the zone data of this program.
 */
import { Temporal } from "temporal-polyfill";
import { nearest } from "../text/nearest.ts";

export type ParsedZone =
  | { readonly type: "zone"; readonly name: string }
  | { readonly type: "unknown"; readonly nearest: readonly string[] };

/** Today's names of zones that `Intl` lists under names long given up. */
const modernNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/**
 * Whether this is the name of a time zone that this program knows, in any case of letters. An
 * offset such as `+09:00` is none, since it can't follow changes of clocks.
 */
export const isZone = (name: string): boolean => nameAsWritten(name) !== undefined;

/** The name in its usual case of letters, an alias as the alias. */
const nameAsWritten = (name: string): string | undefined => {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
};

/**
 * Reads the name of a zone as people write it (`asia/seoul`, `America/New York`); an unknown one
 * comes with at most three that were probably meant, nearest first.
 */
export const parseZone = (text: string): ParsedZone => {
  const given = text.trim().replace(/\s+/gu, "_");
  const name = nameAsWritten(given);
  return name === undefined ? { type: "unknown", nearest: nearestZones(given.toLowerCase()) } : { type: "zone", name };
};

const zonesMax = 3;

const cityOf = (name: string): string => name.slice(name.lastIndexOf("/") + 1).toLowerCase();

/** By the city alone, since that is what people know; then by the whole name. */
const nearestZones = (given: string): readonly string[] => {
  const names = ["UTC", ...Intl.supportedValuesOf("timeZone").map((name) => modernNames[name] ?? name)];
  const cities = nearest(cityOf(given), names.map(cityOf), zonesMax);
  const whole = nearest(
    given,
    names.map((name) => name.toLowerCase()),
    zonesMax,
  );
  const found = [
    ...cities.flatMap((city) => names.filter((name) => cityOf(name) === city)),
    ...whole.flatMap((low) => names.filter((name) => name.toLowerCase() === low)),
  ];
  return [...new Set(found)].slice(0, zonesMax);
};
