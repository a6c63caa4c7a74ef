/**
 * Which token acts for which workspace: one from the environment, or those of the installations.
 */
import type { AuthorizeResult } from "@slack/bolt";
import { AuthorizationError } from "@slack/oauth";
import { WebAPIPlatformError, WebClient, type WebClientOptions } from "@slack/web-api";
import { present } from "../../src/text/present.ts";
import { Sealed } from "./cipher.ts";
import { callMsMax, fetchWhole } from "./fetch-whole.ts";
import { type Installations, NotInstalled } from "./installations.ts";
import { quietLogger } from "./quiet-logger.ts";
import { unserved } from "./unserved.ts";
import { formatWorkspace, idOf, type PayloadSource } from "./workspace.ts";

export type Accounts = {
  /**
   * What acts for the source, or why nothing does there (`readUnserved` of `unserved.ts`). Throws
   * where it couldn't be found out.
   */
  readonly authorize: (source: PayloadSource) => Promise<AuthorizeResult>;
  /**
   * A client that acts in the workspace. It neither retries nor waits by itself. `not-installed`:
   * the app is no longer there; `sealed`: no secret opens its token now.
   */
  readonly clientFor: (workspace: string) => Promise<WebClient | "not-installed" | "sealed">;
  readonly forget: (workspace: string) => Promise<void>;
};

/** Every call is made once: what a failed one means is decided, and told, where it was made. */
export const clientOptions = (slackApiUrl: string | undefined): WebClientOptions => ({
  ...present({ slackApiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: callMsMax,
  fetch: fetchWhole,
  // What Slack remarks on a call may quote it; the fault is told where the call was made.
  logger: quietLogger(() => undefined),
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
      if (![teamId, enterpriseId].some((id) => id !== undefined && ids.includes(id))) return unserved("foreign");
      return {
        botToken: token,
        ...present({ botUserId: own.user_id, botId: own.bot_id }),
      };
    },
    clientFor: async (workspace) =>
      ids.some((id) => id !== undefined && workspace === formatWorkspace(id)) ? client : "not-installed",
    forget: async () => undefined,
  };
};

const whyIn = (fault: unknown): "not-installed" | "sealed" | undefined => {
  if (fault instanceof NotInstalled) return "not-installed";
  return fault instanceof Sealed ? "sealed" : undefined;
};

type OAuthAuthorize = (source: PayloadSource) => Promise<AuthorizeResult>;

/** Every workspace that installed the app. */
export const openInstalledAccounts = (
  installations: Installations,
  authorize: OAuthAuthorize,
  options: WebClientOptions,
): Accounts => ({
  authorize: (source) =>
    authorize(source).catch((fault: unknown) => {
      // The installer hands on what the store threw as `original`.
      const why = whyIn(fault instanceof AuthorizationError ? fault.original : fault);
      if (why === undefined) throw fault;
      return unserved(why);
    }),
  clientFor: async (workspace) => {
    try {
      const token = await installations.findToken(idOf(workspace));
      return token === undefined ? "not-installed" : new WebClient(token, options);
    } catch (fault) {
      if (fault instanceof Sealed) return "sealed";
      throw fault;
    }
  },
  forget: (workspace) => installations.remove(idOf(workspace)),
});
