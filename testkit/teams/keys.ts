/**
 * Signs tokens as the Bot Framework does, with a key of the test's own, and publishes that key on
 * loopback as an OpenID provider does.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import { openLocalServer } from "../local-server.ts";

type Fields = Readonly<Record<string, unknown>>;

export type TokenMaker = {
  /** What follows `Bearer `. An undefined field of the header is left out. */
  readonly sign: (claims: Fields, header?: Fields) => string;
  readonly jwk: Fields;
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A new RSA key, endorsed for a channel, whose tokens name it by this id. */
export const makeKey = (kid: string, channel = "msteams"): TokenMaker => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    sign: (claims, header = {}) => {
      const signed = `${encode({ typ: "JWT", alg: "RS256", kid, ...header })}.${encode(claims)}`;
      return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
    },
    jwk: { ...publicKey.export({ format: "jwk" }), kid, use: "sig", endorsements: [channel] },
  };
};

/** A token that is not signed at all. */
export const unsigned = (claims: Fields): string => `${encode({ typ: "JWT", alg: "none" })}.${encode(claims)}.`;

export type KeyServer = {
  /** Where botbuilder reads the provider's metadata. */
  readonly metadataUrl: string;
  /** The same, as a provider that is down, one that sends rubbish, and one that never answers. */
  readonly failing: Readonly<Record<"down" | "rubbish" | "silent", string>>;
  readonly close: () => Promise<void>;
};

/** Publishes keys on loopback until it is closed. */
export const serveKeys = async (...keys: readonly TokenMaker[]): Promise<KeyServer> => {
  const { address, close } = await openLocalServer((request, response) => {
    if (request.url === "/silent") return;
    response.statusCode = request.url === "/down" ? 503 : 200;
    if (request.url === "/keys") response.end(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));
    else if (request.url === "/rubbish") response.end("<html>");
    else response.end(JSON.stringify({ jwks_uri: `${address}/keys` }));
  });
  return {
    metadataUrl: `${address}/openid`,
    failing: { down: `${address}/down`, rubbish: `${address}/rubbish`, silent: `${address}/silent` },
    close,
  };
};
