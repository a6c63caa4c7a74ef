/**
 * Sends one message by Slack's Web API, to all or to one person, and says what is known to have
 * been done.
 */
import type { types } from "@slack/bolt";
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from "@slack/web-api";
import type { Destination, GoneCode, Sent } from "../../src/platform.ts";
import { type SlackMessage, withoutCharts } from "./draw/draw-card.ts";
import { placeBlocks } from "./draw/draw-home.ts";
import type { PrivateCards } from "./private-cards.ts";

/** So long a call waits that Slack couldn't take, in milliseconds, unless it says for how long. */
export const retryWaitMs = 5_000;

/**
 * A message of several parts is kept as its timestamps; a part whose posting is uncertain stays out
 * and is never posted again.
 */
export const separator = ",";
export const uncertainPart = "?";

/** The timestamp of a message's first part, under which its thread hangs. */
export const rootOf = (message: string): string => message.split(separator)[0] ?? message;

/** A direct message says which channel it is about, as a link. */
export const drawWhere = (channel: string) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "channel", channel_id: channel }] }],
});

/**
 * Slack's own types want lists that may change; of blocks they don't know they ask no more than a
 * type.
 */
export const sendable = (blocks: readonly types.Block[]): types.Block[] => [...blocks];

const postToAll = (
  client: WebClient,
  { channel, thread, broadcast = false }: Destination,
  message: SlackMessage,
): Promise<string> =>
  sendDrawn(message, async ({ text, blocks }) => {
    const content = { channel, text, blocks: sendable(blocks), unfurl_links: false, unfurl_media: false };
    if (thread === undefined) return (await client.chat.postMessage(content)).ts ?? "";
    const reply = { ...content, thread_ts: rootOf(thread) };
    return (await client.chat.postMessage(broadcast ? { ...reply, reply_broadcast: true } : reply)).ts ?? "";
  });

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: rootOf(thread) });

/** A public channel that the app writes in without being there shows nobody anything alone. */
const outsideCodes: readonly string[] = ["not_in_channel", "channel_not_found"];

const isOutside = (fault: unknown): boolean =>
  fault instanceof WebAPIPlatformError && outsideCodes.includes(fault.data.error);

/**
 * What is for one person takes the place of what stands there for them; where the app isn't in the
 * channel, it goes to their own chat with the app, and its buttons say which channel they act in.
 */
const postAlone = async (
  client: WebClient,
  privateCards: PrivateCards,
  { workspace, channel, thread, person }: Destination & { readonly person: string },
  message: SlackMessage,
): Promise<string> => {
  const place = { workspace, channel, thread: thread && rootOf(thread), person };
  const standing = await privateCards.replace(place, message);
  if (standing !== undefined) return standing;
  try {
    return await sendDrawn(message, async ({ text, blocks }) => {
      const content = { channel, user: person, text, blocks: sendable(blocks), ...inThread(thread) };
      return (await client.chat.postEphemeral(content)).message_ts ?? "";
    });
  } catch (fault) {
    if (!isOutside(fault)) throw fault;
    const direct = ({ text, blocks }: SlackMessage) => ({
      text,
      blocks: sendable([...placeBlocks(blocks, channel), drawWhere(channel)]),
    });
    const { channel: chat = person, ts = "" } = await client.chat.postMessage({ channel: person, ...direct(message) });
    privateCards.posted(place, ts, (next) => client.chat.update({ channel: chat, ts, ...direct(next) }));
    return ts;
  }
};

/** Posts to all, or to the one person for whom it is; answers the message's timestamp. */
export const post = (
  client: WebClient,
  privateCards: PrivateCards,
  destination: Destination,
  message: SlackMessage,
): Promise<string> => {
  const { person } = destination;
  return person === undefined
    ? postToAll(client, destination, message)
    : postAlone(client, privateCards, { ...destination, person }, message);
};

/** Without a message, what stood there is taken away: the card needs fewer parts now. */
export const redraw = async (
  client: WebClient,
  channel: string,
  ts: string,
  message: SlackMessage | undefined,
): Promise<string> => {
  if (message === undefined) await client.chat.delete({ channel, ts });
  else
    await sendDrawn(message, ({ text, blocks }) => client.chat.update({ channel, ts, text, blocks: sendable(blocks) }));
  return ts;
};

/** A chart that Slack refuses is left out at once; its figures stand in words beside it. */
const sendDrawn = async <Answer>(
  message: SlackMessage,
  send: (message: SlackMessage) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await send(message);
  } catch (fault) {
    const [plain] = withoutCharts([message]);
    const refused = fault instanceof WebAPIPlatformError && fault.data.error.startsWith("invalid_blocks");
    if (!refused || plain === undefined || plain.blocks.length === message.blocks.length) throw fault;
    return send(plain);
  }
};

const goneCodes: Readonly<Record<string, GoneCode>> = {
  channel_not_found: "channel-gone",
  is_archived: "channel-gone",
  not_in_channel: "not-a-member",
  user_not_in_channel: "not-a-member",
  restricted_action: "not-a-member",
  message_not_found: "message-gone",
  thread_not_found: "message-gone",
  cant_update_message: "message-gone",
  token_revoked: "access-revoked",
  token_expired: "access-revoked",
  account_inactive: "access-revoked",
  invalid_auth: "access-revoked",
  not_authed: "access-revoked",
  team_access_not_granted: "access-revoked",
};

/** Slack says of these that some of it may have been done. */
const maybeDoneCodes: readonly string[] = ["fatal_error", "internal_error"];

/** What an attempt came to. Throws what is neither Slack's refusal nor the network's. */
export const attempt = async (send: () => Promise<string>): Promise<Sent> => {
  try {
    return { type: "posted", message: await send() };
  } catch (fault) {
    if (fault instanceof WebAPIRateLimitedError) return { type: "later", waitMs: fault.retryAfter * 1000 };
    if (fault instanceof WebAPIPlatformError) {
      const why = goneCodes[fault.data.error];
      if (why !== undefined) return { type: "gone", why };
      if (fault.data.error === "ratelimited") return { type: "later", waitMs: retryWaitMs };
      if (maybeDoneCodes.includes(fault.data.error)) return { type: "uncertain" };
    }
    if (fault instanceof WebAPIHTTPError || fault instanceof WebAPIRequestError) return { type: "uncertain" };
    throw fault;
  }
};
