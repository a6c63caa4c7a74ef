/** Holds Slack's configuration against Slack: the token, its scopes, and the clock. */
import { z } from "zod";
import { clockOf, type Examined } from "../../src/operating/examined.ts";
import type { SlackConfig } from "./configuration.ts";
import { scopes } from "./scopes.ts";

const answer = z.object({ ok: z.boolean(), error: z.string().default("") });
const waitMsMax = 10_000;

export const examine = async ({
  account,
  apiUrl = "https://slack.com/api/",
}: SlackConfig): Promise<readonly Examined[]> => {
  // The tokens of installations are each workspace's own.
  if (account.type === "oauth") return [{ type: "unchecked", about: "token" }];
  try {
    const response = await fetch(new URL("auth.test", apiUrl), {
      method: "POST",
      headers: { authorization: `Bearer ${account.token}` },
      signal: AbortSignal.timeout(waitMsMax),
    });
    const { ok, error } = answer.parse(await response.json());
    const clock = clockOf(response, Date.now());
    if (!ok) return [{ type: "refused", variable: "SLACK_BOT_TOKEN", why: error }, ...clock];
    return [{ type: "ok", about: "token" }, ...scopesOf(response.headers.get("x-oauth-scopes")), ...clock];
  } catch {
    return [{ type: "unreachable", host: new URL(apiUrl).host }];
  }
};

const scopesOf = (granted: string | null): readonly Examined[] => {
  if (granted === null) return [];
  const given = granted.split(",").map((scope) => scope.trim());
  const missing = scopes.filter((scope) => !given.includes(scope));
  return missing.length === 0 ? [{ type: "ok", about: "scopes" }] : [{ type: "scopes-missing", scopes: missing }];
};
