/** How Slack's workspaces are written here, and how the bot is addressed in them. */
import type { Address } from "../../src/i18n/address.ts";
import { names } from "./names.ts";

/** Who a payload of Slack's is about. */
export type PayloadSource = {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall: boolean;
};

const prefix = "slack/";

export const formatWorkspace = (id: string): string => `${prefix}${id}`;

/**
 * The workspace of a payload: the organisation where all of it installed the app, else the team.
 */
export const workspaceOf = ({ teamId, enterpriseId, isEnterpriseInstall }: PayloadSource): string | undefined => {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  return id === undefined || id === "" ? undefined : formatWorkspace(id);
};

export const isOurs = (workspace: string): boolean => workspace.startsWith(prefix);

/** The team's or the organisation's id. */
export const idOf = (workspace: string): string => workspace.slice(prefix.length);

/** Slack hands over what is typed behind the command. */
export const address: Address = { name: names.command, by: "command", invitation: `/invite @${names.bot}` };
