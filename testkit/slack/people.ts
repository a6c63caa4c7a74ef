/**
 * People who use the app in Slack: they read what Slack shows them, find buttons and inputs by what
 * these say, and send what Slack sends.
 */
import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Json, Message, SlackServer, View } from "./server.ts";

/** Sends one payload of Slack's and answers what the program acknowledged it with. */
export type Transport = (kind: "command" | "interaction" | "event", body: Json) => Promise<Acknowledged>;
export type Acknowledged = { readonly status: number; readonly body: Json };

export type SignedOptions = { readonly secret?: string; readonly at?: number };

export const signingSecret = "a-signing-secret-of-the-tests-own";

/** Signs as Slack does: HMAC-SHA-256 over `v0:timestamp:body`. */
export const signedPost = async (
  address: string,
  body: string,
  type: string,
  { secret = signingSecret, at = Date.now() }: SignedOptions = {},
): Promise<Acknowledged> => {
  const timestamp = String(Math.floor(at / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const response = await fetch(`${address}/slack/events`, {
    method: "POST",
    headers: { "content-type": type, "x-slack-request-timestamp": timestamp, "x-slack-signature": signature },
    body,
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? z.looseObject({}).parse(JSON.parse(text)) : {} };
};

export const httpTransport =
  (address: () => string, options: SignedOptions = {}): Transport =>
  (kind, body) => {
    if (kind === "event") return signedPost(address(), JSON.stringify(body), "application/json", options);
    const form = kind === "command" ? body : { payload: JSON.stringify(body) };
    const fields = Object.entries(form).map(([key, value]): [string, string] => [key, String(value)]);
    return signedPost(address(), new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded", options);
  };

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

export type Person = {
  readonly id: string;
  readonly command: (text: string) => Promise<Acknowledged>;
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
  const team = { id: server.team, domain: "t" };
  const user = { id, team_id: server.team, username: id, name: id };
  const base = { team, user, api_app_id: "A1", token: "t", enterprise: null, is_enterprise_install: false };
  const trigger = async (view?: string): Promise<string> => {
    const about = view === undefined ? { user_id: id } : { user_id: id, view_id: view };
    return String((await server.call("views.generateTriggerId", about)).trigger_id);
  };
  const top = (): View | undefined => server.views.get(id)?.at(-1);
  const visible = (): readonly Message[] =>
    server.messages.filter(({ person }) => person === undefined || person === id);

  const press = async (label: string): Promise<Acknowledged> => {
    const home = server.homes.get(id);
    const places = [
      ...visible().map((message) => ({ blocks: message.blocks, message, view: undefined })),
      ...(home === undefined ? [] : [{ blocks: home.blocks, message: undefined, view: home }]),
      ...(server.views.get(id) ?? []).map((view) => ({ blocks: view.blocks, message: undefined, view })),
    ].reverse();
    for (const { blocks, message, view } of places) {
      const button = elementsIn(blocks).find((part) => part.type === "button" && labelOf(part.text) === label);
      if (button === undefined) continue;
      const holder = elementsIn(blocks).find(
        (block) =>
          Array.isArray(block.elements) &&
          block.elements.some((part: unknown) => JSON.stringify(part) === JSON.stringify(button)),
      );
      const action = {
        type: "button",
        action_id: button.action_id,
        block_id: holder?.block_id ?? "b1",
        value: button.value,
        text: button.text,
        action_ts: "1",
      };
      const container =
        message === undefined
          ? { type: "view", view_id: view?.id }
          : {
              type: "message",
              message_ts: message.ts,
              channel_id: message.channel,
              is_ephemeral: message.person !== undefined,
              ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
            };
      return transport("interaction", {
        ...base,
        type: "block_actions",
        trigger_id: await trigger(view?.type === "modal" ? view.id : undefined),
        container,
        actions: [action],
        ...(message === undefined
          ? { view }
          : {
              channel: { id: message.channel, name: "decisions" },
              response_url: server.responseUrl(id),
              message: { type: "message", ts: message.ts },
            }),
      });
    }
    throw new Error(
      `${id} sees no button “${label}” in:\n${visible()
        .map(({ blocks }) => wordsIn(blocks))
        .join("\n---\n")}`,
    );
  };

  const inView = async (view: View, values: Json, action: Json): Promise<void> => {
    await transport("interaction", {
      ...base,
      type: "block_actions",
      trigger_id: await trigger(view.id),
      container: { type: "view", view_id: view.id },
      view: { ...view, state: { values } },
      actions: [{ ...action, action_ts: "1" }],
    });
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("The dialog was not drawn again")), 5_000);
      const look = (): void => {
        if (top() === view) setTimeout(look, 5);
        else {
          clearTimeout(late);
          resolve();
        }
      };
      look();
    });
  };

  return {
    id,
    press,
    view: top,
    reads: () =>
      [
        ...visible().map(({ text, blocks }) => `${wordsIn(blocks) || text}`),
        ...(server.views.get(id) ?? []).map(({ blocks }) => wordsIn(blocks)),
      ].join("\n"),
    command: async (text) => {
      const answer = await transport("command", {
        command: "/workshop",
        text,
        channel_id: server.channel,
        channel_name: "decisions",
        user_id: id,
        user_name: id,
        team_id: server.team,
        team_domain: "t",
        api_app_id: "A1",
        token: "t",
        response_url: server.responseUrl(id),
        trigger_id: await trigger(),
      });
      const told = z.object({ text: z.string(), blocks: z.array(z.unknown()) }).safeParse(answer.body);
      if (told.success)
        server.messages.push({
          channel: server.channel,
          ts: randomUUID(),
          thread: undefined,
          person: id,
          ...told.data,
        });
      return answer;
    },
    submit: async (values = {}) => {
      const view = top();
      if (view === undefined) throw new Error(`${id} has no dialog open`);
      const answer = await transport("interaction", {
        ...base,
        type: "view_submission",
        trigger_id: "t",
        response_urls: [],
        view: { ...view, state: { values: fillIn(view, values) } },
      });
      if (answer.status === 200 && answer.body.response_action === undefined) server.views.set(id, []);
      const updated = z
        .object({ response_action: z.literal("update"), view: z.looseObject({}) })
        .safeParse(answer.body);
      if (updated.success)
        server.views.set(id, [
          ...(server.views.get(id) ?? []).slice(0, -1),
          { ...updated.data.view, id: view.id, type: "modal" },
        ]);
      return answer;
    },
    change: async (label, value) => {
      const view = top();
      if (view === undefined) throw new Error(`${id} has no dialog open`);
      const values = fillIn(view, { [label]: value });
      const block = z
        .array(z.unknown())
        .parse(view.blocks)
        .flatMap((one) => input.safeParse(one).data ?? [])
        .find((one) => one.label.text.startsWith(label));
      if (block?.dispatch_action !== true) throw new Error(`Slack tells of no change of ${label}`);
      await inView(view, values, { type: block.element.type, action_id: "value", block_id: block.block_id });
    },
    step: async (label) => {
      const view = top();
      const button = elementsIn(view?.blocks).find((part) => part.type === "button" && labelOf(part.text) === label);
      if (view === undefined || button === undefined) throw new Error(`${id} sees no step ${label}`);
      await inView(view, fillIn(view, {}), { ...button, block_id: "steps" });
    },
    openHome: async () => {
      await transport(
        "event",
        eventOf(server, { type: "app_home_opened", user: id, channel: "D1", tab: "home", event_ts: "1.1" }),
      );
    },
    mention: async (text, thread) => {
      const ts = `${Date.now() / 1000}`;
      const event = {
        type: "app_mention",
        user: id,
        channel: server.channel,
        text: `<@UBOT> ${text}`,
        ts,
        event_ts: ts,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      };
      await transport("event", eventOf(server, event));
    },
    shortcut: async (message) =>
      transport("interaction", {
        ...base,
        type: "message_action",
        callback_id: "this-session",
        trigger_id: await trigger(),
        message_ts: message.ts,
        response_url: server.responseUrl(id),
        channel: { id: server.channel, name: "decisions" },
        message: {
          type: "message",
          ts: message.ts,
          ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
        },
      }),
  };
};

export const eventOf = (server: SlackServer, event: Json): Json => ({
  type: "event_callback",
  team_id: server.team,
  api_app_id: "A1",
  token: "t",
  event_id: `Ev${randomUUID()}`,
  event_time: 1,
  event,
  authorizations: [
    { enterprise_id: null, team_id: server.team, user_id: "UBOT", is_bot: true, is_enterprise_install: false },
  ],
});

const input = z.looseObject({
  type: z.literal("input"),
  block_id: z.string(),
  label: textObject,
  element: z.looseObject({ type: z.string() }),
});

/** What Slack sends of a modal's inputs: what was filled in, else what stood there. */
const fillIn = (view: View, values: Readonly<Record<string, string>>): Json => {
  const inputs = z
    .array(z.unknown())
    .parse(view.blocks)
    .flatMap((block) => input.safeParse(block).data ?? []);
  const unknown = Object.keys(values).filter((label) => !inputs.some((found) => found.label.text.startsWith(label)));
  if (unknown.length > 0)
    throw new Error(
      `No input is called ${unknown.join(", ")}; there are ${inputs.map(({ label }) => label.text).join(", ")}`,
    );
  return Object.fromEntries(
    inputs.map(({ block_id, label, element: of }) => {
      const key = Object.keys(values).find((name) => label.text.startsWith(name));
      return [block_id, { value: { type: of.type, ...filledValue(of, key === undefined ? undefined : values[key]) } }];
    }),
  );
};

const filledValue = (of: Element, given: string | undefined): Json => {
  const options = z.array(z.looseObject({ text: textObject, value: z.string() })).safeParse(of.options).data ?? [];
  switch (of.type) {
    case "radio_buttons":
    case "static_select": {
      const chosen = given === undefined ? of.initial_option : options.find(({ text }) => text.text === given);
      if (given !== undefined && chosen === undefined) throw new Error(`No option says ${given}`);
      return { selected_option: chosen ?? null };
    }
    case "checkboxes":
      return { selected_options: given === "on" ? options : (of.initial_options ?? []) };
    case "datepicker":
      return { selected_date: given ?? of.initial_date ?? null };
    case "users_select":
      return { selected_user: given ?? of.initial_user ?? null };
    default:
      return { value: given ?? of.initial_value ?? null };
  }
};
