/**
 * Fulfils the platform port by Slack's Web API. Creating a message is not repeatable there, so
 * every failure says what is known to have been done.
 */
import type { types } from "@slack/bolt";
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from "@slack/web-api";
import type { Clock } from "../../src/clock.ts";
import { answerInTime } from "../../src/delivery/answer-in-time.ts";
import { drawInTime } from "../../src/delivery/draw-in-time.ts";
import type { Destination, GoneCode, Platform, Sent } from "../../src/platform.ts";
import { present } from "../../src/text/present.ts";
import type { Accounts } from "./accounts.ts";
import { drawCard, type SlackMessage, withoutCharts } from "./draw/draw-card.ts";
import { uploadFile } from "./files.ts";
import { channelsOf, isAdminHere, listMembers, namesOf } from "./members.ts";
import { makePauses } from "./pauses.ts";
import { permalinks } from "./permalink.ts";
import { type Admission, everybody } from "./standing.ts";
import { makeTellUnserved } from "./unserved.ts";
import { address } from "./workspace.ts";

/** Design: redraws of one card coalesce, at most one every two seconds; chat.update is tier 3. */
const redrawWaitMs = 2_000;
const retryWaitMs = 5_000;
/** The operator can put the secret back at any time, with a restart. */
const sealedWaitMs = 60_000;
/** A list is worth reading without its links. */
const linkMsMax = 800;

/**
 * A message of several parts is kept as its timestamps; a part whose posting is uncertain stays out
 * and is never posted again.
 */
const separator = ",";
const uncertainPart = "?";

/** The timestamp of a message's first part, under which its thread hangs. */
export const rootOf = (message: string): string => message.split(separator)[0] ?? message;

/**
 * `reportFault` hears of a workspace that takes the app back without saying so: only its
 * administrator can mend that, by installing it again.
 */
export const makeOutbound = (
  accounts: Accounts,
  clock: Clock,
  reportFault: (fault: unknown) => void,
  admission = everybody,
): Platform => {
  const pauses = makePauses(clock);
  const revoked = ({ workspace }: Destination): Sent => {
    reportFault(new Error(`Slack no longer takes the token of ${workspace}. Install the app there again.`));
    return { type: "gone", why: "access-revoked" };
  };
  const tellUnserved = makeTellUnserved(reportFault);
  /** Nothing was sent: what waits stands until its token opens again. */
  const unserved = (destination: Destination, why: "not-installed" | "sealed"): Sent => {
    if (why === "not-installed") return revoked(destination);
    tellUnserved(why, destination.workspace);
    return { type: "later", waitMs: sealedWaitMs };
  };
  const noted = (destination: Destination, sent: Sent): Sent => {
    if (sent.type === "gone" && sent.why === "access-revoked") return revoked(destination);
    return pauses.noted(destination, sent);
  };
  const sendParts = async (
    client: WebClient,
    destination: Destination,
    messages: readonly SlackMessage[],
    standing: readonly string[],
  ): Promise<Sent> => {
    const parts = [...standing];
    const isPartUncertain = (): boolean => parts.includes(uncertainPart, standing.length);
    for (const message of messages.slice(parts.length)) {
      const sent = await attempt(() => post(client, destination, message));
      if (sent.type === "uncertain" && parts.length > 0) parts.push(uncertainPart);
      else if (sent.type === "posted") parts.push(sent.message);
      else if (sent.type === "later" && parts.length > 0) {
        pauses.pause(destination, sent.waitMs);
        return {
          type: "posted-in-part",
          message: parts.join(separator),
          waitMs: sent.waitMs,
          mayLackParts: isPartUncertain(),
        };
      } else return noted(destination, sent);
    }
    return { type: "posted", message: parts.join(separator), mayLackParts: isPartUncertain() };
  };
  return {
    capabilities: { address, group: "slack", repeatablePosts: false, updatesPrivate: false, permalinks, redrawWaitMs },
    post: async (destination, card) => {
      const waitMs = pauses.left(destination);
      if (waitMs > 0) return { type: "later", waitMs };
      const client = await accounts.clientFor(destination.workspace);
      if (typeof client === "string") return unserved(destination, client);
      return sendParts(
        client,
        destination,
        drawInTime(() => drawCard(card)),
        [],
      );
    },
    update: async (destination, message, card) => {
      const waitMs = pauses.left(destination);
      if (waitMs > 0) return { type: "later", waitMs };
      const client = await accounts.clientFor(destination.workspace);
      if (typeof client === "string") return unserved(destination, client);
      const messages = drawInTime(() => drawCard(card));
      const parts = message.split(separator);
      for (const [index, ts] of parts.entries()) {
        const shown = messages[index];
        if (ts === uncertainPart) continue;
        const sent = await attempt(() => redraw(client, destination.channel, ts, shown));
        if (sent.type === "uncertain") return { type: "later", waitMs: retryWaitMs };
        if (sent.type !== "posted") return noted(destination, sent);
      }
      return sendParts(client, destination, messages, parts);
    },
    sendPrivately: async ({ workspace, channel, person }, card) => {
      const client = await accounts.clientFor(workspace);
      if (typeof client === "string") return;
      for (const { text, blocks } of drawCard(card))
        await client.chat.postMessage({ channel: person, text, blocks: sendable([...blocks, drawWhere(channel)]) });
    },
    ...makeQuestions(accounts, admission),
  };
};

/** What is asked of Slack beside cards. */
const makeQuestions = (
  accounts: Accounts,
  admission: Admission,
): Pick<Platform, "listMembers" | "channelsOf" | "linkTo" | "isAdmin" | "namesOf" | "sendFile"> => ({
  sendFile: async ({ workspace, channel, person, thread }, file) => {
    const client = await accounts.clientFor(workspace);
    if (typeof client === "string") throw new Error(`Slack can't be asked for ${workspace}: ${client}`);
    await (thread === undefined
      ? uploadFile(client, { person }, file)
      : uploadFile(client, { channel, thread: rootOf(thread) }, file));
  },
  namesOf: async ({ workspace, people }) => {
    const client = await accounts.clientFor(workspace);
    return typeof client === "string" ? {} : namesOf(client, people);
  },
  listMembers: async ({ workspace, channel }) => {
    const client = await accounts.clientFor(workspace);
    return typeof client === "string" ? undefined : listMembers(client, channel, admission);
  },
  channelsOf: async ({ workspace, person, among }) => {
    const client = await accounts.clientFor(workspace);
    if (typeof client === "string") throw new Error(`Slack can't be asked for ${workspace}: ${client}`);
    const shared = await channelsOf(client, person);
    return among.filter((channel) => shared.includes(channel));
  },
  linkTo: async ({ workspace, channel, message }) => {
    const client = await accounts.clientFor(workspace);
    if (typeof client === "string") return undefined;
    const asked = client.chat.getPermalink({ channel, message_ts: rootOf(message) });
    return (await answerInTime(linkMsMax, asked))?.permalink;
  },
  isAdmin: async ({ workspace, person }) => {
    const client = await accounts.clientFor(workspace);
    return typeof client !== "string" && isAdminHere(client, person);
  },
});

/** A direct message says which channel it is about, as a link. */
const drawWhere = (channel: string) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "channel", channel_id: channel }] }],
});

/**
 * Slack's own types want lists that may change; of blocks they don't know they ask no more than a
 * type.
 */
export const sendable = (blocks: readonly types.Block[]): types.Block[] => [...blocks];

const post = async (
  client: WebClient,
  { channel, thread, person }: Destination,
  message: SlackMessage,
): Promise<string> =>
  sendDrawn(message, async ({ text, blocks }) => {
    const content = {
      channel,
      text,
      blocks: sendable(blocks),
      ...present({ thread_ts: thread === undefined ? undefined : rootOf(thread) }),
    };
    if (person !== undefined) return (await client.chat.postEphemeral({ ...content, user: person })).message_ts ?? "";
    return (await client.chat.postMessage({ ...content, unfurl_links: false, unfurl_media: false })).ts ?? "";
  });

/** Without a message, what stood there is taken away: the card needs fewer parts now. */
const redraw = async (
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
const attempt = async (send: () => Promise<string>): Promise<Sent> => {
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
