/**
 * The scopes the app asks for, and none beside them; manifest.json says the same, and the README
 * why.
 */
export const scopes = [
  "app_mentions:read",
  "channels:read",
  "chat:write",
  "chat:write.public",
  "commands",
  "files:write",
  "groups:read",
  "users:read",
] as const;
