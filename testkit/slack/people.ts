/**
 * People who use the app in Slack: they read what Slack shows them, find buttons and inputs by what
 * these say, and send what Slack sends.
 */

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { names } from "../../adapters/slack/names.ts";
import { present } from "../../src/text/present.ts";
import { until } from "../until.ts";
import {
  commandOf,
  eventOf,
  type PayloadKind,
  pressOf,
  type Signed,
  type SignedOptions,
  shortcutOf,
  signPayload,
  slackPath,
  submissionOf,
  viewActionOf,
} from "./payloads.ts";
import type { Json, Message, SlackServer, View } from "./server.ts";

/** Sends one payload of Slack's and answers what the program acknowledged it with. */
export type Transport = (kind: PayloadKind, body: Json) => Promise<Acknowledged>;
export type Acknowledged = { readonly status: number; readonly body: Json };

/** Posts what was signed, and answers what came back. */
export const postSigned = async (address: string, { headers, body }: Signed): Promise<Acknowledged> => {
  const response = await fetch(`${address}${slackPath}`, { method: "POST", headers, body });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? z.looseObject({}).parse(JSON.parse(text)) : {} };
};

export const httpTransport =
  (address: () => string, options: SignedOptions = {}): Transport =>
  (kind, body) =>
    postSigned(address(), signPayload(kind, body, options));

type Element = Json & { readonly type: string };
const element = z.looseObject({ type: z.string() });

/** Every element within, outermost first. */
const elementsIn = (part: unknown): readonly Element[] => {
  if (Array.isArray(part)) return part.flatMap(elementsIn);
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(elementsIn);
  const own = element.safeParse(part);
  return own.success ? [own.data, ...inner] : inner;
};

/** The words a person reads in blocks. */
export const wordsIn = (blocks: unknown): string =>
  elementsIn(blocks)
    .map((part) => {
      if (part.type === "user") return `@${String(part.user_id)}`;
      if (part.type === "date") return String(part.fallback);
      return typeof part.text === "string" ? part.text : "";
    })
    .filter(Boolean)
    .join("\n");

const textObject = z.object({ text: z.string() });
const labelOf = (part: unknown): string => textObject.safeParse(part).data?.text ?? "";

/** The button that says so, with its block, as Slack tells of a press. */
const buttonIn = (blocks: unknown, label: string): Json | undefined => {
  const parts = elementsIn(blocks);
  const button = parts.find((part) => part.type === "button" && labelOf(part.text) === label);
  if (button === undefined) return undefined;
  const same = (part: unknown): boolean => JSON.stringify(part) === JSON.stringify(button);
  const holder = parts.find(({ elements }) => Array.isArray(elements) && elements.some(same));
  const { action_id, value, text } = button;
  return { action_id, block_id: holder?.block_id ?? "b1", value, text };
};

const viewUpdate = z.object({ response_action: z.literal("update"), view: z.looseObject({}) });

export type Person = {
  readonly id: string;
  /** Types the app's command, under whichever of its names, with words behind it. */
  readonly command: (text: string, name?: string) => Promise<Acknowledged>;
  /** Presses the newest button in sight that says so; throws when there is none. */
  readonly press: (label: string) => Promise<Acknowledged>;
  /**
   * Fills the modal on top, by the labels of its inputs, and submits it. The errors stand in the
   * answer.
   */
  readonly submit: (values?: Readonly<Record<string, string>>) => Promise<Acknowledged>;
  /** Changes one input of the modal on top, of which Slack tells at once. */
  readonly change: (label: string, value: string) => Promise<void>;
  /** Presses a step of the modal on top. */
  readonly step: (label: string) => Promise<void>;
  readonly openHome: () => Promise<void>;
  readonly mention: (text: string, thread?: string) => Promise<void>;
  readonly shortcut: (message: Message) => Promise<Acknowledged>;
  /** Chooses "Decide on this" in the menu of a message that says so much. */
  readonly decide: (message: Json & Pick<Message, "ts">) => Promise<Acknowledged>;
  /** Chooses "Ask your own question" in Slack's own menu of shortcuts. */
  readonly askAnywhere: () => Promise<Acknowledged>;
  /** Everything this person can read in the channel, and in the dialog before it. */
  readonly reads: () => string;
  readonly view: () => View | undefined;
};

/**
 * Where people speak with the app: the server that shows them the channel, and what brings it their
 * payloads.
 */
export type SlackChannel = { readonly server: SlackServer; readonly transport: Transport };

export const personIn = ({ server, transport }: SlackChannel, id: string): Person => {
  const sender = { team: server.team, channel: server.channel, person: id };
  const trigger = async (view?: View): Promise<Json> => {
    const about = view === undefined ? { user_id: id } : { user_id: id, view_id: view.id };
    return { trigger_id: String((await server.call("views.generateTriggerId", about)).trigger_id) };
  };
  const views = (): readonly View[] => server.views.get(id) ?? [];
  const dialog = (): View => {
    const top = views().at(-1);
    if (top === undefined) throw new Error(`${id} has no dialog open`);
    return top;
  };
  const visible = (): readonly Message[] =>
    server.messages.filter(({ person }) => person === undefined || person === id);
  const tell = async (event: Json): Promise<void> => {
    await transport("event", eventOf(server, { user: id, ...event }));
  };

  const press = async (label: string): Promise<Acknowledged> => {
    const home = server.homes.get(id);
    for (const view of [...views().toReversed(), ...(home === undefined ? [] : [home])]) {
      const button = buttonIn(view.blocks, label);
      if (button === undefined) continue;
      const change = await trigger(view.type === "modal" ? view : undefined);
      return transport("interaction", viewActionOf(sender, button, view, change));
    }
    for (const message of visible().toReversed()) {
      const button = buttonIn(message.blocks, label);
      if (button === undefined) continue;
      const change = { ...(await trigger()), response_url: server.responseUrl(id, message.ts) };
      return transport("interaction", pressOf(sender, button, message, change));
    }
    const seen = visible().map(({ blocks }) => wordsIn(blocks));
    throw new Error(`${id} sees no button “${label}” in:\n${seen.join("\n---\n")}`);
  };

  /** Acts on the modal on top, and waits until it is drawn again. */
  const inView = async (view: View, values: Json, action: Json): Promise<void> => {
    const shown = { ...view, state: { values } };
    await transport("interaction", viewActionOf(sender, action, shown, await trigger(view)));
    await until(() => views().at(-1) !== view, "the dialog is drawn again");
  };

  return {
    id,
    press,
    view: () => views().at(-1),
    reads: () =>
      [
        ...visible().map(({ text, blocks }) => wordsIn(blocks) || text),
        ...views().map(({ blocks }) => wordsIn(blocks)),
      ].join("\n"),
    command: async (text, command: string = names.command) => {
      const change = { ...(await trigger()), command, response_url: server.responseUrl(id) };
      const answer = await transport("command", commandOf(sender, text, change));
      const told = z.object({ text: z.string(), blocks: z.array(z.unknown()) }).safeParse(answer.body).data;
      if (told !== undefined)
        server.messages.push({ channel: server.channel, ts: randomUUID(), thread: undefined, person: id, ...told });
      return answer;
    },
    submit: async (values = {}) => {
      const view = dialog();
      const answer = await transport("interaction", submissionOf(sender, view, fillIn(view, values)));
      if (answer.status === 200 && answer.body.response_action === undefined) server.views.set(id, []);
      const updated = viewUpdate.safeParse(answer.body).data?.view;
      if (updated !== undefined)
        server.views.set(id, [...views().slice(0, -1), { ...updated, id: view.id, type: "modal" }]);
      return answer;
    },
    change: async (label, value) => {
      const view = dialog();
      const block = inputsIn(view).find((one) => one.label.text.startsWith(label));
      if (block?.dispatch_action !== true) throw new Error(`Slack tells of no change of ${label}`);
      const action = { type: block.element.type, action_id: "value", block_id: block.block_id };
      await inView(view, fillIn(view, { [label]: value }), action);
    },
    step: async (label) => {
      const view = dialog();
      const button = buttonIn(view.blocks, label);
      if (button === undefined) throw new Error(`${id} sees no step ${label}`);
      await inView(view, fillIn(view, {}), button);
    },
    openHome: () => tell({ type: "app_home_opened", channel: "D1", tab: "home", event_ts: "1.1" }),
    mention: (text, thread) => {
      const ts = `${Date.now() / 1000}`;
      const place = {
        channel: server.channel,
        ts,
        event_ts: ts,
        ...present({ thread_ts: thread }),
      };
      return tell({ type: "app_mention", text: `<@UBOT> ${text}`, ...place });
    },
    shortcut: async (message) => {
      const change = { ...(await trigger()), response_url: server.responseUrl(id) };
      return transport("interaction", shortcutOf(sender, message, change));
    },
    askAnywhere: async () => {
      const { channel: _, message: __, message_ts: ___, ...bare } = shortcutOf(sender, { channel: "", ts: "" });
      return transport("interaction", { ...bare, ...(await trigger()), type: "shortcut", callback_id: names.ask });
    },
    decide: async (message) => {
      const place = { channel: server.channel, ts: message.ts };
      const change = { ...(await trigger()), callback_id: names.decide, message: { type: "message", ...message } };
      return transport("interaction", shortcutOf(sender, place, change));
    },
  };
};

const input = z.looseObject({
  type: z.literal("input"),
  block_id: z.string(),
  label: textObject,
  element: z.looseObject({ type: z.string(), action_id: z.string() }),
});

const inputsIn = (view: View): readonly z.infer<typeof input>[] =>
  z
    .array(z.unknown())
    .parse(view.blocks)
    .flatMap((block) => input.safeParse(block).data ?? []);

/** What Slack sends of a modal's inputs: what was filled in, else what stood there. */
const fillIn = (view: View, values: Readonly<Record<string, string>>): Json => {
  const inputs = inputsIn(view);
  const unknown = Object.keys(values).filter((label) => !inputs.some((found) => found.label.text.startsWith(label)));
  if (unknown.length > 0)
    throw new Error(
      `No input is called ${unknown.join(", ")}; there are ${inputs.map(({ label }) => label.text).join(", ")}`,
    );
  return Object.fromEntries(
    inputs.map(({ block_id, label, element: of }) => {
      const key = Object.keys(values).find((name) =>
        inputs.some((one) => one.label.text === name) ? label.text === name : label.text.startsWith(name),
      );
      const filled = filledValue(of, key === undefined ? undefined : values[key]);
      return [block_id, { [of.action_id]: { type: of.type, ...filled } }];
    }),
  );
};

/** Several options, with bars between them. */
const partsOf = (given: string): readonly string[] => given.split("|");

const option = z.looseObject({ text: textObject, value: z.string() });

/** What can be taken, in groups or not. */
const optionsOf = ({ options, option_groups: groups }: Element): readonly z.infer<typeof option>[] =>
  z.array(option).safeParse(options).data ??
  z
    .array(z.looseObject({ options: z.array(option) }))
    .safeParse(groups)
    .data?.flatMap((group) => group.options) ??
  [];

const filledValue = (of: Element, given: string | undefined): Json => {
  const options = optionsOf(of);
  switch (of.type) {
    case "radio_buttons":
    case "static_select": {
      const chosen = given === undefined ? of.initial_option : options.find(({ text }) => text.text === given);
      if (given !== undefined && chosen === undefined) throw new Error(`No option says ${given}`);
      return { selected_option: chosen ?? null };
    }
    case "checkboxes":
      if (given === undefined) return { selected_options: of.initial_options ?? [] };
      return { selected_options: options.filter(({ text }) => given === "on" || partsOf(given).includes(text.text)) };
    case "datepicker":
      return { selected_date: given ?? of.initial_date ?? null };
    case "conversations_select":
      return { selected_conversation: given ?? null };
    case "users_select":
      return { selected_user: given ?? of.initial_user ?? null };
    default:
      return { value: given ?? of.initial_value ?? null };
  }
};
