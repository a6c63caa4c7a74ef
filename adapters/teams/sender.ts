/**
 * Sends activities to conversations and opens personal ones; says of each what is known to have
 * been done.
 */
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { GoneCode, Sent } from "../../src/platform.ts";
import { present } from "../../src/text/present.ts";
import type { Call, Called, Connector } from "./connector.ts";
import type { Conversation, Conversations } from "./conversations.ts";
import type { Pauses } from "./pauses.ts";
import { tenantOf } from "./workspace.ts";

/** What a message shows, in the connector's terms. */
export type Activity = {
  readonly type: "message";
  readonly summary: string;
  readonly attachments: readonly unknown[];
};

/** A message, and how it is said where Teams does not take it as it is. */
export type Message = { readonly activity: Activity; readonly plainer?: Activity };

type Failed = Exclude<Sent, { type: "posted" | "posted-in-part" }>;

/** Where a message stands, or is to stand. */
export type Spot = {
  readonly to: Conversation;
  /** In a channel the post it replies to; a new post without one. */
  readonly root?: string | undefined;
  /**
   * Teams shows it to this person alone, in its place, for 24 hours; nowhere but in channels and
   * group chats. Where it refuses that, for whatever reason, they are to be told elsewhere: `gone`.
   */
  readonly only?: string | undefined;
};

export type Sender = {
  /** Made once, never repeated. */
  readonly post: (spot: Spot, message: Message) => Promise<Sent>;
  /** May be repeated freely, and so is never uncertain. */
  readonly update: (spot: Spot, id: string, message: Message) => Promise<Sent>;
  /** The personal chat with someone of a conversation; opening it twice gives the same one. */
  readonly openPersonal: (from: Conversation, person: string) => Promise<Opened | Failed>;
};

type Opened = { readonly type: "opened"; readonly conversation: Conversation };

const triesMax = 5;

/** Sends what has no place in the outbox: waits as long as it is told to, a few times. */
export const patiently = async <Answer extends Sent | Opened>(send: () => Promise<Answer>): Promise<Answer> => {
  let sent = await send();
  for (let tries = 1; tries < triesMax; tries += 1) {
    const waitMs = waitOf(sent);
    if (waitMs === undefined) return sent;
    await setTimeout(waitMs);
    sent = await send();
  }
  return sent;
};

const waitOf = (sent: Sent | Opened): number | undefined => (sent.type === "later" ? sent.waitMs : undefined);

const created = z.object({ id: z.string().min(1), activityId: z.string().min(1).optional() });

/** A new post's id stands in the conversation that its thread is. */
const rootIn = (conversation: string): string | undefined => /;messageid=(.+)$/.exec(conversation)?.[1];

export type SenderParts = {
  readonly connector: Connector;
  readonly conversations: Conversations;
  readonly pauses: Pauses;
  /** Hears of what Teams refuses for a reason that nobody but us can mend. */
  readonly reportFault: (fault: unknown) => void;
};

export const makeSender = (parts: SenderParts): Sender => {
  const { connector, conversations, pauses } = parts;
  const once = async (to: Conversation, call: Call): Promise<Called | Failed> => {
    const waitMs = pauses.take(to.id);
    if (waitMs > 0) return { type: "later", waitMs };
    const called = await connector.call(call);
    if (called.type === "done") pauses.succeeded(to.id);
    return called;
  };
  /**
   * Teams answers 400 to what it can't show, such as a mention of someone who has left, and has
   * then done nothing.
   */
  const orPlainer = async (
    { activity, plainer }: Message,
    send: (activity: Activity) => Promise<Called | Failed>,
  ): Promise<Called | Failed> => {
    const called = await send(activity);
    return called.type === "refused" && called.status === 400 && plainer !== undefined ? send(plainer) : called;
  };
  return {
    post: async (spot, message) => {
      const called = await orPlainer(message, (activity) => once(spot.to, callToPost(spot, activity)));
      if (called.type !== "done") return failed(called, spot, parts, "create");
      const found = created.safeParse(called.body).data;
      const id = found?.activityId ?? (found && (rootIn(found.id) ?? found.id));
      return id === undefined ? { type: "uncertain" } : { type: "posted", message: id };
    },
    update: async (spot, id, message) => {
      const { to, root = spot.only === undefined ? id : undefined } = spot;
      const path = `${activitiesOf(to, root)}/${encodeURIComponent(id)}${targetedBy(spot)}`;
      const called = await orPlainer(message, (activity) =>
        once(to, { serviceUrl: to.serviceUrl, method: "PUT", path, body: { ...activityFor(spot, activity), id } }),
      );
      return called.type === "done" ? { type: "posted", message: id } : failed(called, spot, parts, "update");
    },
    openPersonal: async (from, person) => {
      const { workspace, serviceUrl, bot } = from;
      const known =
        from.kind === "personal" && from.person === person ? from : await conversations.findPersonal(workspace, person);
      if (known !== undefined) return { type: "opened", conversation: known };
      const called = await once(from, {
        serviceUrl,
        method: "POST",
        path: "conversations",
        body: {
          isGroup: false,
          bot: { id: bot },
          members: [{ id: person }],
          tenantId: tenantOf(from.workspace),
          channelData: tenantDataOf(from),
        },
      });
      // Whoever can't be written to is answered with several codes.
      if (called.type === "refused" && called.status < 500 && !busy.update.includes(called.status))
        return { type: "gone", why: "not-a-member" };
      if (called.type !== "done") return failed(called, { to: from }, parts, "update");
      const found = created.safeParse(called.body).data;
      if (found === undefined) return { type: "gone", why: "not-a-member" };
      const opened = { workspace, id: found.id, kind: "personal", serviceUrl, bot, team: null, person } as const;
      await conversations.save(opened);
      return { type: "opened", conversation: opened };
    },
  };
};

const tenantDataOf = (conversation: Conversation) => {
  const id = tenantOf(conversation.workspace);
  return id === undefined ? {} : { tenant: { id } };
};

/**
 * A new post of a channel opens a conversation, which its thread will be; everything else goes into
 * one that stands.
 */
const callToPost = (spot: Spot, activity: Activity): Call => {
  const { to, root, only } = spot;
  const { serviceUrl, id, kind, bot } = to;
  if (kind !== "channel" || root !== undefined || only !== undefined) {
    const path = `${activitiesOf(to, root)}${targetedBy(spot)}`;
    return { serviceUrl, method: "POST", path, body: activityFor(spot, activity) };
  }
  const channelData = { channel: { id }, ...tenantDataOf(to) };
  const first = { ...activity, from: { id: bot } };
  const body = { isGroup: true, bot: { id: bot }, tenantId: tenantOf(to.workspace), channelData, activity: first };
  return { serviceUrl, method: "POST", path: "conversations", body };
};

/** Only channels have threads. */
const threadOf = ({ kind, id }: Conversation, root: string | undefined): string =>
  kind === "channel" && root !== undefined ? `${id};messageid=${root}` : id;

const activitiesOf = (to: Conversation, root: string | undefined): string =>
  `conversations/${encodeURIComponent(threadOf(to, root))}/activities`;

const targetedBy = ({ only }: Spot): string => (only === undefined ? "" : "?isTargetedActivity=true");

const activityFor = ({ to, root, only }: Spot, activity: Activity) => ({
  ...activity,
  from: { id: to.bot },
  conversation: { id: threadOf(to, root) },
  ...present({
    replyToId: to.kind === "channel" && root !== undefined ? root : undefined,
    recipient: only === undefined ? undefined : { id: only },
  }),
});

/**
 * What Teams can't take now. Of the others, 408 and all from 500 leave open whether a message was
 * created.
 */
const busy: Readonly<Record<"create" | "update", readonly number[]>> = {
  create: [429, 412],
  update: [429, 412, 408, 500, 502, 503, 504],
};

const failed = (
  called: Exclude<Called, { type: "done" }> | Failed,
  { to, only }: Spot,
  { pauses, reportFault }: SenderParts,
  doing: "create" | "update",
): Failed => {
  switch (called.type) {
    case "unsent":
      return { type: "later", waitMs: pauses.pause(to.id) };
    case "unknown":
      return doing === "create" ? { type: "uncertain" } : { type: "later", waitMs: pauses.pause(to.id) };
    case "refused":
      break;
    default:
      return called;
  }
  const { status, code, waitMs } = called;
  if (busy[doing].includes(status)) return { type: "later", waitMs: pauses.pause(to.id, waitMs) };
  if (status >= 500 || status === 408) return { type: "uncertain" };
  // Some services know no such messages, and all forget one after a day.
  if (only !== undefined) return { type: "gone", why: doing === "create" ? "not-a-member" : "message-gone" };
  const why = goneBy(status, code, doing);
  if (why !== undefined) return { type: "gone", why };
  reportFault(new Error(`Teams refused a message with ${status} ${code}`));
  // It would be refused again: the facilitator is told that it stays out.
  return doing === "create" ? { type: "uncertain" } : { type: "gone", why: "message-gone" };
};

const goneBy = (status: number, code: string, doing: "create" | "update"): GoneCode | undefined => {
  if (status === 401) return "access-revoked";
  if (status === 403) return "not-a-member";
  if (status !== 404) return undefined;
  return doing === "update" && code !== "ConversationNotFound" ? "message-gone" : "channel-gone";
};
