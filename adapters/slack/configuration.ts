/** What the environment says of Slack, and what it lacks. */
import { z } from "zod";
import { optional, report, type VariableMistake } from "../../src/operating/environment.ts";
import { present } from "../../src/text/present.ts";
import type { Admission } from "./standing.ts";

/**
 * Which token acts in Slack: one, or those of every workspace that installs the app. The first
 * secret encrypts, all decrypt.
 */
export type SlackAccount =
  | { readonly type: "token"; readonly token: string }
  | {
      readonly type: "oauth";
      readonly clientId: string;
      readonly clientSecret: string;
      readonly secrets: Secrets;
    };

export type SlackConfig = {
  readonly account: SlackAccount;
  /** Present for signed HTTP. */
  readonly signingSecret?: string;
  /** Present for Socket Mode, which is then used alone. */
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly admission: Admission;
  /** The reveal is shown in the channel too, beside its thread. */
  readonly broadcasts: boolean;
};

type Secrets = readonly [string, ...string[]];

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

const admitted = optional.pipe(z.enum(["allow", "refuse"], "expected allow or refuse").default("allow"));

const variables = z.object({
  SLACK_BOT_TOKEN: optional,
  SLACK_SIGNING_SECRET: optional,
  SLACK_APP_TOKEN: optional,
  SLACK_CLIENT_ID: optional,
  SLACK_CLIENT_SECRET: optional,
  SLACK_API_URL: optional,
  SLACK_GUESTS: admitted,
  SLACK_EXTERNAL_PEOPLE: admitted,
  SLACK_BROADCAST: optional.pipe(z.enum(["1", "0"], "expected 1 or 0").default("1")),
  WORKSHOP_SECRET: optional,
});

type Variables = z.infer<typeof variables>;

/** The configuration; undefined where nothing is said of Slack. */
export const slackConfiguration = variables.transform((env, context): SlackConfig | undefined => {
  report(mistakesIn(env), context);
  const account = accountOf(env);
  if (account === undefined) return undefined;
  const { SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL } = env;
  return {
    account,
    admission: { guest: env.SLACK_GUESTS, external: env.SLACK_EXTERNAL_PEOPLE },
    broadcasts: env.SLACK_BROADCAST === "1",
    ...present({ signingSecret: SLACK_SIGNING_SECRET, appToken: SLACK_APP_TOKEN, apiUrl: SLACK_API_URL }),
  };
});

const mistakesIn = (env: Variables): readonly VariableMistake[] => {
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
  const both = "set for one workspace, beside SLACK_CLIENT_ID for many; remove one of them";
  return [
    ...missing.map((name) => ({ name, message: found[name] })),
    ...(oauth && SLACK_BOT_TOKEN !== undefined ? [{ name: "SLACK_BOT_TOKEN", message: both }] : []),
  ];
};

const secretsOf = ({ WORKSHOP_SECRET }: Variables): Secrets | undefined => {
  const [first, ...rest] = (WORKSHOP_SECRET ?? "").split(",").map((secret) => secret.trim());
  if (first === undefined || [first, ...rest].some(({ length }) => length < secretLengthMin)) return undefined;
  return [first, ...rest];
};

const accountOf = (env: Variables): SlackAccount | undefined => {
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = env;
  if (SLACK_BOT_TOKEN !== undefined) return { type: "token", token: SLACK_BOT_TOKEN };
  const secrets = secretsOf(env);
  if (SLACK_CLIENT_ID === undefined || SLACK_CLIENT_SECRET === undefined || secrets === undefined) return undefined;
  return { type: "oauth", clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET, secrets };
};
