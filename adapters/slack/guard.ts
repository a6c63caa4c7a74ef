/**
 * Stands before and behind Bolt's verifying: refuses signatures from years ahead, and signed
 * nonsense, which Bolt would leave without an answer for three seconds.
 */
import { HTTPModuleFunctions } from "@slack/bolt";
import type { RequestHandler } from "express";
import { z } from "zod";
import type { Clock } from "../../src/clock.ts";

const signedSecondsMax = 300;

/**
 * Bolt refuses a signature that is too old, but takes one from years ahead, which could be kept and
 * sent then.
 */
export const refuseStrayTime =
  (clock: Clock): RequestHandler =>
  (request, response, next) => {
    const at = Number(request.headers["x-slack-request-timestamp"]);
    if (Math.abs(clock.now() / 1000 - at) <= signedSecondsMax) return next();
    return response.status(401).end();
  };

const filled = z.looseObject({});

/** Whoever acts is named in each; Bolt tells the kinds apart by these fields. */
const payload = z.union([
  z.looseObject({ event: filled }),
  z.looseObject({ command: z.string() }),
  z.looseObject({ actions: z.array(filled).min(1), user: filled }),
  z.looseObject({ view: filled, user: filled }),
  z.looseObject({
    type: z.enum(["shortcut", "message_action", "block_suggestion", "interactive_message", "dialog_submission"]),
    user: filled,
  }),
]);

/** Answered with 400 by the server, as every body that can't be read. */
class UnreadablePayload extends Error {
  readonly status = 400;
}

/** Throws for what can't be a payload. */
export const refuseNonsense = (body: unknown): void => {
  if (!payload.safeParse(body).success) throw new UnreadablePayload("Slack's payload can't be read");
};

/**
 * A signed body that holds no payload, such as `null`, makes Bolt stumble: the sender's mistake,
 * where Bolt would call it ours.
 */
export const refuseUnreadable: typeof HTTPModuleFunctions.defaultProcessEventErrorHandler = async (args) => {
  const { request, response } = args;
  if ("body" in request && typeof request.body === "object" && request.body !== null)
    return HTTPModuleFunctions.defaultProcessEventErrorHandler(args);
  response.writeHead(400).end();
  return true;
};
