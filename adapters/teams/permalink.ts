/** The address of a message in Teams, as Teams itself gives it, told from any other. */

const hosts = ["teams.microsoft.com", "teams.cloud.microsoft", "gov.teams.microsoft.us", "dod.teams.microsoft.us"];

/** What a link needs to find its message; the rest of what Teams writes there are names. */
const needed = ["tenantId", "groupId", "parentMessageId"];

/** `https://teams.microsoft.com/l/message/19%3Aab%40thread.tacv2/1700000000000?tenantId=…`. */
export const permalinks = new RegExp(
  String.raw`^https://(?:${hosts.map((host) => host.replaceAll(".", String.raw`\.`)).join("|")})/l/message/[A-Za-z0-9%:@._-]{1,200}/\d{5,20}(?:\?(?:(?:${needed.join("|")})=[A-Za-z0-9-]{1,64}&?){1,3})?$`,
  "u",
);

/** The address with what it needs alone; null for what is no message's address. */
export const permalinkIn = (given: string | undefined): string | null => {
  if (given === undefined || !URL.canParse(given)) return null;
  const { protocol, host, pathname, searchParams } = new URL(given);
  const kept = needed.flatMap((name) => {
    const value = searchParams.get(name);
    return value === null || value === "" ? [] : [`${name}=${value}`];
  });
  const link = `${protocol}//${host}${pathname}${kept.length === 0 ? "" : `?${kept.join("&")}`}`;
  return permalinks.test(link) ? link : null;
};
