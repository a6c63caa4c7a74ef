/**
 * Slack as the program sees it: the emulator's Web API behind a proxy that remembers what each
 * person can see, adds what the emulator lacks, and fails when told to.
 */
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { createEmulator } from "emulate";
import { z } from "zod";
import { scopes } from "../../adapters/slack/scopes.ts";
import { type Answered, type Call, type Fault, openFaultyServer, planFaults } from "../faulty-server.ts";
import { openLocalServer } from "../local-server.ts";
import { signingSecret } from "./payloads.ts";

export type Json = Readonly<Record<string, unknown>>;

export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  /** Only this person sees it. */
  readonly person: string | undefined;
  readonly text: string;
  readonly blocks: readonly unknown[];
};

export type View = Json & { readonly id: string; readonly type: string };

export type SlackServer = {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  /** Of a program that serves it by HTTP. */
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
  readonly team: string;
  readonly channel: string;
  /** The id of another channel, which everyone but the outsiders is in. */
  readonly elsewhere: string;
  readonly outsiders: Set<string>;
  /** Ids of the people of the channel. */
  readonly people: readonly string[];
  readonly messages: Message[];
  /** Each person's stack of modals, the last on top. */
  readonly views: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly locales: Map<string, string>;
  /** Every call, by method. */
  readonly calls: { readonly method: string; readonly body: Json }[];
  /**
   * Takes the place of the next answer to a method that nothing is planned for; `"through"` lets
   * that call pass.
   */
  readonly failNext: (method: string, fault: Fault | "through") => void;
  /** Another one each time, as Slack gives them; `pressed` is the message whose button it was. */
  readonly responseUrl: (person: string, pressed?: string) => string;
  readonly call: (method: string, body: Json) => Promise<Json>;
  readonly close: () => Promise<void>;
};

/** In half an hour. */
const responsesMax = 5;

const token = "xoxb-test-token";
/**
 * The emulator takes 5,000 calls of a token an hour, which long audits exceed: it knows the
 * program's by several names, and each serves for a part of them.
 */
const callsPerName = 4_500;
const tokenNames = [token, ...Array.from({ length: 19 }, (_, index) => `${token}-${index}`)];
const api = z.looseObject({ ok: z.boolean() });

/** Slack's clients send forms whose nested values are JSON. */
export const parseForm = (text: string): Json =>
  Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );

const usersAnswer = z.object({
  user: z.looseObject({}).catch({}),
  members: z.array(z.looseObject({})).catch([]),
});

export const openSlackServer = async (peopleCount = 5): Promise<SlackServer> => {
  const names = Array.from({ length: peopleCount }, (_, index) => `person${index}`);
  const emulatorPort = await freePort();
  const emulator = await createEmulator({
    service: "slack",
    port: emulatorPort,
    seed: {
      slack: {
        users: names.map((name) => ({ name })),
        channels: [{ name: "decisions" }, { name: "members" }],
        bots: [{ name: "workshop" }],
        tokens: tokenNames.map((name) => ({ token: name, type: "bot", scopes: [...scopes, "channels:history"] })),
      },
    },
  });
  let callsCount = 0;
  const renamed = (authorization: string | undefined): string => {
    if (authorization !== `Bearer ${token}`) return authorization ?? "";
    callsCount += 1;
    return `Bearer ${tokenNames[Math.floor(callsCount / callsPerName)]}`;
  };
  const call = async (method: string, body: Json): Promise<Json> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return z.looseObject({}).parse(await response.json());
  };
  const found = z
    .object({ members: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await call("users.list", { limit: 1000 }));
  const channels = z
    .object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) })
    .parse(await call("conversations.list", { limit: 100 }));
  const idOf = (wanted: string): string => channels.channels.find(({ name }) => name === wanted)?.id ?? "";
  const elsewhere = idOf("members");
  const outsiders = new Set<string>();
  const own = z.object({ team_id: z.string(), user_id: z.string() }).parse(await call("auth.test", {}));
  const messages: Message[] = [];
  const views = new Map<string, View[]>();
  const homes = new Map<string, View>();
  const locales = new Map<string, string>();
  const calls: { method: string; body: Json }[] = [];
  const faults = planFaults<string>();
  const triggers = new Map<string, string>();
  /** How often each response URL was used. */
  const responses = new Map<string, number>();

  const remember = (method: string, body: Json, answer: Json): void => {
    const sent = z
      .object({ channel: z.string(), text: z.string().default(""), blocks: z.array(z.unknown()).default([]) })
      .safeParse(body).data;
    const thread = typeof body.thread_ts === "string" ? body.thread_ts : undefined;
    if (method === "chat.postMessage" && sent)
      // A person's name leads to their own chat with the app.
      messages.push({
        ...sent,
        channel: String(answer.channel ?? sent.channel),
        ts: String(answer.ts),
        thread,
        person: undefined,
      });
    if (method === "chat.postEphemeral" && sent)
      messages.push({ ...sent, ts: String(answer.message_ts), thread, person: String(body.user) });
    if (method === "chat.update" && sent) {
      const at = messages.findIndex(({ ts, channel }) => ts === body.ts && channel === body.channel);
      const standing = messages[at];
      if (standing) messages[at] = { ...standing, text: sent.text, blocks: sent.blocks };
    }
    rememberView(method, body, answer);
  };
  const rememberView = (method: string, body: Json, answer: Json): void => {
    const view = z.looseObject({ id: z.string(), type: z.string() }).safeParse(answer.view).data;
    if (view === undefined || !method.startsWith("views.")) return;
    const person = method === "views.publish" ? String(body.user_id) : (triggers.get(String(body.trigger_id)) ?? "");
    const stack = views.get(person) ?? [];
    if (method === "views.publish") homes.set(person, view);
    else if (method === "views.open") views.set(person, [view]);
    else if (method === "views.push") views.set(person, [...stack, view]);
    else
      for (const [of, shown] of views)
        views.set(
          of,
          shown.map((standing) => (standing.id === view.id ? view : standing)),
        );
  };

  const answerApi = async (method: string, text: string, headers: IncomingHttpHeaders): Promise<Answered> => {
    const body = parseForm(text);
    if (method === "users.conversations") {
      const shared = channels.channels.filter(({ id }) => id !== elsewhere || !outsiders.has(String(body.user)));
      return { status: 200, body: { ok: true, channels: shared.map(({ id }) => ({ id })) } };
    }
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers: {
        authorization: renamed(headers.authorization),
        "content-type": headers["content-type"] ?? "application/x-www-form-urlencoded",
      },
      body: text,
    });
    // The app's own person has the id there that events carry.
    const told = (await response.text()).replaceAll(JSON.stringify(own.user_id), '"UBOT"');
    const answer: Json = api.parse(JSON.parse(told));
    if (answer.ok === true) remember(method, body, answer);
    const { status } = response;
    if (method === "auth.test") return { status, body: { ...answer, bot_id: "B1" } };
    if (answer.ok !== true) return { status, body: answer };
    const described = (user: Json): Json => ({
      ...user,
      tz: "Asia/Seoul",
      locale: locales.get(String(user.id)) ?? "en-US",
    });
    const { user, members } = usersAnswer.parse(answer);
    if (method === "users.info") return { status, body: { ...answer, user: described(user) } };
    if (method === "users.list") return { status, body: { ...answer, members: members.map(described) } };
    return { status, body: answer };
  };

  /** What a response URL is sent is shown to its person alone, or where they pressed. */
  const show = (person: string, pressed: string, sent: string): void => {
    const told = z
      .object({
        text: z.string().default(""),
        blocks: z.array(z.unknown()).default([]),
        thread_ts: z.string().optional(),
        replace_original: z.boolean().default(false),
        delete_original: z.boolean().default(false),
      })
      .parse(JSON.parse(sent));
    const { text, blocks, thread_ts: thread } = told;
    const at = messages.findIndex(({ ts }) => ts === pressed);
    const original = messages[at];
    if (told.delete_original) messages.splice(at, original === undefined ? 0 : 1);
    else if (told.replace_original && original) messages[at] = { ...original, text, blocks };
    else messages.push({ channel: channelId, ts: randomUUID(), thread, person, text, blocks });
  };

  const partsOf = (path: string): readonly string[] => new URL(path, "http://127.0.0.1").pathname.slice(1).split("/");
  const answer = async ({ path, body, headers }: Call): Promise<Answered> => {
    const [kind, rest = "", pressed = "", use = ""] = partsOf(path);
    if (kind !== "respond") return answerApi(rest, body, headers);
    const used = (responses.get(use) ?? 0) + 1;
    responses.set(use, used);
    if (used > responsesMax) return { status: 404, body: "used_url" };
    show(rest, pressed, body);
    return { status: 200, body: "ok" };
  };
  const faultOf = ({ path, body }: Call): Fault | undefined => {
    const [kind, method = ""] = partsOf(path);
    if (kind === "respond") return undefined;
    calls.push({ method, body: parseForm(body) });
    return faults.take(method);
  };

  const channelId = idOf("decisions");
  const server = await openFaultyServer(answer, faultOf);
  const apiUrl = `${server.address}/api/`;
  return {
    apiUrl,
    env: { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl, SLACK_SIGNING_SECRET: signingSecret },
    token,
    team: own.team_id,
    channel: channelId,
    elsewhere,
    outsiders,
    people: names.map((name) => found.members.find((member) => member.name === name)?.id ?? ""),
    messages,
    views,
    homes,
    locales,
    calls,
    failNext: faults.failNext,
    responseUrl: (person, pressed = "none") => `${server.address}/respond/${person}/${pressed}/${randomUUID()}`,
    call: async (method, body) => {
      const answer = await call(method, body);
      if (typeof answer.trigger_id === "string") triggers.set(answer.trigger_id, String(body.user_id));
      return answer;
    },
    close: async () => {
      await server.close();
      await emulator.close();
    },
  };
};

const freePort = async (): Promise<number> => {
  const { address, close } = await openLocalServer(() => undefined);
  await close();
  return Number(new URL(address).port);
};
