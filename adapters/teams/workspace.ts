/** How Teams' workspaces are written here, and how the bot is addressed in them. */
import type { Address } from "../../src/i18n/address.ts";

const prefix = "teams/";
const local = "local";

/** The workspace of a tenant; activities without one come from local tools alone. */
export const workspaceOf = (tenant: string | undefined): string => `${prefix}${tenant ?? local}`;

export const isOurs = (workspace: string): boolean => workspace.startsWith(prefix);

/** The tenant's id; undefined for local tools. */
export const tenantOf = (workspace: string): string | undefined => {
  const tenant = workspace.slice(prefix.length);
  return tenant === local ? undefined : tenant;
};

/** People mention it by this name; the app package says the same. */
export const address: Address = { name: "@Workshop", by: "mention", invitation: "@Workshop" };
