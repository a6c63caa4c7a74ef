/** Encrypts what is kept at rest: AES-256-GCM, with a key derived from a secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export type Cipher = {
  /** `about` names what is sealed, so that it can't be put in another's place. */
  readonly seal: (text: string, about: string) => string;
  /** Throws `Sealed` when no secret opens it, or when it was changed. */
  readonly open: (sealed: string, about: string) => string;
};

/** No secret at hand opens what was sealed. */
export class Sealed extends Error {}

const algorithm = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

/** 32 bytes by HKDF-SHA-256 (RFC 5869); `purpose` keeps keys of different uses apart. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "decision-workshop", purpose, 32));

/**
 * The first secret seals; each of them opens, so that a secret can be replaced without losing what
 * was sealed by the one before.
 */
export const makeCipher = (secrets: readonly [string, ...string[]]): Cipher => {
  const [first] = secrets;
  return {
    seal: (text, about) => {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, deriveKey(first, "tokens"), iv);
      cipher.setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
    },
    open: (sealed, about) => {
      for (const secret of secrets) {
        const text = openWith(secret, sealed, about);
        if (text !== undefined) return text;
      }
      throw new Sealed(
        "WORKSHOP_SECRET does not open the stored tokens. Put the secret they were sealed with behind the new one, after a comma.",
      );
    },
  };
};

const openWith = (secret: string, sealed: string, about: string): string | undefined => {
  const bytes = Buffer.from(sealed, "base64");
  try {
    const decipher = createDecipheriv(algorithm, deriveKey(secret, "tokens"), bytes.subarray(0, ivLength));
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    return decipher.update(bytes.subarray(ivLength + tagLength)).toString("utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
};
