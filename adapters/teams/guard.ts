/**
 * Stands before botbuilder's turn and refuses what it would let through or answer with internal
 * text: activities of foreign tenants or with foreign service URLs, forged tokens, and without an
 * app id everything that isn't from this machine. Mount it behind `express.json`.
 */
import { setTimeout } from "node:timers/promises";
import { AuthenticationError, type BotFrameworkAuthentication, EmulatorValidation } from "botframework-connector";
import type { Request, RequestHandler } from "express";
import { z } from "zod";
import { type Language, languageOfLocale } from "../../src/i18n/languages.ts";
import { seldom } from "../../src/operating/seldom.ts";
import { mayBeConnectorToken } from "./bearer.ts";
import { teamsMessages } from "./messages/speak.ts";
import { isLocalService, isLoopbackAddress, isLoopbackName, isTeamsService } from "./service-hosts.ts";

export type GuardParts = {
  /** The one the adapter has too, so that both check alike. */
  readonly authentication: BotFrameworkAuthentication;
  /**
   * Absent in local use alone (`TEAMS_LOCAL`): no token is asked for then, and only this machine
   * may speak.
   */
  readonly appId: string | undefined;
  /** Tenants that may use the bot; empty for all. */
  readonly tenants: readonly string[];
  /** In which people of other tenants are told so whose own isn't known. */
  readonly language: Language;
  /**
   * Hosts (`name` or `name:port`) that may stand in service URLs beside Teams' own, with http too.
   * Given in code alone, for a connector of one's own.
   */
  readonly serviceHosts?: readonly string[];
  /** How long the keys may take to be fetched. */
  readonly keysWaitMsMax?: number;
  readonly reportFault: (fault: unknown) => void;
};

/** What each refusal is answered with; the body says no more than its name. */
const statuses = { "bad-request": 400, unauthorized: 401, forbidden: 403, unavailable: 503 } as const;

type Refusal = keyof typeof statuses;

/** Well below the 15 s after which Teams sends an invoke again. */
const keysWaitMsMaxDefault = 5_000;

/** What botbuilder needs to begin a turn without throwing, and what decides whether it may. */
const activity = z.object({
  type: z.string().min(1),
  name: z.string().optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
  channelId: z.string().min(1),
  serviceUrl: z.string().nullish(),
  conversation: z.object({ id: z.string().min(1), tenantId: z.string().nullish() }),
  channelData: z.object({ tenant: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});

type Activity = z.infer<typeof activity>;

/** A tenant that may not use the bot, with an activity that is otherwise in order. */
type Closed = { readonly type: "closed"; readonly tenant: string; readonly activity: Activity };

const tellClosedEveryMs = 3_600_000;

/**
 * Lets a request pass to the turn, or answers 400, 401, 403 or 503; of a tenant that may not use
 * the bot the operator is told once an hour.
 */
export const refuseBadActivities = (parts: GuardParts): RequestHandler => {
  const tellClosed = seldom(tellClosedEveryMs, (tenant: string) =>
    parts.reportFault(new Error(`Tenant ${tenant} asked for something, and TEAMS_TENANTS doesn't name it`)),
  );
  return async (request, response, next) => {
    const refusal = await (parts.appId === undefined ? localRefusal(request) : refusalOf(request, parts, parts.appId));
    if (refusal === undefined) return next();
    if (typeof refusal === "string") return response.status(statuses[refusal]).json({ error: refusal });
    tellClosed(refusal.tenant, refusal.tenant);
    const { name, locale } = refusal.activity;
    // What was said can't be answered by the response; a press on a card can.
    if (name !== "adaptiveCard/action") return response.status(statuses.forbidden).json({ error: "forbidden" });
    const value = teamsMessages(languageOfLocale(locale) ?? parts.language).closed;
    return response.json({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value });
  };
};

/**
 * A stranger learns only that a token is needed; what the activity lacks is told to holders of one.
 */
const refusalOf = async (request: Request, parts: GuardParts, appId: string): Promise<Refusal | Closed | undefined> => {
  const header = request.headers.authorization ?? "";
  if (!mayBeConnectorToken(header)) return "unauthorized";
  const parsed = activity.safeParse(request.body);
  if (!parsed.success || parsed.data.channelId !== "msteams") return "bad-request";
  const identity = await authenticate(parts, request.body, header);
  if (typeof identity === "string") return identity;
  // A configuration in which botbuilder's checks are off yields an identity without an audience.
  if (identity.getClaimValue("aud") !== appId) return "unauthorized";
  if (!isTeamsService(parsed.data.serviceUrl ?? "", parts.serviceHosts ?? [])) return "forbidden";
  const tenant = tenantOf(parsed.data, identity.getClaimValue("tid"));
  if (tenant === undefined) return "forbidden";
  const allowed = parts.tenants.length === 0 || parts.tenants.some((one) => one.toLowerCase() === tenant);
  return allowed ? undefined : { type: "closed", tenant, activity: parsed.data };
};

/**
 * The one tenant, in lower case, that every part of an activity and of its token names; undefined
 * when they disagree or the activity names none. The connector's tokens usually carry none: Teams
 * vouches for the activity as a whole.
 */
const tenantOf = ({ channelData, conversation }: Activity, tokenTenant: string | null): string | undefined => {
  const said = [channelData?.tenant?.id, conversation.tenantId].filter((id) => typeof id === "string" && id !== "");
  const [tenant, ...others] = [...said, tokenTenant].flatMap((id) => (id ? [String(id).toLowerCase()] : []));
  return said.length > 0 && others.every((other) => other === tenant) ? tenant : undefined;
};

type Identity = Awaited<ReturnType<BotFrameworkAuthentication["authenticateRequest"]>>["claimsIdentity"];

const authenticate = async (
  { authentication, keysWaitMsMax = keysWaitMsMaxDefault, reportFault }: GuardParts,
  body: Parameters<BotFrameworkAuthentication["authenticateRequest"]>[0],
  header: string,
): Promise<Identity | Refusal> => {
  try {
    const { claimsIdentity } = await inTime(authentication.authenticateRequest(body, header), keysWaitMsMax);
    return claimsIdentity;
  } catch (fault) {
    if (isRefusedToken(fault)) return "unauthorized";
    reportFault(fault);
    return "unavailable";
  } finally {
    forgetIssuers();
  }
};

/** The names of `jsonwebtoken`'s errors, which botbuilder throws as they are. */
const tokenFaults: readonly string[] = ["JsonWebTokenError", "NotBeforeError", "TokenExpiredError"];

/** Whether the token was found wanting. Anything else means that it couldn't be checked. */
const isRefusedToken = (fault: unknown): boolean =>
  fault instanceof AuthenticationError
    ? fault.statusCode === 401
    : fault instanceof Error && tokenFaults.includes(fault.name);

/** botbuilder waits for the keys without end. Rejects when they don't come in time. */
const inTime = async <Result>(work: Promise<Result>, waitMsMax: number): Promise<Result> => {
  const answered = new AbortController();
  const late = setTimeout(waitMsMax, undefined, { signal: answered.signal }).then(() => {
    throw new Error(`The keys of the Bot Framework did not come in ${waitMsMax} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    answered.abort();
  }
};

const { issuer: emulatorIssuers } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
const shippedCount = emulatorIssuers?.length ?? 0;

/**
 * botbuilder remembers four issuers for each tenant that any token names, before it has checked the
 * token: strangers could fill the memory.
 */
const forgetIssuers = (): void => {
  if (Array.isArray(emulatorIssuers)) emulatorIssuers.splice(shippedCount);
};

/**
 * Local tools send from this machine and speak to no page. A page elsewhere that reaches this port
 * by a name of its own (DNS rebinding), and a tunnel that brings the world to it, are told by the
 * `Host`, the `Origin` and the headers that proxies add.
 */
const localRefusal = (request: Request): Refusal | undefined => {
  const { headers, socket } = request;
  const host = URL.parse(`http://${headers.host}`)?.hostname ?? "";
  const forwarded = ["origin", "forwarded", "x-forwarded-for", "x-forwarded-host"].some((name) => name in headers);
  if (!isLoopbackAddress(socket.remoteAddress) || !isLoopbackName(host) || forwarded) return "forbidden";
  const parsed = activity.safeParse(request.body);
  if (!parsed.success) return "bad-request";
  return isLocalService(parsed.data.serviceUrl ?? "") ? undefined : "forbidden";
};
