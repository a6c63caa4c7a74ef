/** Opens Slack: Bolt on signed HTTP or Socket Mode, with one token or with installations. */
import { App, ExpressReceiver, HTTPModuleFunctions, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { AuthorizationError, InstallProvider } from "@slack/oauth";
import { WebAPIPlatformError } from "@slack/web-api";
import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import type { AdapterParts, OpenedAdapter } from "../../src/operating/adapter.ts";
import { seldom } from "../../src/operating/seldom.ts";
import { present } from "../../src/text/present.ts";
import { type Accounts, clientOptions, openInstalledAccounts, openSingleAccount } from "./accounts.ts";
import { addUnserved } from "./answer-unserved.ts";
import { deriveKey, makeCipher } from "./cipher.ts";
import type { SlackConfig } from "./configuration.ts";
import { addInbound } from "./inbound.ts";
import { makeInstallations } from "./installations.ts";
import { makeOutbound } from "./outbound.ts";
import { refuseNonsense } from "./payload.ts";
import { makePeople } from "./people.ts";
import { quietLogger } from "./quiet-logger.ts";
import { scopes } from "./scopes.ts";
import { slackTables } from "./tables.ts";
import { makeTellUnserved, unserved } from "./unserved.ts";
import { isOurs } from "./workspace.ts";

type SlackParts = Omit<AdapterParts, "shared"> & { readonly config: SlackConfig };

/** Throws when Slack doesn't know the token. */
export const openSlack = async (parts: SlackParts): Promise<OpenedAdapter> => {
  const { config } = parts;
  const router = express.Router();
  const options = clientOptions(config.apiUrl);
  const accounts = await openAccounts(parts, router);
  const receiver = openReceiver(parts, router);
  const app = new App({
    receiver,
    authorize: (source) =>
      accounts.authorize(source).catch((fault: unknown) => {
        parts.reportFault(fault);
        return unserved("fault");
      }),
    clientOptions: options,
    logger: quietLogger(parts.reportFault),
    deferInitialization: true,
    // What a conversation holds stands in the database.
    convoStore: false,
  });
  return {
    platform: makeOutbound(accounts, parts.clock, parts.reportFault, config.admission),
    serves: isOurs,
    start: async (workshop) => {
      const people = makePeople(parts.store, parts.fallback);
      addUnserved(app, { people, tell: makeTellUnserved(parts.reportFault) });
      addInbound(app, { workshop, accounts, people, admission: config.admission, reportFault: parts.reportFault });
      app.error(async (fault) => parts.reportFault(fault));
      await app.init();
      if (config.appToken !== undefined) await app.start();
      return router;
    },
    stop: async () => {
      if (config.appToken !== undefined) await app.stop();
    },
  };
};

const openAccounts = async ({ config, database, reportFault }: SlackParts, router: Router): Promise<Accounts> => {
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
    ...present({
      authorizationUrl: config.apiUrl === undefined ? undefined : new URL("../oauth/v2/authorize", config.apiUrl).href,
    }),
  });
  router.get("/slack/install", (request, response) => installer.handleInstallPath(request, response));
  router.get("/slack/oauth_redirect", (request, response) => installer.handleCallback(request, response));
  return openInstalledAccounts(
    installations,
    ({ teamId, enterpriseId, isEnterpriseInstall }) =>
      installer.authorize({ teamId, enterpriseId, isEnterpriseInstall }),
    options,
  );
};

const openReceiver = ({ config, clock, reportFault }: SlackParts, router: Router): Receiver => {
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
  router.post("/slack/events", refuseStrayTime(clock));
  router.use(receiver.app);
  return receiver;
};

/**
 * A signed body that holds no payload, such as `null`, makes Bolt stumble: the sender's mistake,
 * where Bolt would call it ours.
 */
const refuseUnreadable: typeof HTTPModuleFunctions.defaultProcessEventErrorHandler = async (args) => {
  const { request, response } = args;
  if ("body" in request && typeof request.body === "object" && request.body !== null)
    return HTTPModuleFunctions.defaultProcessEventErrorHandler(args);
  response.writeHead(400).end();
  return true;
};

const signedSecondsMax = 300;

/**
 * Bolt refuses a signature that is too old, but takes one from years ahead, which could be kept and
 * sent then.
 */
const refuseStrayTime =
  (clock: Clock): RequestHandler =>
  (request, response, next) => {
    const at = Number(request.headers["x-slack-request-timestamp"]);
    if (Math.abs(clock.now() / 1000 - at) <= signedSecondsMax) return next();
    return response.status(401).end();
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
