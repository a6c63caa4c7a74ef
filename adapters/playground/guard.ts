/**
 * Keeps other sites' pages out: whoever opens a page elsewhere must not be able to speak in
 * somebody's playground.
 */
import type { RequestHandler } from "express";
import type { Language } from "../../src/i18n/languages.ts";
import { playgroundMessages } from "./messages/speak.ts";

/** How this machine is called by itself, whatever address the server listens on. */
const localNames = ["localhost", "127.0.0.1", "[::1]"] as const;

export type GuardParts = {
  /**
   * Names beside the local ones under which people may open the page: `name`, at any port, or
   * `name:port`.
   */
  readonly hosts: readonly string[];
  /** In which a person is told what to do, since nobody knows theirs yet. */
  readonly language: Language;
};

/**
 * Refuses names that nobody allowed, by which a page elsewhere would reach this server as its own
 * (DNS rebinding), requests from other origins, and bodies that aren't JSON.
 */
export const refuseForeign =
  ({ hosts, language }: GuardParts): RequestHandler =>
  (request, response, next) => {
    const host = request.headers.host ?? "";
    const { origin } = request.headers;
    if (!isAllowed(host, hosts)) {
      const { foreignHost } = playgroundMessages(language);
      response.status(403).json({ error: "foreign-host", message: foreignHost });
    } else if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      response.status(403).json({ error: "foreign-origin" });
    else if (request.method === "POST" && !request.is("application/json"))
      response.status(415).json({ error: "json-only" });
    else next();
  };

const isAllowed = (host: string, hosts: readonly string[]): boolean => {
  const given = host.toLowerCase();
  const name = given.replace(/:\d+$/, "");
  return [...localNames, ...hosts].some((allowed) => allowed === given || allowed === name);
};
