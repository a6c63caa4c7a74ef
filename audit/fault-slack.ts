/**
 * Slack's Web API as far as a session's cards need it, called by the real adapter; one of the calls
 * fails.
 */
import { WebClient } from "@slack/web-api";
import { clientOptions } from "../adapters/slack/accounts.ts";
import { fetchWhole } from "../adapters/slack/fetch-whole.ts";
import { makeOutbound } from "../adapters/slack/outbound.ts";
import { wordsIn } from "../testkit/slack/people.ts";
import { type Json, parseForm } from "../testkit/slack/server.ts";
import { type Answered, type Asked, callMsMaxOf, openFaultyServer } from "./fault-server.ts";
import { facilitator, makeQuiet, type Wire, type WireParts, where } from "./fault-wire.ts";

type Message = {
  readonly channel: string;
  /** Only this person sees it. */
  readonly person: string | undefined;
  readonly words: string;
};

const messageOf = ({ channel, user, blocks }: Json): Message => ({
  channel: String(channel),
  person: user === undefined ? undefined : String(user),
  words: wordsIn(blocks),
});

/** Does what a method says to the messages that stand there, by timestamp. */
const answerIn = (messages: Map<string, Message>, method: string, body: Json): Answered => {
  const known = String(body.ts);
  switch (method) {
    case "chat.postMessage":
    case "chat.postEphemeral": {
      const ts = `1700000000.${String(messages.size).padStart(6, "0")}`;
      messages.set(ts, messageOf(body));
      return { status: 200, body: { ok: true, ts, message_ts: ts } };
    }
    case "chat.update":
      if (!messages.has(known)) return { status: 200, body: { ok: false, error: "message_not_found" } };
      messages.set(known, messageOf(body));
      return { status: 200, body: { ok: true, ts: known } };
    default:
      return { status: 200, body: { ok: false, error: "unknown_method" } };
  }
};

export const openSlackWire = async ({ fuse, clock, reportFault }: WireParts): Promise<Wire> => {
  const messages = new Map<string, Message>();
  const wrong: string[] = [];
  const quiet = makeQuiet(clock);
  const answer = async ({ path, body }: Asked): Promise<Answered> =>
    answerIn(messages, path.split("/").at(-1) ?? "", parseForm(body));
  const server = await openFaultyServer(fuse, answer);
  const client = new WebClient("xoxb-audit", {
    ...clientOptions(`${server.address}api/`),
    timeout: callMsMaxOf(fuse),
    fetch: async (url, init) => {
      const place = `Slack's channel ${String(parseForm(String(init?.body)).channel)}`;
      wrong.push(...quiet.mistakesOf(place));
      const response = await fetchWhole(url, init);
      if (response.status === 429) quiet.ask(place, Number(response.headers.get("retry-after")) * 1000);
      return response;
    },
  });
  const accounts = { authorize: async () => ({}), clientFor: async () => client, forget: async () => undefined };
  const seen = (to: (message: Message) => boolean): readonly string[] =>
    [...messages.values()].filter(to).map(({ words }) => words);
  return {
    platform: makeOutbound(accounts, clock, reportFault),
    seenByAll: () => seen(({ channel, person }) => channel === where.channel && person === undefined),
    seenAlone: () => seen(({ channel, person }) => channel === facilitator || person === facilitator),
    wrong,
    close: server.close,
  };
};
