/** The names under which the app is known to Slack; manifest.json says the same. */
export const names = { command: "/workshop", shortcut: "this-session", decide: "decide-on-this" } as const;
