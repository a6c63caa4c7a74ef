/**
 * Gives a person their answer, to them alone: as an ephemeral message, or in a modal where they
 * have no channel in view.
 */
import type { RespondFn, types } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Block } from "../../src/cards/card.ts";
import { plainText } from "../../src/cards/plain.ts";
import type { Translator } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import { present } from "../../src/text/present.ts";
import { drawCard, drawPart, type SlackMessage } from "./draw/draw-card.ts";
import type { FormPlace } from "./draw/draw-form.ts";
import { drawElements, drawNotification, drawPlain, type PlainObject } from "./draw/draw-text.ts";
import { limits } from "./limits.ts";
import { sendable } from "./sender.ts";

/** A view as Slack's own types want it. */
export const sendableView = <View extends { readonly blocks: readonly types.Block[] }>(view: View) => ({
  ...view,
  blocks: sendable(view.blocks),
});

/** A reply as messages; none where there is nothing to add to what the channel shows. */
export const messagesOf = (reply: Reply): readonly SlackMessage[] => {
  switch (reply.type) {
    case "card":
      return drawCard(reply.card);
    case "refused": {
      const section = { type: "rich_text_section", elements: drawElements(reply.text) } as const;
      return [{ text: drawNotification(plainText(reply.text)), blocks: [{ type: "rich_text", elements: [section] }] }];
    }
    case "done":
    case "form":
    case "mistakes":
      return [];
    default:
      return reply satisfies never;
  }
};

/** Where a press is answered. */
export type Pressed = To & {
  readonly client: WebClient;
  readonly respond: RespondFn;
  /** The button stood in a message to this person alone, which the answer takes the place of. */
  readonly alone: boolean;
};

/**
 * Answers a button of a message: in the place of what this person alone saw there, else beside it.
 * The way that a press brings is open for half an hour and five answers; behind it stands a message
 * to them alone.
 */
export const answerPress = async ({ client, respond, alone, ...to }: Pressed, reply: Reply): Promise<void> => {
  const messages = messagesOf(reply);
  try {
    for (const [index, { text, blocks }] of messages.entries())
      await respond({
        response_type: "ephemeral",
        replace_original: alone && index === 0,
        text,
        blocks: sendable(blocks),
        ...present({ thread_ts: to.thread }),
      });
  } catch {
    await answerWords(client, to, reply);
  }
};

type To = { readonly channel: string; readonly person: string; readonly thread: string | undefined };

/** Answers words said in a channel. */
export const answerWords = async (client: WebClient, { channel, person, thread }: To, reply: Reply): Promise<void> => {
  for (const { text, blocks } of messagesOf(reply)) {
    const content = { channel, user: person, text, blocks: sendable(blocks) };
    await client.chat.postEphemeral(thread === undefined ? content : { ...content, thread_ts: thread });
  }
};

export type CardView = {
  readonly type: "modal";
  readonly callback_id: "card";
  readonly private_metadata: string;
  readonly title: PlainObject;
  readonly close: PlainObject;
  readonly blocks: SlackMessage["blocks"];
};

/** A reply as a modal, for a button of the home or of another modal. */
export const drawCardView = (reply: Reply, place: FormPlace, t: Translator): CardView => {
  const blocks = drawPart(blocksOf(reply));
  return {
    type: "modal",
    callback_id: "card",
    private_metadata: JSON.stringify({ place }),
    title: drawPlain(t.messages.commands.menuTitle, limits.view.titleMax),
    close: drawPlain(t.messages.commands.close, limits.view.buttonMax),
    blocks: blocks.slice(0, limits.view.blocksMax),
  };
};

/** A sentence is no heading: those are cut. */
const blocksOf = (reply: Reply): readonly Block[] => {
  if (reply.type === "card") return [{ type: "heading", text: reply.card.title }, ...reply.card.blocks];
  return [{ type: "paragraph", text: reply.type === "refused" ? reply.text : [] }];
};
