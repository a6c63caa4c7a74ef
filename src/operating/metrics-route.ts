/** Who may read `/metrics`. */
import { createHash, timingSafeEqual } from "node:crypto";
import { type Request, Router } from "express";
import type { Metrics } from "./metrics.ts";

/** Whoever knows the token; or, without one, `this-machine`'s own clients, or nobody. */
export type MetricsReaders =
  | { readonly type: "token"; readonly token: string }
  | { readonly type: "this-machine" | "nobody" };

export const metricsRoute = (metrics: Metrics, readers: MetricsReaders): Router => {
  const router = Router();
  router.get("/metrics", async (request, response) => {
    if (readers.type === "token" && !knowsToken(request, readers.token))
      return response.status(401).set("www-authenticate", "Bearer").json({ error: "unauthorised" });
    if (readers.type === "nobody" || (readers.type === "this-machine" && !isFromHere(request)))
      return response.status(404).json({ error: "not-found" });
    return response.type(metrics.contentType).send(await metrics.render());
  });
  return router;
};

const bearer = "Bearer ";

/** Hashes have one length, so that comparing takes the same time whatever was sent. */
const knowsToken = ({ headers: { authorization = "" } }: Request, token: string): boolean => {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return authorization.startsWith(bearer) && timingSafeEqual(hash(authorization.slice(bearer.length)), hash(token));
};

/**
 * A proxy on this machine that brings requests from elsewhere says so, as a rule; that is why this
 * holds only where nothing is meant to be reached from elsewhere.
 */
const isFromHere = ({ socket, headers }: Request): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "") &&
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? "") &&
  headers.forwarded === undefined &&
  headers["x-forwarded-for"] === undefined;
