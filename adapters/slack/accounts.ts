/**
 * Which token acts for which workspace: one from the environment, or those of the installations.
 */
import type { AuthorizeResult } from "@slack/bolt";
import { LogLevel, WebAPIPlatformError, WebClient, type WebClientOptions } from "@slack/web-api";
import { callMsMax, fetchWhole } from "./fetch-whole.ts";
import type { Installations } from "./installations.ts";
import { formatWorkspace, idOf, type Source } from "./workspace.ts";

export type Accounts = {
  /** Throws when the app isn't installed there, which Bolt answers as unauthorised. */
  readonly authorize: (source: Source) => Promise<AuthorizeResult>;
  /**
   * A client that acts in the workspace; undefined when the app is no longer installed there. It
   * neither retries nor waits by itself.
   */
  readonly clientFor: (workspace: string) => Promise<WebClient | undefined>;
  readonly forget: (workspace: string) => Promise<void>;
};

/** Every call is made once: what a failed one means is decided, and told, where it was made. */
export const clientOptions = (slackApiUrl: string | undefined): WebClientOptions => ({
  ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: callMsMax,
  fetch: fetchWhole,
  logLevel: LogLevel.ERROR,
});

const explainToken = (fault: unknown): never => {
  if (!(fault instanceof WebAPIPlatformError)) throw fault;
  throw new Error(
    `SLACK_BOT_TOKEN: Slack refuses it (${fault.data.error}). Copy it anew from your app's page, “OAuth & Permissions” → “Bot User OAuth Token” (xoxb-…)`,
  );
};

/**
 * One workspace, whose token stands in the environment. Throws what Slack says of a wrong token.
 */
export const openSingleAccount = async (token: string, options: WebClientOptions): Promise<Accounts> => {
  const client = new WebClient(token, options);
  const own = await client.auth.test().catch(explainToken);
  const ids = [own.team_id, own.enterprise_id];
  return {
    authorize: async ({ teamId, enterpriseId }) => {
      if (![teamId, enterpriseId].some((id) => id !== undefined && ids.includes(id)))
        throw new Error("A payload of a foreign workspace");
      return {
        botToken: token,
        ...(own.user_id === undefined ? {} : { botUserId: own.user_id }),
        ...(own.bot_id === undefined ? {} : { botId: own.bot_id }),
      };
    },
    clientFor: async (workspace) =>
      ids.some((id) => id !== undefined && workspace === formatWorkspace(id)) ? client : undefined,
    forget: async () => undefined,
  };
};

type OAuthAuthorize = (source: Source) => Promise<AuthorizeResult>;

/** Every workspace that installed the app. */
export const openInstalledAccounts = (
  installations: Installations,
  authorize: OAuthAuthorize,
  options: WebClientOptions,
): Accounts => ({
  authorize,
  clientFor: async (workspace) => {
    const token = await installations.findToken(idOf(workspace));
    return token === undefined ? undefined : new WebClient(token, options);
  },
  forget: (workspace) => installations.remove(idOf(workspace)),
});
