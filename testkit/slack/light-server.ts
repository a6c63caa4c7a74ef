/**
 * Slack's Web API as far as a session's cards and forms need it, answered at once: for loads and
 * for thousands of sessions, where the emulator is too slow.
 */
import { type Answered, type Fault, openFaultyServer } from "../faulty-server.ts";
import { signingSecret } from "./payloads.ts";
import { type Json, parseForm } from "./server.ts";

type Call = { readonly method: string; readonly body: Json; readonly at: number };

/** As it was last sent or changed. */
type Message = {
  readonly channel: string;
  /** Only this person sees it. */
  readonly person: string | undefined;
  readonly blocks: unknown;
};

export type LightSlackServer = {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  /** Of a program that serves it by HTTP. */
  readonly env: Readonly<Record<string, string>>;
  readonly team: string;
  readonly channel: string;
  /** Those that were answered without a fault, with the time of this process in milliseconds. */
  readonly calls: Call[];
  /** What stands there, by timestamp. */
  readonly messages: ReadonlyMap<string, Message>;
  readonly close: () => Promise<void>;
};

const token = "xoxb-light";
const [team, channel] = ["T1", "C1"];

const messageOf = ({ channel, user, blocks }: Json): Message => ({
  channel: String(channel),
  person: user === undefined ? undefined : String(user),
  blocks,
});

/** Does what a method says to the messages that stand there. */
const answerIn = (messages: Map<string, Message>, method: string, body: Json): Json => {
  const known = String(body.ts);
  switch (method) {
    case "auth.test":
      return { ok: true, team_id: team, user_id: "UBOT", bot_id: "B1" };
    case "users.info":
      return { ok: true, user: { locale: "en-US", tz: "Asia/Seoul" } };
    case "views.open":
      return { ok: true };
    case "chat.postMessage":
    case "chat.postEphemeral": {
      const ts = `1700000000.${String(messages.size).padStart(6, "0")}`;
      messages.set(ts, messageOf(body));
      return { ok: true, ts, message_ts: ts };
    }
    case "chat.update":
      if (!messages.has(known)) return { ok: false, error: "message_not_found" };
      messages.set(known, messageOf(body));
      return { ok: true, ts: known };
    default:
      return { ok: false, error: "unknown_method" };
  }
};

export const openLightSlackServer = async (
  faultOf: () => Fault | undefined = () => undefined,
): Promise<LightSlackServer> => {
  const messages = new Map<string, Message>();
  const calls: Call[] = [];
  const { address, close } = await openFaultyServer(async ({ path, body }): Promise<Answered> => {
    const call = { method: path.split("/").at(-1) ?? "", body: parseForm(body), at: performance.now() };
    calls.push(call);
    return { status: 200, body: answerIn(messages, call.method, call.body) };
  }, faultOf);
  const apiUrl = `${address}/api/`;
  const env = { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl, SLACK_SIGNING_SECRET: signingSecret };
  return { apiUrl, env, team, channel, calls, messages, close };
};
