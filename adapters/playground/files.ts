/**
 * The files that were handed to people here: kept in memory for a while, and downloaded by an
 * address that can't be guessed. After a restart they are exported again.
 */
import { randomBytes } from "node:crypto";
import { Router } from "express";
import type { OutgoingFile } from "../../src/platform.ts";
import { makeRecent } from "../../src/text/recent.ts";

export type Files = {
  /** Answers the path under which the file is downloaded. */
  readonly keep: (file: OutgoingFile) => string;
  readonly router: Router;
};

const keptMax = 50;
const keptMsMax = 60 * 60_000;

export const makeFiles = (): Files => {
  const kept = makeRecent<OutgoingFile>(keptMax, keptMsMax);
  const router = Router();
  router.get("/api/files/:id", (request, response) => {
    const file = kept.get(request.params.id);
    if (file === undefined) return response.status(404).json({ error: "not-found" });
    response.attachment(file.name);
    // Never shown as a page of this one's own.
    response.setHeader("content-security-policy", "sandbox; default-src 'none'");
    return response.type(`${file.mediaType}; charset=utf-8`).send(Buffer.from(file.bytes));
  });
  return {
    keep: (file) => {
      const id = randomBytes(24).toString("base64url");
      kept.set(id, file);
      return `/api/files/${id}`;
    },
    router,
  };
};
