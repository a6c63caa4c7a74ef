/**
 * Fulfils the platform port by Slack's Web API. Creating a message is not repeatable there, so
 * every failure says what is known to have been done.
 */
import type { WebClient } from "@slack/web-api";
import { answerInTime } from "../../src/delivery/answer-in-time.ts";
import { drawInTime } from "../../src/delivery/draw-in-time.ts";
import type { Destination, Platform, Sent } from "../../src/platform.ts";
import type { Accounts } from "./accounts.ts";
import { type Channels, channelsOf } from "./channels.ts";
import { drawCard, type SlackMessage } from "./draw/draw-card.ts";
import { uploadFile } from "./files.ts";
import type { Pauses } from "./pauses.ts";
import { namesOf, type People } from "./people.ts";
import { permalinks } from "./permalink.ts";
import type { PrivateCards } from "./private-cards.ts";
import { attempt, drawWhere, post, redraw, retryWaitMs, rootOf, sendable, separator, uncertainPart } from "./sender.ts";
import { makeTellUnserved } from "./unserved.ts";
import { address } from "./workspace.ts";

/** Design: redraws of one card coalesce, at most one every two seconds; chat.update is tier 3. */
const redrawWaitMs = 2_000;
/** The operator can put the secret back at any time, with a restart. */
const sealedWaitMs = 60_000;
/** A list is worth reading without its links. */
const linkMsMax = 800;
/** A command is answered within three seconds. */
const askMsMax = 1_000;

export type OutboundParts = {
  readonly accounts: Accounts;
  readonly people: People;
  readonly channels: Channels;
  readonly privateCards: PrivateCards;
  readonly pauses: Pauses;
  /** Whether the reveal is shown in the channel too, as the operator set it. */
  readonly broadcasts: boolean;
  /**
   * Hears of a workspace that takes the app back without saying so: only its administrator can mend
   * that, by installing it again.
   */
  readonly reportFault: (fault: unknown) => void;
};

const capabilities = {
  address,
  group: "slack",
  repeatablePosts: false,
  updatesPrivate: false,
  tellsAdmins: true,
  permalinks,
  redrawWaitMs,
} as const;

export const makeOutbound = (parts: OutboundParts): Platform => {
  const { accounts, privateCards, pauses, broadcasts, reportFault } = parts;
  const revoked = ({ workspace }: Destination): Sent => {
    reportFault(new Error(`Slack no longer takes the token of ${workspace}. Install the app there again.`));
    return { type: "gone", why: "access-revoked" };
  };
  const tellUnserved = makeTellUnserved(reportFault);
  /**
   * Who may send there now, or why nothing is sent; what waits stands until its token opens again.
   */
  const clientFor = async (destination: Destination): Promise<WebClient | Sent> => {
    const waitMs = pauses.left(destination);
    if (waitMs > 0) return { type: "later", waitMs };
    const client = await accounts.clientFor(destination.workspace);
    if (client === "not-installed") return revoked(destination);
    if (client !== "sealed") return client;
    tellUnserved(client, destination.workspace);
    return { type: "later", waitMs: sealedWaitMs };
  };
  const noted = (destination: Destination, sent: Sent): Sent => {
    if (sent.type === "gone" && sent.why === "access-revoked") return revoked(destination);
    if (sent.type === "later") pauses.pause(destination, sent.waitMs);
    return sent;
  };
  const sendParts = async (
    client: WebClient,
    destination: Destination,
    messages: readonly SlackMessage[],
    standing: readonly string[],
  ): Promise<Sent> => {
    const sentParts = [...standing];
    const isPartUncertain = (): boolean => sentParts.includes(uncertainPart, standing.length);
    for (const message of messages.slice(sentParts.length)) {
      const to = sentParts.length === 0 ? destination : { ...destination, broadcast: false };
      const sent = await attempt(() => post(client, privateCards, to, message));
      if (sent.type === "uncertain" && sentParts.length > 0) sentParts.push(uncertainPart);
      else if (sent.type === "posted") sentParts.push(sent.message);
      else if (sent.type === "later" && sentParts.length > 0) {
        pauses.pause(destination, sent.waitMs);
        return {
          type: "posted-in-part",
          message: sentParts.join(separator),
          waitMs: sent.waitMs,
          mayLackParts: isPartUncertain(),
        };
      } else return noted(destination, sent);
    }
    return { type: "posted", message: sentParts.join(separator), mayLackParts: isPartUncertain() };
  };
  return {
    capabilities: { ...capabilities, broadcasts: broadcasts ? "unless-refused" : "when-chosen" },
    post: async (destination, card) => {
      const client = await clientFor(destination);
      if ("type" in client) return client;
      const messages = drawInTime(() => drawCard(card));
      return sendParts(client, destination, messages, []);
    },
    update: async (destination, message, card) => {
      const client = await clientFor(destination);
      if ("type" in client) return client;
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
    ...makeQuestions(parts),
  };
};

/** What is asked of Slack beside sending. */
const makeQuestions = ({
  accounts,
  people,
  channels,
}: Pick<OutboundParts, "accounts" | "people" | "channels">): Pick<
  Platform,
  "listMembers" | "channelsOf" | "linkTo" | "whyUnreachable" | "isAdmin" | "namesOf" | "sendFile"
> => ({
  sendFile: async ({ workspace, channel, person, thread }, file) => {
    const client = await accounts.clientFor(workspace);
    if (typeof client === "string") throw new Error(`Slack can't be asked for ${workspace}: ${client}`);
    await (thread === undefined
      ? uploadFile(client, { person }, file)
      : uploadFile(client, { channel, thread: rootOf(thread) }, file));
  },
  namesOf: async ({ workspace, people: asked }) => {
    const client = await accounts.clientFor(workspace);
    return typeof client === "string" ? {} : namesOf(client, asked);
  },
  listMembers: async (where) => {
    const client = await accounts.clientFor(where.workspace);
    return typeof client === "string" ? undefined : people.listMembers(client, where);
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
  whyUnreachable: async (where) => {
    const client = await accounts.clientFor(where.workspace);
    return typeof client === "string" ? undefined : answerInTime(askMsMax, channels.whyUnreachable(client, where));
  },
  isAdmin: async (who) => {
    const client = await accounts.clientFor(who.workspace);
    return typeof client !== "string" && people.isAdmin(client, who);
  },
});
