/** The names under which the app is known to Slack; manifest.json says the same. */
import type { Address } from "../../src/i18n/address.ts";

export const names = { command: "/workshop", shortcut: "this-session" } as const;

/** Slack hands over what is typed behind the command. */
export const address: Address = { name: names.command, by: "command" };
