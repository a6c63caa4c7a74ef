/**
 * Tells what may be a payload of Slack's from signed nonsense, which Bolt would leave without an
 * answer for three seconds.
 */
import { z } from "zod";

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
