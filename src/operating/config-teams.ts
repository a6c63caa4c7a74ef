/** What the environment says of Teams, and what it lacks. */
import type { Environment, TeamsConfig } from "./config.ts";

/** Where each value is found at portal.azure.com. */
const found = {
  MicrosoftAppId: "missing; on your Azure Bot's page under “Configuration” → “Microsoft App ID”",
  MicrosoftAppPassword:
    "missing; at “Configuration” → “Manage Password” → “New client secret”, its “Value” (or set MicrosoftAppType=UserAssignedMSI for a managed identity)",
  MicrosoftAppTenantId: "missing; on your Azure Bot's page under “Configuration” → “App Tenant ID”",
  TEAMS_TENANTS:
    "missing; with MicrosoftAppType=MultiTenant name the tenants that may use the bot, separated by commas",
} as const;

const appTypeOf = ({ MicrosoftAppType }: Environment) => MicrosoftAppType || "SingleTenant";

const isLocal = ({ TEAMS_LOCAL }: Environment): boolean => TEAMS_LOCAL === "1";

export const isLoopback = (host: string): boolean => ["127.0.0.1", "localhost", "::1"].includes(host);

/** A line for each variable that is missing or doesn't go with the others. */
export const missingForTeams = (env: Environment): readonly string[] => {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, HOST } = env;
  const asked = [MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId].some((value) => value !== undefined);
  if (isLocal(env)) {
    if (asked)
      return [
        "TEAMS_LOCAL: set beside MicrosoftAppId; without authentication no app may be served, so remove one of them",
      ];
    return HOST === undefined || isLoopback(HOST)
      ? []
      : [`TEAMS_LOCAL: authentication is off, so it listens on this machine alone; remove HOST=${HOST}`];
  }
  if (!asked) return [];
  const type = appTypeOf(env);
  const missing: (keyof typeof found)[] = [];
  if (MicrosoftAppId === undefined) missing.push("MicrosoftAppId");
  if (type !== "UserAssignedMSI" && MicrosoftAppPassword === undefined) missing.push("MicrosoftAppPassword");
  if (type !== "MultiTenant" && MicrosoftAppTenantId === undefined) missing.push("MicrosoftAppTenantId");
  if (type === "MultiTenant" && tenantsOf(env).length === 0) missing.push("TEAMS_TENANTS");
  const both = type === "UserAssignedMSI" && MicrosoftAppPassword !== undefined;
  return [
    ...missing.map((name) => `${name}: ${found[name]}`),
    ...(both ? ["MicrosoftAppPassword: a managed identity has none; remove it"] : []),
  ];
};

/** The tenants named, else the app's own. */
const tenantsOf = ({ TEAMS_TENANTS, MicrosoftAppTenantId }: Environment): readonly string[] => {
  const named = (TEAMS_TENANTS ?? "")
    .split(",")
    .map((tenant) => tenant.trim())
    .filter(Boolean);
  return named.length > 0 || MicrosoftAppTenantId === undefined ? named : [MicrosoftAppTenantId];
};

export const teamsOf = (env: Environment): TeamsConfig | undefined => {
  if (isLocal(env)) return { type: "local" };
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = env;
  if (MicrosoftAppId === undefined) return undefined;
  return {
    type: "app",
    appId: MicrosoftAppId,
    appType: appTypeOf(env),
    ...(MicrosoftAppPassword === undefined ? {} : { password: MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId === undefined ? {} : { tenantId: MicrosoftAppTenantId }),
    tenants: tenantsOf(env),
  };
};
