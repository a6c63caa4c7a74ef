/** The one workspace that the playground is, and how the bot is addressed there. */
import { type Address, slashCommand } from "../../src/i18n/address.ts";

export const playgroundWorkspace = "playground";

export const isOurs = (workspace: string): boolean => workspace === playgroundWorkspace;

/** In the composer. */
export const address: Address = slashCommand;
