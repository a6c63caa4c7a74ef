/** Asks in which channel something is to start, where a form was opened outside of any. */
import { z } from "zod";
import type { Language } from "../../../src/i18n/languages.ts";
import { slackMessages } from "../messages/speak.ts";
import { drawPlain, type PlainObject } from "./draw-text.ts";

/** Its block; no field of a form is called so. */
const blockId = "channel:open";

export type ChannelInput = {
  readonly type: "input";
  readonly block_id: typeof blockId;
  readonly label: PlainObject;
  readonly optional: false;
  readonly element: {
    readonly type: "conversations_select";
    readonly action_id: "value";
    readonly filter: { readonly include: readonly ["public", "private"]; readonly exclude_bot_users: true };
  };
};

const labelMax = 100;

export const drawChannelInput = (language: Language): ChannelInput => ({
  type: "input",
  block_id: blockId,
  label: drawPlain(slackMessages(language).channel, labelMax),
  optional: false,
  element: {
    type: "conversations_select",
    action_id: "value",
    filter: { include: ["public", "private"], exclude_bot_users: true },
  },
});

const chosen = z.object({
  [blockId]: z.object({ value: z.object({ selected_conversation: z.string().regex(/^[A-Z0-9]{1,32}$/) }) }),
});

/** The channel that was chosen; empty where none was, or what is no channel. */
export const channelChosen = (values: unknown): string =>
  chosen.safeParse(values).data?.[blockId].value.selected_conversation ?? "";

/** The mistake at the input: the app isn't in that channel, or the person isn't. */
export const drawNotThere = (language: Language): Readonly<Record<string, string>> => ({
  [blockId]: slackMessages(language).notThere,
});
