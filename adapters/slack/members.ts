/** Who is in a channel, and in which zone: asked of Slack whenever it is needed, never kept. */
import type { WebClient } from "@slack/web-api";
import type { Member } from "../../src/platform.ts";
import { isZone } from "../../src/schedule/zones.ts";

/** Beyond this many a message to each alone would take minutes at Slack's rates, and annoy more than help. */
const membersMax = 200;

/** Undefined for a larger channel. Throws what Slack or the network answers. */
export const listMembers = async (client: WebClient, channel: string): Promise<readonly Member[] | undefined> => {
  const found = await client.conversations.members({ channel, limit: membersMax });
  const more = found.response_metadata?.next_cursor ?? "";
  if (more !== "") return undefined;
  const self = (await client.auth.test()).user_id;
  const members: Member[] = [];
  for (const id of found.members ?? []) {
    const { user } = await client.users.info({ user: id });
    if (id === self || user === undefined || user.is_bot || user.deleted) continue;
    members.push({ person: id, ...(user.tz !== undefined && isZone(user.tz) ? { zone: user.tz } : {}) });
  }
  return members;
};
