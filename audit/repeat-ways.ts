/**
 * The ways in which the same thing can be delivered again: by Slack's signed HTTP, by Teams'
 * activities, and by the playground's HTTP.
 */
import { inputIdOf } from "../adapters/teams/card-data.ts";
import { httpTransport } from "../testkit/slack/people.ts";
import type { SlackServer } from "../testkit/slack/server.ts";
import { type Conversation, conversationOf } from "../testkit/teams/people.ts";
import type { TeamsServer } from "../testkit/teams/server.ts";
import { submissionPayload } from "./slack-client.ts";
import { invokeCard, sayToBot } from "./teams-client.ts";

export type Purpose = {
  readonly type: "respond";
  readonly nonce: string;
  readonly session: string;
  readonly round: number;
  readonly seen: number;
};

export type Answer = { readonly choice: string; readonly reason: string };

/**
 * Each verb answers what the sender was told. `delivery` differs between deliveries of the same
 * intent.
 */
export type Way = {
  readonly name: string;
  readonly workspace: string;
  readonly channel: string;
  readonly people: readonly string[];
  readonly start: (person: string, activity: string, intent: string, delivery: string) => Promise<string>;
  readonly press: (person: string, action: string, intent: string, delivery: string) => Promise<string>;
  readonly submit: (person: string, purpose: Purpose, answer: Answer, delivery: string) => Promise<string>;
};

export const slackWay = (server: SlackServer, address: string): Way => {
  const transport = httpTransport(() => address);
  const base = { team: { id: server.team, domain: "t" }, api_app_id: "A1", token: "t", enterprise: null };
  const told = async (answer: ReturnType<typeof transport>): Promise<string> => JSON.stringify(await answer);
  return {
    name: "Slack",
    workspace: `slack/${server.team}`,
    channel: server.channel,
    people: server.people,
    start: (person, activity, intent, delivery) =>
      told(
        transport("command", {
          command: "/workshop",
          text: `start ${activity}`,
          channel_id: server.channel,
          user_id: person,
          team_id: server.team,
          trigger_id: intent,
          response_url: server.responseUrl(person),
          delivery,
        }),
      ),
    press: (person, action, intent, delivery) =>
      told(
        transport("interaction", {
          ...base,
          type: "block_actions",
          user: { id: person, team_id: server.team },
          trigger_id: intent,
          channel: { id: server.channel },
          container: { type: "message", channel_id: server.channel, message_ts: "1.1", thread_ts: "1.0" },
          message: { type: "message", ts: "1.1" },
          response_url: server.responseUrl(person),
          actions: [{ type: "button", action_id: "press:0", block_id: "b", value: action, action_ts: delivery }],
        }),
      ),
    submit: (person, purpose, answer, delivery) =>
      told(
        transport("interaction", submissionPayload(server, person, purpose, { ...answer, confidence: "75" }, delivery)),
      ),
  };
};

export const teamsWay = (server: TeamsServer, address: string): Way => {
  const conversation: Conversation = { server, address: () => address, kind: "channel", locale: "en-US" };
  const byId = (id: string) => ({ id, name: server.people.find((person) => person.id === id)?.name ?? "" });
  /** Each drawing has a name of its own. */
  const told = async (answer: ReturnType<typeof invokeCard>): Promise<string> =>
    JSON.stringify(await answer).replaceAll(/"nonce":"[\w-]{22}"/g, '"nonce":"a drawing"');
  return {
    name: "Teams",
    workspace: "teams/local",
    channel: conversationOf("channel", ""),
    people: server.people.map(({ id }) => id),
    start: (person, activity, intent, delivery) =>
      told(sayToBot(conversation, byId(person), `start ${activity}`, intent, delivery)),
    press: (person, action, intent, delivery) =>
      told(invokeCard(conversation, byId(person), { do: "press", action, nonce: intent, page: 1 }, { id: delivery })),
    submit: (person, purpose, { choice, reason }, delivery) => {
      const values = { choice, reason, confidence: "75" };
      const inputs = Object.entries(values).map(([field, value]) => [inputIdOf(field, "text"), value]);
      return told(
        invokeCard(
          conversation,
          byId(person),
          { do: "submit", purpose, ...Object.fromEntries(inputs) },
          { id: delivery },
        ),
      );
    },
  };
};

export const playgroundWay = (address: string): Way => {
  const speak = async (
    person: string,
    path: string,
    body: Readonly<Record<string, unknown>>,
    delivery: string,
  ): Promise<string> => {
    const who = { person, channel: "ai-projects", thread: null, language: "en", zone: "UTC" };
    const response = await fetch(`${address}/api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-delivery": delivery },
      body: JSON.stringify({ ...who, ...body }),
    });
    return `${response.status} ${await response.text()}`;
  };
  return {
    name: "the playground",
    workspace: "playground",
    channel: "ai-projects",
    people: ["minji", "jihoon", "alex", "sora", "priya", "tom"],
    start: (person, activity, intent, delivery) =>
      speak(person, "say", { text: `/workshop start ${activity}`, intent }, delivery),
    press: (person, action, intent, delivery) => speak(person, "press", { action, intent }, delivery),
    submit: (person, purpose, answer, delivery) =>
      speak(person, "submit", { purpose, values: { ...answer, confidence: "75" } }, delivery),
  };
};
