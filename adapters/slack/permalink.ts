/** The address of a message in Slack: made from what a payload says, and told from any other. */

/** `https://acme.slack.com/archives/C01ABC/p1700000000000100`; a reply names its thread too. */
export const permalinks =
  /^https:\/\/[a-z0-9][a-z0-9-]{0,62}(?:\.enterprise)?\.slack\.com\/archives\/[A-Z0-9]{1,32}\/p\d{10,20}(?:\?thread_ts=\d{1,20}\.\d{1,10}&cid=[A-Z0-9]{1,32})?$/u;

export type Said = {
  /** The workspace's name in its addresses. */
  readonly domain: string;
  readonly channel: string;
  /** The message's own timestamp, and that of the thread it is a reply in. */
  readonly at: string;
  readonly thread?: string | undefined;
};

/** The message's address; null where what was given makes none. */
export const permalinkOf = ({ domain, channel, at, thread }: Said): string | null => {
  const reply = thread === undefined || thread === at ? "" : `?thread_ts=${thread}&cid=${channel}`;
  const link = `https://${domain}.slack.com/archives/${channel}/p${at.replace(".", "")}${reply}`;
  return permalinks.test(link) ? link : null;
};
