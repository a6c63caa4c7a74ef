/**
 * People who use the bot in Teams: they read what Teams shows them, find buttons and inputs by what
 * these say, and send what Teams sends.
 */

import { z } from "zod";
import { decideCommand } from "../../adapters/teams/decide.ts";
import { present } from "../../src/text/present.ts";
import { mistakesIn, type Part, partsIn, wordsOn } from "./adaptive-cards.ts";
import {
  activityOf,
  type Conversation,
  conversationOf,
  invokeOf,
  type Place,
  type Sender,
  sayingOf,
} from "./payloads.ts";
import { type Json, personalChatOf, type TeamsMessage, type TeamsServer } from "./server.ts";

export type Answer = { readonly status: number; readonly body: Json };

export type TeamsPerson = {
  readonly id: string;
  readonly name: string;
  /** Says something to the bot, in a thread where one is given. */
  readonly say: (text: string, root?: string) => Promise<Answer>;
  /**
   * Presses the newest button in sight that says so, or chooses it from a list; with the inputs of
   * its card filled in by their labels.
   */
  readonly press: (label: string, values?: Readonly<Record<string, string>>) => Promise<string>;
  /**
   * Sends the last thing done on a card again, as Teams does when it saw no answer: under a new id.
   */
  readonly pressAgain: () => Promise<string>;
  /** Like `press`, from a client that doesn't know Action.Execute. */
  readonly pressOldClient: (label: string, values?: Readonly<Record<string, string>>) => Promise<Answer>;
  /**
   * Chooses "Decide on this" in the menu of a message; answers what the dialog says then, or the
   * sentence in its place.
   */
  readonly decide: (message: Json) => Promise<string>;
  /** Presses a button of that dialog; empty once it is closed. */
  readonly inDialog: (label: string, values?: Readonly<Record<string, string>>) => Promise<string>;
  /** Everything this person can read, in the conversation and in their own chat with the bot. */
  readonly reads: () => string;
  /** What their own client's refresh of a message shows. */
  readonly refresh: (message: TeamsMessage) => Promise<string>;
  readonly cards: () => readonly unknown[];
};

/** Posts an activity as Teams does. */
export const sendActivity = async (address: string, activity: Json): Promise<Answer> => {
  const response = await fetch(`${address}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? z.looseObject({}).parse(JSON.parse(text)) : {} };
};

const answered = z.object({
  statusCode: z.literal(200),
  type: z.literal("application/vnd.microsoft.card.adaptive"),
  value: z.unknown(),
});

const dialogAnswer = z.object({
  task: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("continue"), value: z.object({ card: z.object({ content: z.unknown() }) }) }),
      z.object({ type: z.literal("message"), value: z.string() }),
    ])
    .optional(),
});

type Found = {
  readonly card: unknown;
  readonly message: TeamsMessage;
  readonly action: Part;
  readonly chosen?: string;
};

/** A conversation on a server, and where the bot listens. */
export type OpenConversation = Conversation & { readonly server: TeamsServer; readonly address: () => string };

export const personIn = (conversation: OpenConversation, person: Sender, views: Map<string, unknown>): TeamsPerson => {
  const { server, kind } = conversation;
  const own = conversationOf(kind, person.id);
  let last: { readonly message: TeamsMessage; readonly value: Json } | undefined;
  const viewKey = (message: TeamsMessage): string => `${message.conversation} ${message.id} ${person.id}`;
  const visible = (): readonly TeamsMessage[] =>
    server.messages.filter(
      ({ conversation, only = person.id }) =>
        (conversation === own && only === person.id) || conversation === personalChatOf(person.id),
    );
  const cardOf = (message: TeamsMessage): unknown => views.get(viewKey(message)) ?? message.card;

  const find = (label: string): Found => {
    for (const message of [...visible()].reverse()) {
      const card = cardOf(message);
      const parts = partsIn(card);
      const action = parts.find((part) => part.type === "Action.Execute" && part.title === label);
      if (action !== undefined) return { card, message, action };
      for (const list of parts.filter((part) => part.type === "Input.ChoiceSet" && part.id === "chosen")) {
        const choices = z.array(z.object({ title: z.string(), value: z.string() })).parse(list.choices);
        const choice = choices.find(
          ({ title }) => title === label || title.startsWith(`${label}:`) || title.includes(label),
        );
        const go = parts.find((part) => part.type === "Action.Execute" && part.verb === "choose");
        if (choice !== undefined && go !== undefined) return { card, message, action: go, chosen: choice.value };
      }
    }
    throw new Error(`${person.id} sees no button “${label}” in:\n${reads()}`);
  };
  const reads = (): string =>
    visible()
      .map((message) => wordsOn(cardOf(message)))
      .join("\n---\n");

  const placeOf = (message: TeamsMessage): Place => ({
    kind: message.conversation === personalChatOf(person.id) ? "personal" : kind,
    root: kind === "channel" && message.conversation === own ? (message.root ?? message.id) : undefined,
  });
  const invoke = async (message: TeamsMessage, value: Json): Promise<string> => {
    const activity = invokeOf(conversation, person, value, { replyToId: message.id }, placeOf(message));
    const answer = await sendActivity(conversation.address(), activity);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    const card = answered.parse(answer.body).value;
    server.mistakes.push(...mistakesIn(card));
    views.set(viewKey(message), card);
    return wordsOn(card);
  };
  const dataFor = ({ card, action, chosen }: Found, values: Readonly<Record<string, string>>): Json => ({
    ...(action.associatedInputs === "none" ? {} : fillIn(card, values)),
    ...z.looseObject({}).parse(action.data),
    ...present({ chosen }),
  });

  let dialog: unknown;
  const inExtension = async (name: string, value: Json): Promise<string> => {
    const activity = activityOf(conversation, person, { type: "invoke", name, value });
    const answer = await sendActivity(conversation.address(), activity);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    const { task } = dialogAnswer.parse(answer.body);
    dialog = task?.type === "continue" ? task.value.card.content : undefined;
    if (dialog !== undefined) server.mistakes.push(...mistakesIn(dialog));
    return task?.type === "message" ? task.value : dialog === undefined ? "" : wordsOn(dialog);
  };
  const commandId = decideCommand;

  return {
    ...person,
    decide: (messagePayload) =>
      inExtension("composeExtension/fetchTask", { commandId, commandContext: "message", messagePayload }),
    inDialog: async (label, values = {}) => {
      const action = partsIn(dialog).find((part) => part.type === "Action.Submit" && part.title === label);
      if (action === undefined) throw new Error(`${person.id} sees no button “${label}” in the dialog`);
      const filled = action.associatedInputs === "none" ? {} : fillIn(dialog, values);
      const data = { ...filled, ...z.looseObject({}).parse(action.data) };
      return inExtension("composeExtension/submitAction", { commandId, commandContext: "message", data });
    },
    reads,
    cards: () => visible().map(cardOf),
    say: (text, root) => sendActivity(conversation.address(), sayingOf(conversation, person, text, { root })),
    press: async (label, values = {}) => {
      const found = find(label);
      const { type, verb } = found.action;
      last = {
        message: found.message,
        value: { action: { type, verb, data: dataFor(found, values) }, trigger: "manual" },
      };
      return invoke(last.message, last.value);
    },
    pressAgain: async () => {
      if (last === undefined) throw new Error("Nothing was pressed yet");
      return invoke(last.message, last.value);
    },
    pressOldClient: async (label, values = {}) => {
      const found = find(label);
      const change = { type: "message", replyToId: found.message.id, value: dataFor(found, values) };
      return sendActivity(conversation.address(), activityOf(conversation, person, change, placeOf(found.message)));
    },
    refresh: async (message) => {
      const action = z
        .object({
          refresh: z.object({ action: z.looseObject({ type: z.string(), verb: z.string(), data: z.unknown() }) }),
        })
        .parse(message.card).refresh.action;
      return invoke(message, {
        action: { type: action.type, verb: action.verb, data: action.data },
        trigger: "automatic",
      });
    },
  };
};

/** What a client sends of a card's inputs: what was filled in, else what stood there. */
const fillIn = (card: unknown, values: Readonly<Record<string, string>>): Json => {
  const inputs = partsIn(card).filter(({ type }) => type.startsWith("Input."));
  const nameOf = (part: Part): string => String(part.type === "Input.Toggle" ? part.title : part.label);
  const unknown = Object.keys(values).filter((label) => !inputs.some((part) => nameOf(part).startsWith(label)));
  if (unknown.length > 0)
    throw new Error(`No input is called ${unknown.join(", ")}; there are ${inputs.map(nameOf).join(", ")}`);
  return Object.fromEntries(
    inputs.map((part): [string, unknown] => {
      const key = Object.keys(values).find((label) => nameOf(part).startsWith(label));
      return [String(part.id), key === undefined ? (part.value ?? "") : filledValue(part, values[key] ?? "")];
    }),
  );
};

const filledValue = (part: Part, given: string): string => {
  if (part.type !== "Input.ChoiceSet") return given;
  const choices = z.array(z.object({ title: z.string(), value: z.string() })).parse(part.choices);
  // Several options, with bars between them.
  const chosen = (part.isMultiSelect === true ? given.split("|") : [given]).map((one) => {
    // People look for the option's own words, behind its group's and before what it is.
    const choice = choices.find(({ title }) =>
      [title, title.slice(title.indexOf(": ") + 2)].some((said) => said === one || said.startsWith(`${one} — `)),
    );
    if (choice === undefined) throw new Error(`No choice says ${one}`);
    return choice.value;
  });
  return chosen.join(",");
};
