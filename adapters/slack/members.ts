/**
 * Who of a channel may take part, and in which zone they are; and who administers the workspace:
 * asked of Slack whenever it is needed, never kept.
 */
import type { WebClient } from "@slack/web-api";
import type { Member } from "../../src/platform.ts";
import { isZone } from "../../src/schedule/zones.ts";
import { type Admission, type Home, mayTakePart, standingOf } from "./standing.ts";

/**
 * Beyond this many a message to each alone would take minutes at Slack's rates, and annoy more than
 * help.
 */
const membersMax = 200;

/** Undefined for a larger channel. Throws what Slack or the network answers. */
export const listMembers = async (
  client: WebClient,
  channel: string,
  admission: Admission,
): Promise<readonly Member[] | undefined> => {
  const found = await client.conversations.members({ channel, limit: membersMax });
  const more = found.response_metadata?.next_cursor ?? "";
  if (more !== "") return undefined;
  const { self, home } = await askOwn(client);
  const members: Member[] = [];
  for (const id of found.members ?? []) {
    if (id === self) continue;
    const { user } = await client.users.info({ user: id });
    if (user === undefined || user.is_bot || user.deleted) continue;
    if (!mayTakePart(admission, standingOf(user, home))) continue;
    members.push({ person: id, zone: user.tz !== undefined && isZone(user.tz) ? user.tz : undefined });
  }
  return members;
};

/** So many people are asked about at once. */
const askedAtOnce = 10;

/** What people are called here; whom Slack doesn't tell of is left out. */
export const namesOf = async (
  client: WebClient,
  people: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const names: Record<string, string> = {};
  for (let from = 0; from < people.length; from += askedAtOnce)
    await Promise.all(
      people.slice(from, from + askedAtOnce).map(async (person) => {
        const told = await client.users.info({ user: person }).catch(() => undefined);
        const name = told?.user?.profile?.display_name || told?.user?.real_name || told?.user?.name;
        if (name !== undefined && name !== "") names[person] = name;
      }),
    );
  return names;
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

/**
 * Whether somebody administers the workspace itself; in a shared channel there are those of others.
 */
export const isAdminHere = async (client: WebClient, person: string): Promise<boolean> => {
  const { user } = await client.users.info({ user: person });
  return user?.is_admin === true && standingOf(user, (await askOwn(client)).home) === "member";
};

const askOwn = async (client: WebClient): Promise<{ readonly self: string | undefined; readonly home: Home }> => {
  const own = await client.auth.test();
  return { self: own.user_id, home: { team: own.team_id, enterprise: own.enterprise_id } };
};
