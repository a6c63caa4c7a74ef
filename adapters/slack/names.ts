/** The names under which the app is known to Slack; manifest.json says the same. */
export const names = {
  bot: "Workshop",
  command: "/workshop",
  shortcut: "this-session",
  decide: "decide-on-this",
  ask: "ask-anywhere",
  again: "again",
} as const;
