/** The environment, checked once at the start; all mistakes come in one message. */
import { delimiter } from "node:path";
import { z } from "zod";
import { defaultLanguage, type Language, languageCodes } from "../i18n/languages.ts";
import { isZone } from "../schedule/zones.ts";
import { parseAddress } from "../store/address.ts";
import type { Adapter, Configured, Openable } from "./adapter.ts";
import { type Environment, optional } from "./environment.ts";

const databaseUrl = z
  .string()
  .default("file:./data/workshop.db")
  .superRefine((url, context) => {
    const address = parseAddress(url);
    if (address.type === "wrong") context.addIssue(address.why);
  });

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: optional,
  DATABASE_URL: databaseUrl,
  WORKSHOP_PACKS: z.string().min(1).default("./packs"),
  WORKSHOP_LOCALE: z.enum(languageCodes).default(defaultLanguage),
  WORKSHOP_TIMEZONE: z.string().refine(isZone, "expected an IANA time zone such as Asia/Seoul").default("UTC"),
  WORKSHOP_RETENTION_DAYS: optional
    .refine((days) => days === undefined || /^[1-9]\d{0,4}$/.test(days), "expected a whole number of days, from 1")
    .transform((days) => (days === undefined ? undefined : Number(days))),
  WORKSHOP_METRICS_TOKEN: optional.refine(
    (token) => token === undefined || token.length >= 16,
    "expected at least 16 characters",
  ),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly packFolders: readonly string[];
  readonly locale: Language;
  /** IANA name. */
  readonly timezone: string;
  /** The platforms to open, in the order of the list of all. */
  readonly platforms: readonly WantedPlatform[];
  /** So many days what is over is kept; for ever without it. */
  readonly retentionDays?: number | undefined;
  /** What readers of the metrics must bring. */
  readonly metricsToken?: string | undefined;
  readonly logLevel: string;
};

/** A platform that is configured. */
export type WantedPlatform = Openable & { readonly adapter: Adapter };

/**
 * Reads what the core and each of the adapters asks of the environment. Throws an `Error` whose
 * message lists every variable that is wrong or missing, and how.
 */
export const readConfig = (env: Environment, adapters: readonly Adapter[]): Config => {
  const parsed = environment.safeParse(env);
  const asked = adapters.map((adapter) => ({ adapter, parsed: adapter.configuration.safeParse(env) }));
  const mistakes = [parsed, ...asked.map((one) => one.parsed)].flatMap(({ error }) => error?.issues ?? []);
  if (!parsed.success || mistakes.length > 0) throw mistaken(mistakes);
  const { data } = parsed;
  const platforms = platformsOf(
    asked.flatMap(({ adapter, parsed: { data: configured } }) => (configured ? [{ adapter, configured }] : [])),
  );
  return {
    port: data.PORT,
    host: data.HOST ?? hostFor(platforms),
    databaseUrl: data.DATABASE_URL,
    packFolders: data.WORKSHOP_PACKS.split(delimiter).filter(Boolean),
    locale: data.WORKSHOP_LOCALE,
    timezone: data.WORKSHOP_TIMEZONE,
    platforms,
    retentionDays: data.WORKSHOP_RETENTION_DAYS,
    metricsToken: data.WORKSHOP_METRICS_TOKEN,
    logLevel: data.LOG_LEVEL,
  };
};

type ConfiguredAdapter = { readonly adapter: Adapter; readonly configured: Configured };

const platformsOf = (asked: readonly ConfiguredAdapter[]): readonly WantedPlatform[] => {
  const alone = asked.every(({ configured }) => configured.type !== "on");
  return asked.flatMap(({ adapter, configured }) => {
    if (configured.type === "off" || (configured.type === "unless-others" && !alone)) return [];
    const { type, ...openable } = configured;
    return [{ adapter, ...openable }];
  });
};

/** What must not be reached from elsewhere decides for all, since there is one port. */
const hostFor = (platforms: readonly WantedPlatform[]): string => {
  const reaches = platforms.map(({ reach }) => reach);
  return reaches.includes("anywhere") && !reaches.includes("this-machine") ? "0.0.0.0" : "127.0.0.1";
};

const mistaken = (issues: readonly z.core.$ZodIssue[]): Error => {
  const lines = issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  return new Error(`The environment has ${issues.length} mistake(s):\n${lines.join("\n")}`);
};
