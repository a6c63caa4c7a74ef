/**
 * The bot's endpoint as it stands in production — the one server, the guard, botbuilder's own
 * adapter — with a turn that only counts, and a second way in without the guard.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from "botbuilder";
import express, { type RequestHandler } from "express";
import { type GuardParts, refuseBadActivities } from "../../adapters/teams/guard.ts";
import { startServer } from "../../src/operating/server.ts";

export const appId = "6f7a2f6e-6c1d-4b52-9d0a-1f6f3f1f2a11";

export type BotServer = {
  readonly address: string;
  /** Turns that have begun, with or without the guard. */
  readonly turns: () => number;
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
};

/**
 * Botbuilder's authentication with another provider of keys than Microsoft's; all else as in the
 * public cloud.
 */
const authenticationWith = (metadataUrl: string, id: string): ConfigurationBotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: id,
    MicrosoftAppPassword: "a secret that is never sent",
    MicrosoftAppType: "MultiTenant",
    ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
    ToChannelFromBotOAuthScope: "https://api.botframework.com",
    ToBotFromChannelTokenIssuer: "https://api.botframework.com",
    OAuthUrl: "https://api.botframework.com",
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    CallerId: "urn:botframework:azure",
  });

type Settings = Partial<Pick<GuardParts, "tenants" | "serviceHosts" | "keysWaitMsMax">> & {
  readonly metadataUrl: string;
  /** No app id: local use. */
  readonly local?: boolean;
  /** Whether each turn answers through the connector. */
  readonly replies?: boolean;
};

export const openBotServer = async ({
  metadataUrl,
  local = false,
  replies = false,
  ...rest
}: Settings): Promise<BotServer> => {
  const faults: unknown[] = [];
  let turns = 0;
  const authentication = local
    ? new ConfigurationBotFrameworkAuthentication({})
    : authenticationWith(metadataUrl, appId);
  const adapter = new CloudAdapter(authentication);
  const begin: RequestHandler = (request, response) =>
    adapter.process(request, response, async (context) => {
      turns += 1;
      if (replies) await context.sendActivity("heard");
    });
  const reportFault = (fault: unknown): void => {
    faults.push(fault);
  };
  const parts = {
    authentication,
    appId: local ? undefined : appId,
    tenants: [],
    language: "en",
    ...rest,
    reportFault,
  } as const;
  const routes = express.Router();
  routes.post("/api/messages", express.json(), refuseBadActivities(parts), begin);
  routes.post("/unguarded", express.json(), begin);
  const server = await startServer({
    port: 0,
    host: "127.0.0.1",
    routes: [routes],
    checkReady: async () => undefined,
    reportFault,
  });
  return { address: server.address, turns: () => turns, faults, close: server.stop };
};
