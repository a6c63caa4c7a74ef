/** The one HTTP server: health for operators, and whatever routes the adapters bring. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";

import { securityHeaders } from "./security-headers.ts";
import { seldom } from "./seldom.ts";

export type RunningServer = {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Stops taking requests and resolves when those under way are answered. */
  readonly stop: () => Promise<void>;
};

export type ServerParts = {
  readonly port: number;
  readonly host: string;
  readonly routes: readonly RequestHandler[];
  /** Rejects when this process can't serve. */
  readonly checkReady: () => Promise<void>;
  readonly reportFault: (fault: unknown) => void;
};

/** Requests under way when it stops have this long to be answered, in milliseconds. */
const finishMsMax = 2_000;

/** Starts listening. Rejects when the port is taken. */
export const startServer = async (parts: ServerParts): Promise<RunningServer> => {
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders());
  addHealth(app, parts);
  for (const routes of parts.routes) app.use(routes);
  // Express's own answer would put other headers in place of these.
  app.use((_request, response) => response.status(404).json({ error: "not-found" }));
  app.use(answerFault(parts.reportFault));
  const server = await listen(app, parts.port, parts.host);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      // A browser may hold a connection open that carries no request.
      const late = setTimeout(() => server.closeAllConnections(), finishMsMax);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
      server.closeIdleConnections();
    });
  return { address: addressOf(server), stop };
};

/** Whoever may ask for it must not fill the log while the database is away. */
const tellUnreadyEveryMs = 60_000;

const addHealth = (app: Express, { checkReady, reportFault }: ServerParts): void => {
  const tellUnready = seldom(tellUnreadyEveryMs, reportFault);
  app.get("/healthz", (_request, response) => response.json({ status: "ok" }));
  app.get("/readyz", async (_request, response) => {
    try {
      await checkReady();
      response.json({ status: "ready" });
    } catch (fault) {
      tellUnready(fault, "unready");
      response.status(503).json({ status: "not-ready" });
    }
  });
};

/**
 * A request that can't be read is the sender's mistake; anything else is ours. Neither answer says
 * more than that.
 */
const answerFault =
  (reportFault: (fault: unknown) => void): ErrorRequestHandler =>
  (fault: unknown, _request, response, next) => {
    if (response.headersSent) return next(fault);
    const status = statusOf(fault);
    if (status >= 500) reportFault(fault);
    return response.status(status).json({ error: status >= 500 ? "fault" : "bad-request" });
  };

const statusOf = (fault: unknown): number => {
  const status = typeof fault === "object" && fault !== null && "status" in fault ? fault.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
};

const listen = (app: Express, port: number, host: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = app.listen(port, host, (fault?: Error) => (fault ? reject(fault) : resolve(server)));
  });

const addressOf = (server: Server): string => {
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("The server listens on no port");
  const { address, port }: AddressInfo = at;
  // Whoever opens the printed address must be let in, and a browser may not know these as
  // addresses.
  if (address === "0.0.0.0" || address === "::") return `http://localhost:${port}`;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
};
