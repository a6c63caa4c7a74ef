/**
 * What a token says of itself, read before anyone has checked it: enough to keep hopeless ones from
 * botbuilder, never enough to trust one.
 */
import { z } from "zod";

/**
 * The issuers of what Teams sends through the connector, in the public and in the US government
 * cloud. botbuilder also takes tokens of the old Emulator, from any tenant's issuer and with any
 * service URL: those end here.
 */
const connectorIssuers = ["https://api.botframework.com", "https://api.botframework.us"] as const;

/** botbuilder takes a token without `exp` as one that never expires. */
const claims = z.object({ iss: z.enum(connectorIssuers), exp: z.number() });

const shape = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/;

/** Whether the `Authorization` header holds what may be a token of the connector. */
export const mayBeConnectorToken = (header: string): boolean => {
  const payload = shape.exec(header)?.[1];
  if (payload === undefined) return false;
  try {
    return claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString())).success;
  } catch {
    return false;
  }
};
