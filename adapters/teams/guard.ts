/** Stands before the turn; a placeholder that lets everything pass. */
import type { BotFrameworkAuthentication } from "botframework-connector";
import type { RequestHandler } from "express";

export const refuseBadActivities =
  (_parts: {
    readonly authentication: BotFrameworkAuthentication;
    readonly appId: string | undefined;
    readonly tenants: readonly string[];
    readonly reportFault: (fault: unknown) => void;
  }): RequestHandler =>
  (_request, _response, next) =>
    next();
