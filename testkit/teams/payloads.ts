/** What Teams sends to a bot: each activity as Teams builds it. */

import { randomUUID } from "node:crypto";
import { inputIdOf } from "../../adapters/teams/card-data.ts";
import { present } from "../../src/text/present.ts";
import { type Json, personalChatOf, type TeamsServer } from "./server.ts";

export type Kind = "channel" | "groupChat" | "personal";

/** A conversation with the bot, of which clients tell it. */
export type Conversation = {
  readonly server: Pick<TeamsServer, "serviceUrl" | "bot">;
  readonly kind: Kind;
  readonly locale: string;
  readonly tenant?: string | undefined;
};

export type Sender = { readonly id: string; readonly name: string };

/** The thread in which something is said, and where that is if not in the conversation itself. */
export type Place = { readonly kind?: Kind; readonly root?: string | undefined };

export const conversationOf = (kind: Kind, person: string): string => {
  if (kind === "personal") return personalChatOf(person);
  return kind === "channel" ? "19:decisions@thread.tacv2" : "19:chat@thread.v2";
};

export const activityOf = (
  { server, kind, locale, tenant }: Conversation,
  person: Sender,
  change: Json,
  place: Place = {},
): Json => {
  const where = place.kind ?? kind;
  const id = conversationOf(where, person.id);
  return {
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl: server.serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: person.id, name: person.name, aadObjectId: "00000000-0000-0000-0000-000000000001" },
    recipient: { id: server.bot, name: "Workshop" },
    conversation: {
      id: place.root === undefined ? id : `${id};messageid=${place.root}`,
      conversationType: where,
      isGroup: where !== "personal",
      ...present({ tenantId: tenant }),
    },
    ...(where === "channel" || tenant !== undefined
      ? {
          channelData: {
            ...(where === "channel" ? { team: { id: "19:team" }, channel: { id } } : {}),
            ...(tenant === undefined ? {} : { tenant: { id: tenant } }),
          },
        }
      : {}),
    locale,
    localTimezone: "Asia/Seoul",
    ...change,
  };
};

let lastMessage = 0;

/** Teams names a message by when it was said; no two alike. */
const newMessageId = (): string => {
  lastMessage = Math.max(Date.now(), lastMessage + 1);
  return String(lastMessage);
};

type Saying = {
  /** The same words come again under the same id. */
  readonly id?: string;
  /** The post that they answer; without one they are a post of their own. */
  readonly root?: string | undefined;
};

/** Words said to the bot, behind its name except where one speaks with it alone. */
export const sayingOf = (
  conversation: Conversation,
  person: Sender,
  words: string,
  { id = newMessageId(), root = id }: Saying = {},
): Json => {
  const { kind, server } = conversation;
  const mention = { type: "mention", text: "<at>Workshop</at>", mentioned: { id: server.bot, name: "Workshop" } };
  // `@29:…` stands for whom Teams completes while one types.
  const others = [...words.matchAll(/@(29:[A-Za-z0-9_-]+)/gu)].map(([, id = ""]) => ({
    type: "mention",
    text: "<at>Somebody</at>",
    mentioned: { id, name: "Somebody" },
  }));
  const text = words.replaceAll(/@29:[A-Za-z0-9_-]+/gu, "<at>Somebody</at>");
  const said =
    kind === "personal"
      ? { text, entities: others }
      : { text: `<at>Workshop</at>&nbsp;${text}\n`, entities: [mention, ...others] };
  const place = { root: kind === "channel" ? root : undefined };
  return activityOf(conversation, person, { type: "message", id, textFormat: "plain", ...said }, place);
};

/**
 * Something done on a card, of which a client tells without saying it. The same comes again under
 * another id.
 */
export const invokeOf = (
  conversation: Conversation,
  person: Sender,
  value: Json,
  change: Json = {},
  place: Place = {},
) => activityOf(conversation, person, { type: "invoke", name: "adaptiveCard/action", value, ...change }, place);

/** What pressing a button of a card sends that holds this data. */
export const pressOf = (data: Json): Json => ({
  action: { type: "Action.Execute", verb: data.do, data },
  trigger: "manual",
});

/** What submitting a form sends, with its fields filled in: of several options, all taken. */
export const responseOf = (token: Json, answer: Readonly<Record<string, string | readonly string[]>>): Json => {
  const inputs = Object.entries(answer).map(([field, value]) =>
    typeof value === "string" ? [inputIdOf(field, "text"), value] : [inputIdOf(field, "several"), value.join(",")],
  );
  return pressOf({ do: "submit", purpose: token, ...Object.fromEntries(inputs) });
};
