/**
 * Hands files over as Teams has bots do it: a card in the personal chat asks for consent, and what
 * is accepted is uploaded to the place in the person's OneDrive that Teams names. Until then a file
 * is kept in memory, for its person alone.
 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { OutgoingFile } from "../../src/platform.ts";
import { makeRecent } from "../../src/text/recent.ts";
import type { Activity } from "./sender.ts";

const keptMax = 100;
const keptMsMax = 60 * 60_000;
const uploadMsMax = 60_000;

/**
 * Where OneDrive's files lie. The address comes with what a client sends, so that nothing is sent
 * anywhere else.
 */
const hosts = /\.sharepoint(-df)?\.(com|us|cn|de)$/iu;

const consent = z.object({
  action: z.enum(["accept", "decline"]),
  context: z.object({ file: z.string() }),
  uploadInfo: z
    .object({
      uploadUrl: z.url({ protocol: /^https$/, hostname: hosts }),
      contentUrl: z.string(),
      uniqueId: z.string(),
      fileType: z.string(),
    })
    .nullish(),
});

/** `message`: what is said in the personal chat once it is there. `lost`: it is kept no longer. */
export type Consented =
  | { readonly type: "uploaded"; readonly message: Activity }
  | { readonly type: "declined" }
  | { readonly type: "lost" };

export type Files = {
  /** The card that asks for consent. */
  readonly offer: (person: string, file: OutgoingFile) => Activity;
  /** Takes what a person answered to it. Throws when the upload fails. */
  readonly take: (person: string, answered: unknown) => Promise<Consented>;
};

export const makeFiles = (upload: typeof fetch = fetch): Files => {
  const kept = makeRecent<{ readonly person: string; readonly file: OutgoingFile }>(keptMax, keptMsMax);
  return {
    offer: (person, file) => {
      const id = randomBytes(16).toString("base64url");
      kept.set(id, { person, file });
      const content = {
        description: file.title,
        sizeInBytes: file.bytes.byteLength,
        acceptContext: { file: id },
        declineContext: { file: id },
      };
      const contentType = "application/vnd.microsoft.teams.card.file.consent";
      return { type: "message", summary: file.name, attachments: [{ contentType, name: file.name, content }] };
    },
    take: async (person, answered) => {
      const parsed = consent.safeParse(answered).data;
      const found = parsed === undefined ? undefined : kept.get(parsed.context.file);
      if (parsed === undefined || found === undefined || found.person !== person) return { type: "lost" };
      kept.delete(parsed.context.file);
      const { uploadInfo } = parsed;
      if (parsed.action === "decline" || uploadInfo == null) return { type: "declined" };
      const { bytes, name } = found.file;
      const response = await upload(uploadInfo.uploadUrl, {
        method: "PUT",
        redirect: "error",
        signal: AbortSignal.timeout(uploadMsMax),
        headers: { "content-range": `bytes 0-${bytes.byteLength - 1}/${bytes.byteLength}` },
        body: Buffer.from(bytes),
      });
      if (!response.ok) throw new Error(`Teams took no upload (${response.status})`);
      const { contentUrl, uniqueId, fileType } = uploadInfo;
      const contentType = "application/vnd.microsoft.teams.card.file.info";
      const content = { uniqueId, fileType };
      return {
        type: "uploaded",
        message: { type: "message", summary: name, attachments: [{ contentType, name, contentUrl, content }] },
      };
    },
  };
};
