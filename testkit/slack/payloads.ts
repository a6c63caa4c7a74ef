/** What Slack sends to an app: each payload as Slack builds it, and signed as Slack signs it. */
import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Json, Message, SlackServer } from "./server.ts";

/** Where Slack sends everything. */
export const slackPath = "/slack/events";

export const signingSecret = "a-signing-secret-of-the-tests-own";

/** A request ready to be written to a socket. */
export type Signed = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type SignedOptions = { readonly secret?: string; readonly at?: number };

/** Signs as Slack does: HMAC-SHA-256 over `v0:timestamp:body`. */
export const sign = (
  body: string,
  type: string,
  { secret = signingSecret, at = Date.now() }: SignedOptions = {},
): Signed => {
  const timestamp = String(Math.floor(at / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  return {
    headers: { "content-type": type, "x-slack-request-timestamp": timestamp, "x-slack-signature": signature },
    body,
  };
};

export type PayloadKind = "command" | "interaction" | "event";

/** A payload as the body that Slack sends: an event as JSON, all else as a form. */
export const signPayload = (kind: PayloadKind, payload: Json, options: SignedOptions = {}): Signed => {
  if (kind === "event") return sign(JSON.stringify(payload), "application/json", options);
  const form = kind === "command" ? payload : { payload: JSON.stringify(payload) };
  const fields = Object.entries(form).map(([key, value]): [string, string] => [key, String(value)]);
  return sign(new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded", options);
};

/** Whoever acts, and in which workspace and channel. */
export type Sender = Pick<SlackServer, "team" | "channel"> & { readonly person: string };

const baseOf = ({ team, person }: Sender): Json => ({
  team: { id: team, domain: "t" },
  user: { id: person, team_id: team, username: person, name: person },
  api_app_id: "A1",
  token: "t",
  enterprise: null,
  is_enterprise_install: false,
  trigger_id: randomUUID(),
});

/** `/workshop` with words behind it. */
/**
 * What was typed as Slack hands it over where the manifest asks for ids: signs as entities, people
 * and channels by id. `@U1` and `#C1` stand for what Slack completes while one types.
 */
const escaped = (typed: string): string =>
  typed
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/(?<=^|\s)@([UW][A-Z0-9]+)/gu, (_whole, id: string) => `<@${id}|${id.toLowerCase()}>`)
    .replaceAll(/(?<=^|\s)#([CG][A-Z0-9]+)/gu, (_whole, id: string) => `<#${id}|${id.toLowerCase()}>`);

export const commandOf = ({ team, channel, person }: Sender, text: string, change: Json = {}): Json => ({
  command: "/workshop",
  text: escaped(text),
  channel_id: channel,
  channel_name: "decisions",
  user_id: person,
  user_name: person,
  team_id: team,
  team_domain: "t",
  api_app_id: "A1",
  token: "t",
  trigger_id: randomUUID(),
  ...change,
});

/** A message as payloads name it. */
export type Place = Pick<Message, "channel" | "ts"> & Partial<Pick<Message, "thread" | "person">>;

const threadOf = ({ thread }: Place): Json => (thread === undefined ? {} : { thread_ts: thread });

/** The press of a button on a message, by the button's value or by all that Slack tells of it. */
export const pressOf = (sender: Sender, button: string | Json, message: Place, change: Json = {}): Json => ({
  ...baseOf(sender),
  type: "block_actions",
  container: {
    type: "message",
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: message.person !== undefined,
    ...threadOf(message),
  },
  channel: { id: message.channel, name: "decisions" },
  message: { type: "message", ts: message.ts },
  actions: [
    {
      type: "button",
      action_id: "press:0",
      block_id: "b1",
      action_ts: "1",
      ...(typeof button === "string" ? { value: button } : button),
    },
  ],
  ...change,
});

/** A press or a change on a modal or on Home. */
export const viewActionOf = (sender: Sender, action: Json, view: Json, change: Json = {}): Json => ({
  ...baseOf(sender),
  type: "block_actions",
  container: { type: "view", view_id: view.id },
  view,
  actions: [{ type: "button", action_ts: "1", ...action }],
  ...change,
});

/** The app's entry in a message's own menu. */
export const shortcutOf = (sender: Sender, message: Place, change: Json = {}): Json => ({
  ...baseOf(sender),
  type: "message_action",
  callback_id: "this-session",
  message_ts: message.ts,
  channel: { id: message.channel, name: "decisions" },
  message: { type: "message", ts: message.ts, ...threadOf(message) },
  ...change,
});

/** A modal that was submitted with these values of its inputs. */
export const submissionOf = (sender: Sender, view: Json, values: Json, change: Json = {}): Json => ({
  ...baseOf(sender),
  type: "view_submission",
  response_urls: [],
  view: { ...view, state: { values } },
  ...change,
});

/** What was filled in on a scenario's response form; a chance is a percentage as typed. */
/** What a form's fields hold; where several options are ticked, all of them. */
export type Answer = Readonly<Record<string, string | readonly string[]>>;

const typed = new Set(["reason", "safe-enough", "question", "options", "background", "option", "text"]);

const inputOf = (field: string, value: string | readonly string[]): Json => {
  if (typeof value !== "string")
    return { values: { type: "checkboxes", selected_options: value.map((one) => ({ value: one })) } };
  if (field === "chance") return { value: { type: "number_input", value } };
  return typed.has(field)
    ? { value: { type: "plain_text_input", value } }
    : { value: { type: "radio_buttons", selected_option: { value } } };
};

const valuesOf = (answer: Answer): Json =>
  Object.fromEntries(Object.entries(answer).map(([field, value]) => [field, inputOf(field, value)]));

/** A form by its fields, submitted by whoever need not have opened it. */
export const responseOf = (sender: Sender, token: Json, answer: Answer, change: Json = {}): Json =>
  formOf(sender, token, valuesOf(answer), change);

/** Any form, submitted by whoever need not have opened it. */
export const formOf = (sender: Sender, token: Json, values: Json, change: Json = {}): Json => {
  const view = {
    id: `V${String(token.nonce)}`,
    type: "modal",
    callback_id: "form",
    private_metadata: JSON.stringify({ purpose: token, place: { channel: sender.channel } }),
    blocks: Object.keys(values).map((block_id) => ({ type: "input", block_id })),
  };
  return submissionOf(sender, view, values, change);
};

const metadata = z.looseObject({ purpose: z.looseObject({ nonce: z.string() }) });

/** The form that `opened` shows, submitted by another person as if it were a form of their own. */
export const responseLike = (sender: Sender, opened: Json, answer: Answer): Json => {
  const asked = metadata.parse(JSON.parse(String(opened.private_metadata)));
  const token = { ...asked.purpose, nonce: randomUUID() };
  const view = { ...opened, id: `V${sender.person}`, private_metadata: JSON.stringify({ ...asked, purpose: token }) };
  return submissionOf(sender, view, valuesOf(answer));
};

/** Something that happened in a workspace, told to the app that is installed there. */
export const eventOf = ({ team }: Pick<SlackServer, "team">, event: Json): Json => ({
  type: "event_callback",
  team_id: team,
  api_app_id: "A1",
  token: "t",
  event_id: `Ev${randomUUID()}`,
  event_time: 1,
  event,
  authorizations: [{ enterprise_id: null, team_id: team, user_id: "UBOT", is_bot: true, is_enterprise_install: false }],
});
