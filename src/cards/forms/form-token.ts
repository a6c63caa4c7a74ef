/** Parses what a form's submission says it is about; a client sends it back, so it is untrusted. */
import { z } from "zod";
import { setupNames } from "../../i18n/typed-words.ts";
import type { FormToken } from "../form.ts";

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** The longest address of a message that is linked. */
export const sourceLengthMax = 500;
const round = z.number().int().min(1).max(9999);

const token = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("start"), nonce: id, activity: id.exactOptional() }),
  z.strictObject({
    type: z.literal("set-up"),
    nonce: id,
    setup: z.enum(setupNames),
    source: z
      .url({ protocol: /^https$/ })
      .max(sourceLengthMax)
      .exactOptional(),
    amends: id.exactOptional(),
    again: id.exactOptional(),
  }),
  z.strictObject({
    type: z.literal("respond"),
    nonce: id,
    session: id,
    round,
    seen: z.number().int().min(0).max(1_000_000),
    edition: z.number().int().min(0).max(1_000_000).exactOptional(),
    step: id.exactOptional(),
  }),
  z.strictObject({ type: z.literal("mend"), nonce: id, session: id }),
  z.strictObject({ type: z.literal("add-option"), nonce: id, session: id, round }),
  z.strictObject({ type: z.literal("extend"), nonce: id, session: id }),
  z.strictObject({ type: z.literal("set-reminder"), nonce: id, session: id }),
  z.strictObject({ type: z.literal("add-facilitator"), nonce: id, session: id }),
  z.strictObject({ type: z.literal("record-decision"), nonce: id, session: id }),
  z.strictObject({
    type: z.literal("settings"),
    nonce: id,
    scope: z.enum(["channel", "workspace"]),
    revision: z.number().int().min(0).max(1_000_000_000),
  }),
  z.strictObject({ type: z.literal("review"), nonce: id, session: id }),
  z.strictObject({ type: z.literal("find"), nonce: id }),
  z.strictObject({ type: z.literal("history"), nonce: id }),
  z.strictObject({ type: z.literal("export"), nonce: id, session: id.exactOptional() }),
  z.strictObject({
    type: z.literal("schedule"),
    nonce: id,
    schedule: id.exactOptional(),
    revision: z.number().int().min(0).exactOptional(),
  }),
]);

/** The token, or undefined when it isn't one. */
export const parseFormToken = (value: unknown): FormToken | undefined => token.safeParse(value).data;
