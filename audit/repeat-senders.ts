/**
 * Those who deliver the same thing again: by Slack's signed HTTP, by Teams' activities, and by the
 * playground's HTTP.
 */
import { postAs } from "../testkit/playground/people.ts";
import * as inSlack from "../testkit/slack/payloads.ts";
import { httpTransport } from "../testkit/slack/people.ts";
import type { SlackServer } from "../testkit/slack/server.ts";
import * as inTeams from "../testkit/teams/payloads.ts";
import { sendActivity } from "../testkit/teams/people.ts";
import type { Json, TeamsServer } from "../testkit/teams/server.ts";
import type { AnswerValues } from "./answer-values.ts";

/** Of a form: what it is about, by a name of its own. */
export type Token = { readonly type: string; readonly nonce: string; readonly session: string } & Json;

/**
 * Each verb answers what the sender was told. `delivery` differs between deliveries of the same
 * intent.
 */
export type Senders = {
  readonly name: string;
  readonly workspace: string;
  readonly channel: string;
  readonly people: readonly string[];
  /** `words` are those behind the command. */
  readonly start: (person: string, words: string, intent: string, delivery: string) => Promise<string>;
  readonly press: (person: string, action: string, intent: string, delivery: string) => Promise<string>;
  /** A form, by its fields. */
  readonly submit: (person: string, token: Token, values: AnswerValues, delivery: string) => Promise<string>;
};

export const slackSenders = (server: SlackServer, address: string): Senders => {
  const transport = httpTransport(() => address);
  const { team, channel } = server;
  const message = { channel, ts: "1.1", thread: "1.0" };
  const told = async (answer: ReturnType<typeof transport>): Promise<string> => JSON.stringify(await answer);
  return {
    name: "Slack",
    workspace: `slack/${team}`,
    channel,
    people: server.people,
    start: (person, words, intent, delivery) => {
      const change = { trigger_id: intent, response_url: server.responseUrl(person), delivery };
      return told(transport("command", inSlack.commandOf({ team, channel, person }, words, change)));
    },
    press: (person, value, intent, delivery) => {
      const change = { trigger_id: intent, response_url: server.responseUrl(person) };
      const button = { value, action_ts: delivery };
      return told(transport("interaction", inSlack.pressOf({ team, channel, person }, button, message, change)));
    },
    submit: (person, token, values, delivery) => {
      const sent = inSlack.responseOf({ team, channel, person }, token, values, { trigger_id: delivery });
      return told(transport("interaction", sent));
    },
  };
};

export const teamsSenders = (server: TeamsServer, address: string): Senders => {
  const conversation = { server, kind: "channel", locale: "en-US" } as const;
  const byId = (id: string) => ({ id, name: server.people.find((person) => person.id === id)?.name ?? "" });
  /** Each drawing has a name of its own. */
  const told = async (activity: Json): Promise<string> =>
    JSON.stringify(await sendActivity(address, activity)).replaceAll(/"nonce":"[\w-]{22}"/g, '"nonce":"a drawing"');
  return {
    name: "Teams",
    workspace: "teams/local",
    channel: inTeams.conversationOf("channel", ""),
    people: server.people.map(({ id }) => id),
    start: (person, words, id, localTimestamp) => {
      const said = inTeams.sayingOf(conversation, byId(person), words, { id });
      return told({ ...said, localTimestamp });
    },
    press: (person, action, nonce, id) => {
      const value = inTeams.pressOf({ do: "press", action, nonce, page: 1 });
      return told(inTeams.invokeOf(conversation, byId(person), value, { id }));
    },
    submit: (person, token, values, id) =>
      told(inTeams.invokeOf(conversation, byId(person), inTeams.responseOf(token, values), { id })),
  };
};

export const playgroundSenders = (address: string): Senders => {
  const told = async (person: string, path: string, body: Json, delivery: string): Promise<string> => {
    const response = await postAs(address, person, path, body, { "x-delivery": delivery });
    return `${response.status} ${await response.text()}`;
  };
  return {
    name: "the playground",
    workspace: "playground",
    channel: "ai-projects",
    people: ["minji", "jihoon", "alex", "sora", "priya", "tom"],
    start: (person, words, intent, delivery) => told(person, "say", { text: `/workshop ${words}`, intent }, delivery),
    press: (person, action, intent, delivery) => told(person, "press", { action, intent }, delivery),
    submit: (person, token, values, delivery) => told(person, "submit", { token, values }, delivery),
  };
};
