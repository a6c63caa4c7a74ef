/**
 * In which channels the app and a person are; and whether the app can post in one, asked before
 * anything is started there, since what nobody sees must not be stored.
 */
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Unreachable } from "../../src/platform.ts";
import { makeRecent } from "../../src/text/recent.ts";

type Where = { readonly workspace: string; readonly channel: string };

export type Channels = {
  /** Undefined where it can, and where Slack doesn't say. Throws what the network answers. */
  readonly whyUnreachable: (client: WebClient, where: Where) => Promise<Unreachable | undefined>;
};

const keptMax = 10_000;
/** Whoever takes the app out of a channel within that time finds what a post then answers. */
const keptMsMax = 5 * 60_000;
const writesAnywhere = "chat:write.public";

export const makeChannels = (): Channels => {
  const reachable = makeRecent<true>(keptMax, keptMsMax);
  return {
    whyUnreachable: async (client, { workspace, channel }) => {
      const key = `${workspace} ${channel}`;
      if (reachable.get(key) !== undefined) return undefined;
      const why = await ask(client, channel);
      if (why === undefined) reachable.set(key, true);
      return why;
    },
  };
};

const ask = async (client: WebClient, channel: string): Promise<Unreachable | undefined> => {
  try {
    const { channel: found, response_metadata: answered } = await client.conversations.info({ channel });
    if (found?.is_archived === true) return "channel-closed";
    // Of a direct or group message that the app is in, Slack says nothing about membership.
    if (found?.is_member !== false) return undefined;
    const scopes = answered?.scopes ?? [];
    return found.is_private !== true && scopes.includes(writesAnywhere) ? undefined : "not-in-channel";
  } catch (fault) {
    if (!(fault instanceof WebAPIPlatformError)) throw fault;
    const isDirect = channel.startsWith("D");
    // A private channel without the app isn't there for it.
    if (fault.data.error === "channel_not_found") return isDirect ? "direct-message" : "not-in-channel";
    // The app asks for no scope that shows it direct messages.
    if (fault.data.error === "missing_scope" && isDirect) return "direct-message";
    return undefined;
  }
};

const channelsPagesMax = 10;
const channelsPage = 200;

/** The channels that the bot and the person share, as far as that many. */
export const channelsOf = async (
  client: WebClient,
  person: string,
  pagesMax = channelsPagesMax,
): Promise<readonly string[]> => {
  const types = "public_channel,private_channel";
  const found: string[] = [];
  let cursor = "";
  for (let page = 0; page < pagesMax && (page === 0 || cursor !== ""); page += 1) {
    const asked = { user: person, types, exclude_archived: true, limit: channelsPage };
    const told = await client.users.conversations(cursor === "" ? asked : { ...asked, cursor });
    found.push(...(told.channels ?? []).flatMap(({ id }) => id ?? []));
    cursor = told.response_metadata?.next_cursor ?? "";
  }
  return found;
};
