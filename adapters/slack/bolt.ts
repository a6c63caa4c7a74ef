/**
 * The one place that knows how Bolt is put together: on signed HTTP or Socket Mode, with one token
 * or with installations.
 */
import { App, ExpressReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { AuthorizationError, InstallProvider } from "@slack/oauth";
import { WebAPIPlatformError } from "@slack/web-api";
import express, { type Router } from "express";
import { z } from "zod";
import type { AdapterParts } from "../../src/operating/adapter.ts";
import { seldom } from "../../src/operating/seldom.ts";
import { type Accounts, clientOptions, openInstalledAccounts, openSingleAccount } from "./accounts.ts";
import { deriveKey, makeCipher } from "./cipher.ts";
import type { SlackConfig } from "./configuration.ts";
import { refuseNonsense, refuseStrayTime, refuseUnreadable } from "./guard.ts";
import { makeInstallations } from "./installations.ts";
import { quietLogger } from "./quiet-logger.ts";
import { scopes } from "./scopes.ts";
import { slackTables } from "./tables.ts";
import { unserved } from "./unserved.ts";

export type Bolt = {
  readonly app: App;
  readonly accounts: Accounts;
  /** Where Slack sends what happens, and where the app is installed. */
  readonly routes: Router;
  /** To be called when all is registered that the app answers to. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type BoltParts = Pick<AdapterParts, "database" | "clock" | "reportFault"> & { readonly config: SlackConfig };

/** Throws when Slack doesn't know the token. */
export const openBolt = async (parts: BoltParts): Promise<Bolt> => {
  const { config, reportFault } = parts;
  const routes = express.Router();
  const accounts = await openAccounts(parts, routes);
  const app = new App({
    receiver: openReceiver(parts, routes),
    authorize: (source) =>
      accounts.authorize(source).catch((fault: unknown) => {
        reportFault(fault);
        return unserved("fault");
      }),
    clientOptions: clientOptions(config.apiUrl),
    logger: quietLogger(reportFault),
    deferInitialization: true,
    // What a conversation holds stands in the database.
    convoStore: false,
  });
  app.error(async (fault) => reportFault(fault));
  return {
    app,
    accounts,
    routes,
    start: async () => {
      await app.init();
      if (config.appToken !== undefined) await app.start();
    },
    stop: async () => {
      if (config.appToken !== undefined) await app.stop();
    },
  };
};

const openAccounts = async ({ config, database, reportFault }: BoltParts, routes: Router): Promise<Accounts> => {
  const options = clientOptions(config.apiUrl);
  const { account } = config;
  if (account.type === "token") return openSingleAccount(account.token, options);
  const { clientId, clientSecret, secrets } = account;
  const installations = makeInstallations(slackTables(database), makeCipher(secrets));
  const installer = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret: deriveKey(secrets[0], "slack-state").toString("base64"),
    installationStore: installations,
    installUrlOptions: { scopes: [...scopes] },
    directInstall: true,
    logger: quietLogger(tellOfInstalling(reportFault)),
    clientOptions: options,
    ...(config.apiUrl === undefined ? {} : { authorizationUrl: new URL("../oauth/v2/authorize", config.apiUrl).href }),
  });
  routes.get("/slack/install", (request, response) => installer.handleInstallPath(request, response));
  routes.get("/slack/oauth_redirect", (request, response) => installer.handleCallback(request, response));
  return openInstalledAccounts(
    installations,
    ({ teamId, enterpriseId, isEnterpriseInstall }) =>
      installer.authorize({ teamId, enterpriseId, isEnterpriseInstall }),
    options,
  );
};

const openReceiver = ({ config, clock, reportFault }: BoltParts, routes: Router): Receiver => {
  const logger = quietLogger(reportFault);
  if (config.appToken !== undefined) {
    const options = clientOptions(config.apiUrl);
    return new SocketModeReceiver({
      appToken: config.appToken,
      logger,
      installerOptions: { clientOptions: options },
    });
  }
  const receiver = new ExpressReceiver({
    signingSecret: config.signingSecret ?? "",
    logger,
    endpoints: "/slack/events",
    processEventErrorHandler: refuseUnreadable,
    customPropertiesExtractor: (request) => {
      refuseNonsense("body" in request ? request.body : undefined);
      return {};
    },
    // Nonsense was answered by then, and isn't our fault.
    unhandledRequestHandler: ({ response }) => {
      if (response.headersSent) return;
      reportFault(new Error("A request of Slack's was not answered within three seconds"));
      response.writeHead(404).end();
    },
  });
  routes.post("/slack/events", refuseStrayTime(clock));
  routes.use(receiver.app);
  return receiver;
};

const strangersCodes = z.object({
  code: z.enum(["slack_oauth_missing_state", "slack_oauth_invalid_state", "slack_oauth_missing_code"]),
});

/** What Slack says of a code that it didn't give, or gave once already. */
const strangersWords = ["invalid_code", "code_already_used", "code_expired"];

/**
 * Whoever comes back from an installation that nobody began, with a code that Slack doesn't know,
 * or having thought better of it: refused, and counted as every refusal.
 */
const isStrangers = (fault: unknown): boolean =>
  strangersCodes.safeParse(fault).success ||
  fault instanceof AuthorizationError ||
  (fault instanceof WebAPIPlatformError && strangersWords.includes(fault.data.error));

const tellOfInstallingEveryMs = 60_000;

/** Anybody may come back, as often as they like, while Slack or the database is away. */
const tellOfInstalling = (reportFault: (fault: unknown) => void) => {
  const tell = seldom(tellOfInstallingEveryMs, reportFault);
  return (fault: unknown): void => {
    if (!isStrangers(fault)) tell(fault, "installing");
  };
};
