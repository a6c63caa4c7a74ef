/** What the environment says of Teams, and what it lacks. */
import { z } from "zod";
import { isLoopback, optional, report, type VariableMistake } from "../../src/operating/environment.ts";
import { present } from "../../src/text/present.ts";

/**
 * The app's registration, or none: then clients on this machine alone are served, without
 * authentication.
 */
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

/** Where each value is found at portal.azure.com. */
const found = {
  MicrosoftAppId: "missing; on your Azure Bot's page under “Configuration” → “Microsoft App ID”",
  MicrosoftAppPassword:
    "missing; at “Configuration” → “Manage Password” → “New client secret”, its “Value” (or set MicrosoftAppType=UserAssignedMSI for a managed identity)",
  MicrosoftAppTenantId: "missing; on your Azure Bot's page under “Configuration” → “App Tenant ID”",
  TEAMS_TENANTS:
    "missing; with MicrosoftAppType=MultiTenant name the tenants that may use the bot, separated by commas",
} as const;

const variables = z.object({
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppType: z.enum(["SingleTenant", "UserAssignedMSI", "MultiTenant", ""]).optional(),
  MicrosoftAppTenantId: optional,
  TEAMS_TENANTS: optional,
  TEAMS_LOCAL: z.enum(["1", "0", ""]).optional(),
  HOST: optional,
});

type Variables = z.infer<typeof variables>;

/** The configuration; undefined where nothing is said of Teams. */
export const teamsConfiguration = variables.transform((env, context): TeamsConfig | undefined => {
  report(mistakesIn(env), context);
  if (isLocal(env)) return { type: "local" };
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = env;
  if (MicrosoftAppId === undefined) return undefined;
  return {
    type: "app",
    appId: MicrosoftAppId,
    appType: appTypeOf(env),
    ...present({ password: MicrosoftAppPassword, tenantId: MicrosoftAppTenantId }),
    tenants: tenantsOf(env),
  };
});

const appTypeOf = ({ MicrosoftAppType }: Variables) => MicrosoftAppType || "SingleTenant";

const isLocal = ({ TEAMS_LOCAL }: Variables): boolean => TEAMS_LOCAL === "1";

const mistakesIn = (env: Variables): readonly VariableMistake[] => {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = env;
  const asked = [MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId].some((value) => value !== undefined);
  if (isLocal(env)) return localMistakes(env, asked);
  if (!asked) return [];
  const type = appTypeOf(env);
  const missing: (keyof typeof found)[] = [];
  if (MicrosoftAppId === undefined) missing.push("MicrosoftAppId");
  if (type !== "UserAssignedMSI" && MicrosoftAppPassword === undefined) missing.push("MicrosoftAppPassword");
  if (type !== "MultiTenant" && MicrosoftAppTenantId === undefined) missing.push("MicrosoftAppTenantId");
  if (type === "MultiTenant" && tenantsOf(env).length === 0) missing.push("TEAMS_TENANTS");
  const both = type === "UserAssignedMSI" && MicrosoftAppPassword !== undefined;
  return [
    ...missing.map((name) => ({ name, message: found[name] })),
    ...(both ? [{ name: "MicrosoftAppPassword", message: "a managed identity has none; remove it" }] : []),
  ];
};

const localMistakes = ({ HOST }: Variables, asked: boolean): readonly VariableMistake[] => {
  const mistake = (message: string) => [{ name: "TEAMS_LOCAL", message }];
  if (asked)
    return mistake("set beside MicrosoftAppId; without authentication no app may be served, so remove one of them");
  if (HOST === undefined || isLoopback(HOST)) return [];
  return mistake(`authentication is off, so it listens on this machine alone; remove HOST=${HOST}`);
};

/** The tenants named, else the app's own. */
const tenantsOf = ({ TEAMS_TENANTS, MicrosoftAppTenantId }: Variables): readonly string[] => {
  const named = (TEAMS_TENANTS ?? "")
    .split(",")
    .map((tenant) => tenant.trim())
    .filter(Boolean);
  return named.length > 0 || MicrosoftAppTenantId === undefined ? named : [MicrosoftAppTenantId];
};
