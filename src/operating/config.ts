/** The environment, checked once at the start; all mistakes come in one message. */
import { delimiter } from "node:path";
import { z } from "zod";
import { defaultLanguage, type Language, languageCodes } from "../i18n/languages.ts";
import { isZone } from "../schedule/zones.ts";
import { parseAddress } from "../store/address.ts";
import { missingForTeams, teamsOf } from "./config-teams.ts";

/** An empty variable is an unset one. */
const optional = z
  .string()
  .optional()
  .transform((text) => (text === "" ? undefined : text));

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
  WORKSHOP_SECRET: optional,
  WORKSHOP_PLAYGROUND: z.enum(["1", "0"]).optional(),
  WORKSHOP_RETENTION_DAYS: optional
    .refine((days) => days === undefined || /^[1-9]\d{0,4}$/.test(days), "expected a whole number of days, from 1")
    .transform((days) => (days === undefined ? undefined : Number(days))),
  WORKSHOP_METRICS_TOKEN: optional.refine(
    (token) => token === undefined || token.length >= 16,
    "expected at least 16 characters",
  ),
  SLACK_BOT_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  SLACK_API_URL: optional,
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI", "MultiTenant", ""]).optional(),
  MicrosoftAppTenantId: optional,
  TEAMS_TENANTS: optional,
  TEAMS_LOCAL: z.enum(["1", "0", ""]).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Environment = z.infer<typeof environment>;

/** Which token acts in Slack: one, or those of every workspace that installs the app. The first secret encrypts, all decrypt. */
export type SlackAccount =
  | { readonly type: "token"; readonly token: string }
  | {
      readonly type: "oauth";
      readonly clientId: string;
      readonly clientSecret: string;
      readonly secrets: readonly [string, ...string[]];
    };

export type SlackConfig = {
  readonly account: SlackAccount;
  /** Present for signed HTTP. */
  readonly signingSecret?: string;
  /** Present for Socket Mode, which is then used alone. */
  readonly appToken?: string;
  readonly apiUrl?: string;
};

/** The app's registration, or none: then clients on this machine alone are served, without authentication. */
export type TeamsConfig =
  | {
      readonly type: "app";
      readonly appId: string;
      readonly appType: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
      /** Absent for a managed identity. */
      readonly password?: string;
      readonly tenantId?: string;
      /** Who may use it; nobody else is answered. */
      readonly tenants: readonly string[];
    }
  | { readonly type: "local" };

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly packFolders: readonly string[];
  readonly locale: Language;
  /** IANA name. */
  readonly timezone: string;
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  readonly playground: boolean;
  /** So many days what is over is kept; for ever without it. */
  readonly retentionDays?: number;
  /** What readers of the metrics must bring. */
  readonly metricsToken?: string;
  readonly logLevel: string;
};

/** Reads the configuration. Throws an `Error` whose message lists every variable that is wrong or missing, and how. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw mistaken(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const { data } = parsed;
  const missing = [...missingForSlack(data), ...missingForTeams(data)];
  if (missing.length > 0) throw mistaken(missing);
  const slack = slackOf(data);
  const teams = teamsOf(data);
  const alone = slack === undefined && teams === undefined;
  const playground = data.WORKSHOP_PLAYGROUND === undefined ? alone : data.WORKSHOP_PLAYGROUND === "1";
  const local = alone || teams?.type === "local";
  return {
    port: data.PORT,
    host: data.HOST ?? (local ? "127.0.0.1" : "0.0.0.0"),
    databaseUrl: data.DATABASE_URL,
    packFolders: data.WORKSHOP_PACKS.split(delimiter).filter(Boolean),
    locale: data.WORKSHOP_LOCALE,
    timezone: data.WORKSHOP_TIMEZONE,
    ...(slack === undefined ? {} : { slack }),
    ...(teams === undefined ? {} : { teams }),
    playground,
    ...(data.WORKSHOP_RETENTION_DAYS === undefined ? {} : { retentionDays: data.WORKSHOP_RETENTION_DAYS }),
    ...(data.WORKSHOP_METRICS_TOKEN === undefined ? {} : { metricsToken: data.WORKSHOP_METRICS_TOKEN }),
    logLevel: data.LOG_LEVEL,
  };
};

const mistaken = (lines: readonly string[]): Error =>
  new Error(`The environment has ${lines.length} mistake(s):\n${lines.map((line) => `  ${line}`).join("\n")}`);

const secretLengthMin = 32;

/** Where each of Slack's values is found on api.slack.com/apps. */
const found = {
  SLACK_BOT_TOKEN: "missing; on your app's page under “OAuth & Permissions” → “Bot User OAuth Token” (xoxb-…)",
  SLACK_SIGNING_SECRET:
    "missing; on your app's page under “Basic Information” → “App Credentials” → “Signing Secret” (or set SLACK_APP_TOKEN for Socket Mode)",
  SLACK_CLIENT_ID: "missing; on your app's page under “Basic Information” → “App Credentials” → “Client ID”",
  SLACK_CLIENT_SECRET: "missing; on your app's page under “Basic Information” → “App Credentials” → “Client Secret”",
  WORKSHOP_SECRET: `missing; it encrypts Slack's tokens in the database. At least ${secretLengthMin} characters of your own, such as those of “openssl rand -hex 32”; to replace it, put the new one before the old one, with a comma between`,
} as const;

const missingForSlack = (env: Environment): readonly string[] => {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = env;
  const asked = [SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET];
  if (asked.every((value) => value === undefined)) return [];
  const oauth = SLACK_CLIENT_ID !== undefined || SLACK_CLIENT_SECRET !== undefined;
  const missing: (keyof typeof found)[] = [];
  if (SLACK_SIGNING_SECRET === undefined && SLACK_APP_TOKEN === undefined) missing.push("SLACK_SIGNING_SECRET");
  if (!oauth && SLACK_BOT_TOKEN === undefined) missing.push("SLACK_BOT_TOKEN");
  if (oauth && SLACK_CLIENT_ID === undefined) missing.push("SLACK_CLIENT_ID");
  if (oauth && SLACK_CLIENT_SECRET === undefined) missing.push("SLACK_CLIENT_SECRET");
  if (oauth && secretsOf(env) === undefined) missing.push("WORKSHOP_SECRET");
  const both = oauth && SLACK_BOT_TOKEN !== undefined;
  return [
    ...missing.map((name) => `${name}: ${found[name]}`),
    ...(both ? ["SLACK_BOT_TOKEN: set for one workspace, beside SLACK_CLIENT_ID for many; remove one of them"] : []),
  ];
};

const secretsOf = ({ WORKSHOP_SECRET }: Environment): readonly [string, ...string[]] | undefined => {
  const [first, ...rest] = (WORKSHOP_SECRET ?? "").split(",").map((secret) => secret.trim());
  if (first === undefined || [first, ...rest].some(({ length }) => length < secretLengthMin)) return undefined;
  return [first, ...rest];
};

const accountOf = (env: Environment): SlackAccount | undefined => {
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = env;
  if (SLACK_BOT_TOKEN !== undefined) return { type: "token", token: SLACK_BOT_TOKEN };
  const secrets = secretsOf(env);
  if (SLACK_CLIENT_ID === undefined || SLACK_CLIENT_SECRET === undefined || secrets === undefined) return undefined;
  return { type: "oauth", clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET, secrets };
};

const slackOf = (env: Environment): SlackConfig | undefined => {
  const account = accountOf(env);
  if (account === undefined) return undefined;
  const { SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL } = env;
  return {
    account,
    ...(SLACK_SIGNING_SECRET === undefined ? {} : { signingSecret: SLACK_SIGNING_SECRET }),
    ...(SLACK_APP_TOKEN === undefined ? {} : { appToken: SLACK_APP_TOKEN }),
    ...(SLACK_API_URL === undefined ? {} : { apiUrl: SLACK_API_URL }),
  };
};
