/** Keeps other sites' pages out: whoever opens a page elsewhere must not be able to speak in a playground on this machine. */
import type { RequestHandler } from "express";

/** The page loads nothing from elsewhere and runs no inline script. */
const contentPolicy =
  "default-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const isLocal = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

/** Refuses foreign host names (DNS rebinding) when the server listens on loopback, requests from other origins, and bodies that aren't JSON. */
export const refuseForeign =
  (onLoopback: boolean): RequestHandler =>
  (request, response, next) => {
    response.setHeader("content-security-policy", contentPolicy);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    const host = request.headers.host ?? "";
    const { origin } = request.headers;
    const foreign =
      (onLoopback && !isLocal(host)) ||
      (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`);
    const unread = request.method === "POST" && !request.is("application/json");
    if (foreign || unread) {
      response.status(foreign ? 403 : 415).json({ error: foreign ? "foreign-origin" : "json-only" });
      return;
    }
    next();
  };
