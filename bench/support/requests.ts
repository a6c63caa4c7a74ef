/**
 * What Slack would send, signed and ready to be written to a socket, so that a load run pays for no
 * signing.
 */
import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Prepared } from "./load.ts";
import { channel, team } from "./slack-stub.ts";

/** Where Slack sends everything. */
export const slackPath = "/slack/events";

export const signingSecret = "a-signing-secret-of-the-benchmarks";

const sign = (fields: Readonly<Record<string, string>>): Prepared => {
  const body = new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    },
  };
};

const from = (person: string) => ({
  team: { id: team, domain: "t" },
  user: { id: person, team_id: team, username: person, name: person },
  api_app_id: "A1",
  token: "t",
  enterprise: null,
  is_enterprise_install: false,
});

export const signedCommand = (person: string, text: string): Prepared =>
  sign({ command: "/workshop", text, channel_id: channel, user_id: person, team_id: team, trigger_id: randomUUID() });

/** The press of a button in the channel, by its value. */
export const signedPress = (person: string, value: string, thread: string): Prepared =>
  sign({
    payload: JSON.stringify({
      ...from(person),
      type: "block_actions",
      trigger_id: randomUUID(),
      container: { type: "message", message_ts: thread, channel_id: channel, thread_ts: thread },
      channel: { id: channel, name: "decisions" },
      message: { type: "message", ts: thread },
      actions: [{ type: "button", action_id: "press:0", block_id: "b", value, action_ts: "1" }],
    }),
  });

const view = z.looseObject({ private_metadata: z.string(), blocks: z.array(z.unknown()) });
const metadata = z.looseObject({ purpose: z.looseObject({ nonce: z.string() }) });

/**
 * The submission of the form that `opened` shows (a view as the app opened it), as another person
 * with a form of their own would send it.
 */
export const signedSubmission = (person: string, opened: string): Prepared => {
  const shown = view.parse(JSON.parse(opened));
  const asked = metadata.parse(JSON.parse(shown.private_metadata));
  const own = { ...asked, purpose: { ...asked.purpose, nonce: randomUUID() } };
  return sign({
    payload: JSON.stringify({
      ...from(person),
      type: "view_submission",
      trigger_id: randomUUID(),
      response_urls: [],
      view: {
        ...shown,
        id: `V${person}`,
        private_metadata: JSON.stringify(own),
        state: {
          values: {
            choice: { value: { type: "radio_buttons", selected_option: { value: "rag" } } },
            reason: {
              value: { type: "plain_text_input", value: `The answers stand in the FAQ already, says ${person}.` },
            },
            confidence: { value: { type: "number_input", value: "80" } },
          },
        },
      },
    }),
  });
};
