/**
 * Teams' connector as the program sees it: it remembers what stands in every conversation, checks
 * each card, and fails when told to.
 */
import { z } from "zod";
import { type Answered, type Call, type Fault, openFaultyServer, planFaults } from "../faulty-server.ts";
import { mistakesIn } from "./adaptive-cards.ts";

export type Json = Readonly<Record<string, unknown>>;

export type TeamsMessage = {
  readonly conversation: string;
  readonly id: string;
  /** The post it replies to. */
  readonly root: string | undefined;
  /** Who alone sees it there. */
  readonly only: string | undefined;
  readonly activity: Json;
  readonly card: unknown;
};

export type Operation = "post" | "update" | "open" | "members";
export type TeamsServer = {
  readonly serviceUrl: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly bot: string;
  /** What is looked at; what is taken out of it stands all the same, until it is deleted. */
  readonly messages: TeamsMessage[];
  /** As a person deletes a message, or Teams after a day. */
  readonly delete: (message: string) => void;
  readonly calls: { readonly operation: Operation; readonly path: string; readonly body: Json }[];
  /** How many calls are still left unanswered. */
  readonly hanging: () => number;
  /** What was wrong with any card that was sent. */
  readonly mistakes: string[];
  readonly failNext: (operation: Operation, fault: Fault) => void;
  /** Whether it shows messages to one person alone; some services don't. */
  targets: boolean;
  /** Called with each message that was changed. */
  onUpdate: (message: TeamsMessage) => void;
  readonly close: () => Promise<void>;
};

const sent = z.looseObject({
  attachments: z.array(
    z.object({ contentType: z.literal("application/vnd.microsoft.card.adaptive"), content: z.unknown() }),
  ),
});
/** A file that is offered, or that lies there by now. */
const handed = z.looseObject({
  attachments: z.tuple([
    z.object({
      contentType: z.enum([
        "application/vnd.microsoft.teams.card.file.consent",
        "application/vnd.microsoft.teams.card.file.info",
      ]),
      name: z.string().min(1),
      contentUrl: z.url().optional(),
      content: z.looseObject({}),
    }),
  ]),
});
const opening = z.object({ members: z.array(z.object({ id: z.string() })) });
const posting = z.object({
  channelData: z.object({ channel: z.object({ id: z.string() }) }),
  activity: z.looseObject({}),
});

const targeted = z.object({ recipient: z.object({ id: z.string() }) });

const readJson = (body: string): Json => (body === "" ? {} : z.looseObject({}).parse(JSON.parse(body)));

export const personalChatOf = (person: string): string => `a:personal-${person}`;

/** `faultOf` may plan faults by itself; `failNext` takes its place. */
export const openTeamsServer = async (
  peopleCount = 4,
  faultOf: () => Fault | undefined = () => undefined,
): Promise<TeamsServer> => {
  const people = Array.from({ length: peopleCount }, (_, index) => ({
    id: `29:1person-${index}_${"x".repeat(60)}`,
    name: index === 1 ? "Ann *B* <at>" : `Person ${index}`,
  }));
  const messages: TeamsMessage[] = [];
  const calls: TeamsServer["calls"] = [];
  const mistakes: string[] = [];
  const created = new Set<string>();
  const faults = planFaults<Operation>();
  let nextId = 1_700_000_000_000;

  const cardOf = (activity: Json): unknown => {
    if (handed.safeParse(activity).success) return { type: "AdaptiveCard", version: "1.5", body: [] };
    const card = sent.safeParse(activity).data?.attachments[0]?.content;
    if (card === undefined) mistakes.push(`no card in ${JSON.stringify(activity).slice(0, 200)}`);
    else mistakes.push(...mistakesIn(card));
    const bytes = Buffer.byteLength(JSON.stringify(activity));
    if (bytes > 28_672) mistakes.push(`an activity of ${bytes} bytes`);
    return card;
  };
  const add = (thread: string, activity: Json, only?: string): string => {
    const [conversation = "", root] = thread.split(";messageid=");
    const id = String(nextId++);
    created.add(id);
    messages.push({ conversation, id, root, only, activity, card: cardOf(activity) });
    return id;
  };

  const act = (operation: Operation, parts: readonly string[], body: Json, isTargeted: boolean): Answered => {
    if (operation === "open") {
      const post = posting.safeParse(body).data;
      if (post !== undefined) {
        const channel = post.channelData.channel.id;
        const activityId = add(channel, post.activity);
        return { status: 201, body: { id: `${channel};messageid=${activityId}`, activityId } };
      }
      return { status: 201, body: { id: personalChatOf(opening.parse(body).members[0]?.id ?? "") } };
    }
    if (operation === "members") {
      const one = people.find(({ id }) => id === parts[1]);
      if (parts[0] === "members") return one === undefined ? { status: 404, body: {} } : { status: 200, body: one };
      const bot = { id: server.bot, name: "Workshop", userRole: "bot" };
      return { status: 200, body: { members: [...people.map((person) => ({ ...person, userRole: "user" })), bot] } };
    }
    const [thread = "", , message = ""] = parts;
    const only = isTargeted ? targeted.parse(body).recipient.id : undefined;
    if (isTargeted && !server.targets) return { status: 400, body: { error: { code: "BadArgument" } } };
    if (isTargeted && !thread.startsWith("19:")) mistakes.push(`a message for ${only} alone in their own chat`);
    if (operation === "post") return { status: 201, body: { id: add(thread, body, only) } };
    const at = messages.findIndex(
      (one) => one.id === message && thread.startsWith(one.conversation) && one.only === only,
    );
    const standing = messages[at];
    if (standing === undefined && created.has(message)) return { status: 200, body: { id: message } };
    if (standing === undefined) return { status: 404, body: { error: { code: "ActivityNotFoundInConversation" } } };
    const changed = { ...standing, activity: body, card: cardOf(body) };
    messages[at] = changed;
    server.onUpdate(changed);
    return { status: 200, body: { id: message } };
  };

  const read = ({ method, path, body: sent }: Call) => {
    const { pathname, searchParams } = new URL(path, "http://127.0.0.1");
    const isTargeted = searchParams.get("isTargetedActivity") === "true";
    const [, , ...parts] = pathname.slice(1).split("/").map(decodeURIComponent);
    const body = readJson(sent);
    return { path: pathname, isTargeted, parts, body, operation: operationOf(method, parts, body) };
  };
  const answer = async (call: Call): Promise<Answered> => {
    const { parts, body, operation, isTargeted } = read(call);
    const inner = operation === "members" ? parts.slice(1) : parts;
    try {
      return act(operation === "post" && parts.length === 0 ? "open" : operation, inner, body, isTargeted);
    } catch (fault) {
      mistakes.push(String(fault));
      throw fault;
    }
  };
  const listening = await openFaultyServer(answer, (call) => {
    const { operation, path, body } = read(call);
    calls.push({ operation, path, body });
    return faults.take(operation) ?? faultOf();
  });
  const server: TeamsServer = {
    serviceUrl: `${listening.address}/`,
    people,
    bot: "28:00000000-0000-0000-0000-00000000b071",
    messages,
    delete: (message) => {
      created.delete(message);
      messages.splice(0, messages.length, ...messages.filter(({ id }) => id !== message));
    },
    calls,
    mistakes,
    hanging: listening.hanging,
    failNext: faults.failNext,
    targets: true,
    onUpdate: () => undefined,
    close: listening.close,
  };
  return server;
};

/** A new post of a channel is a post too, though the connector opens a conversation for it. */
const operationOf = (method: string, parts: readonly string[], body: Json): Operation => {
  if (method === "PUT") return "update";
  if (method === "GET") return "members";
  return parts.length === 0 && opening.safeParse(body).success ? "open" : "post";
};
