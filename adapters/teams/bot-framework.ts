/**
 * The one place, beside the guard, that knows the Bot Framework SDK: it verifies what comes in,
 * frames the answers, and gives tokens. The SDK is archived; what takes its place needs to fulfil
 * the type below and no more. Nothing is sent through its connector, which sends a post again after
 * a timeout or a 5xx, when it may stand there already.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";
import { AppCredentials, AuthenticationConstants, type BotFrameworkAuthentication } from "botframework-connector";
import type { RequestHandler } from "express";
import { present } from "../../src/text/present.ts";
import type { TeamsConfig } from "./configuration.ts";

/** What an invoke is answered with; undefined for activities that take no answer. */
export type TurnAnswer = { readonly status: number; readonly body: unknown } | undefined;

export type BotFramework = {
  readonly authentication: BotFrameworkAuthentication;
  /** Answers a request whose activity the guard has let pass. `take` must not throw. */
  readonly answer: (take: (activity: unknown) => Promise<TurnAnswer>) => RequestHandler;
  /** The token that the connector asks for; undefined where authentication is off. */
  readonly token: () => Promise<string | undefined>;
};

export const openBotFramework = (config: TeamsConfig): BotFramework => {
  const settings = settingsOf(config);
  const credentials = new ConfigurationServiceClientCredentialFactory(settings);
  const authentication = new ConfigurationBotFrameworkAuthentication(settings, credentials);
  const adapter = new CloudAdapter(authentication);
  return {
    authentication,
    answer: (take) => (request, response) =>
      adapter.process(request, response, async (context) => {
        const answer = await take(context.activity);
        if (answer !== undefined) await context.sendActivity({ type: "invokeResponse", value: answer });
      }),
    token: async () => {
      if (config.type === "local") return undefined;
      const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = AuthenticationConstants;
      const found = await credentials.createCredentials(config.appId, scope, login, true);
      if (!(found instanceof AppCredentials)) throw new Error("The Bot Framework gave credentials without a token");
      return found.getToken();
    },
  };
};

const settingsOf = (config: TeamsConfig) =>
  config.type === "local"
    ? {}
    : {
        MicrosoftAppId: config.appId,
        MicrosoftAppType: config.appType,
        ...present({ MicrosoftAppPassword: config.password, MicrosoftAppTenantId: config.tenantId }),
      };
