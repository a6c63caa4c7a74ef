/** Holds Teams' configuration against Microsoft: whether the app's credentials are taken. */
import { z } from "zod";
import { clockOf, type Examined } from "../../src/operating/examined.ts";
import type { TeamsConfig } from "./configuration.ts";

const refusal = z.object({ error: z.string() });
const waitMsMax = 10_000;
const host = "login.microsoftonline.com";

export const examine = async (config: TeamsConfig): Promise<readonly Examined[]> => {
  // A managed identity is known on Azure's own machines alone.
  if (config.type === "local" || config.password === undefined) return [{ type: "unchecked", about: "credentials" }];
  const { appId, password, tenantId = "botframework.com" } = config;
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: appId,
    client_secret: password,
    scope: "https://api.botframework.com/.default",
  });
  try {
    const response = await fetch(`https://${host}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
      method: "POST",
      body,
      signal: AbortSignal.timeout(waitMsMax),
    });
    const said = refusal.safeParse(await response.json()).data;
    const clock = clockOf(response, Date.now());
    if (response.ok) return [{ type: "ok", about: "credentials" }, ...clock];
    return [{ type: "refused", variable: "MicrosoftAppPassword", why: said?.error ?? `${response.status}` }, ...clock];
  } catch {
    return [{ type: "unreachable", host }];
  }
};
