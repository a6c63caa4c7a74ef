/**
 * Reads what Teams sends. The guard has verified who sent it; what it holds is still checked here.
 */
import { z } from "zod";
import { callPerson, withoutCalls } from "../../src/text/called.ts";
import { wellFormed } from "../../src/text/text.ts";
import type { Conversation, ConversationKind } from "./conversations.ts";
import { workspaceOf } from "./workspace.ts";

const id = z.string().min(1).max(512);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const activity = z.object({
  type: z.string(),
  id: optional(id),
  name: optional(z.string()),
  serviceUrl: z.url(),
  from: optional(z.object({ id: z.string().regex(/^[A-Za-z0-9._:@-]{1,128}$/), name: optional(z.string()) })),
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    conversationType: optional(z.string()),
    isGroup: optional(z.boolean()),
    tenantId: optional(z.string()),
  }),
  channelData: optional(
    z.object({
      tenant: optional(z.object({ id: optional(z.string()) })),
      team: optional(z.object({ id: optional(z.string()) })),
    }),
  ),
  text: optional(z.string()),
  entities: optional(z.array(z.unknown())),
  value: z.unknown().optional(),
  replyToId: optional(id),
  action: optional(z.string()),
  locale: optional(z.string()),
  localTimezone: optional(z.string()),
  membersAdded: optional(z.array(z.object({ id }))),
  membersRemoved: optional(z.array(z.object({ id }))),
});

type Told = z.infer<typeof activity>["conversation"];

export type Turn = {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly where: Conversation;
  /** The root of the thread it was said in. */
  readonly root: string | undefined;
  /** Absent where no person sent it. */
  readonly person: string | undefined;
  readonly seen: {
    readonly name?: string | undefined;
    readonly locale?: string | undefined;
    readonly zone?: string | undefined;
  };
  /** Whether the bot is spoken to: it may hear more than that in a team that lets it. */
  readonly addressed: boolean;
  /** What was said, without the bot's name. */
  readonly words: string;
  readonly value: unknown;
  readonly replyTo: string | undefined;
  /** Of an installation: `add`, `remove` and their upgrades. */
  readonly action: string;
  readonly botAdded: boolean;
  readonly botRemoved: boolean;
};

const tenantId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** The turn, or undefined for what can't be one. */
export const parseTurn = (value: unknown): Turn | undefined => {
  const parsed = activity.safeParse(value);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const tenant = data.channelData?.tenant?.id ?? data.conversation.tenantId ?? undefined;
  if (tenant !== undefined && !tenantId.safeParse(tenant).success) return undefined;
  const [channel = "", root] = data.conversation.id.split(";messageid=");
  const kind = kindOf(data.conversation);
  const person = data.from?.id;
  const bot = data.recipient.id;
  return {
    type: data.type,
    name: data.name ?? "",
    id: data.id ?? "",
    where: {
      workspace: workspaceOf(tenant?.toLowerCase()),
      id: channel,
      kind,
      serviceUrl: data.serviceUrl,
      bot,
      team: data.channelData?.team?.id ?? null,
      person: kind === "personal" && person !== undefined && person !== bot ? person : null,
    },
    root: kind === "channel" ? root : undefined,
    person: person === bot ? undefined : person,
    seen: {
      name: data.from?.name ?? undefined,
      locale: data.locale ?? undefined,
      zone: data.localTimezone ?? undefined,
    },
    addressed: kind === "personal" || isMentioned(data.entities ?? [], bot),
    words: wordsOf(data.text ?? "", data.entities ?? [], bot),
    value: data.value,
    replyTo: data.replyToId ?? undefined,
    action: data.action ?? "",
    botAdded: (data.membersAdded ?? []).some((member) => member.id === bot),
    botRemoved: (data.membersRemoved ?? []).some((member) => member.id === bot),
  };
};

/** Where the type is left out, the id tells: how a channel's ends, and what is shared begins. */
const kindOf = ({ id: conversation, conversationType, isGroup }: Told): ConversationKind => {
  const type = conversationType ?? undefined;
  if (type === "channel" || (type === undefined && /@thread\.(tacv2|skype)(;|$)/u.test(conversation))) return "channel";
  const isShared = type === "groupChat" || isGroup === true || (type === undefined && conversation.startsWith("19:"));
  return isShared ? "group" : "personal";
};

/** Some clients name whom they mention, and leave out how. */
const mention = z.object({
  type: z.literal("mention"),
  text: z.string().nullish().catch(undefined),
  mentioned: z.object({ id: z.string() }),
});

const signs: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const isMentioned = (entities: readonly unknown[], bot: string): boolean =>
  entities.some((entity) => mention.safeParse(entity).data?.mentioned.id === bot);

/**
 * Takes the bot's mentions out, puts ids in the place of other people's, and what Teams writes as
 * entities back. Two people of one name stand in the order of their entities.
 */
const wordsOf = (text: string, entities: readonly unknown[], bot: string): string => {
  const named = entities
    .flatMap((entity) => mention.safeParse(entity).data ?? [])
    .reduce((rest, { text: name, mentioned }) => {
      if (!name) return rest;
      return mentioned.id === bot
        ? rest.replaceAll(name, " ")
        : rest.replace(name, () => ` ${callPerson(mentioned.id)} `);
    }, withoutCalls(text));
  const said = named.replaceAll(/<\/?at(?:\s[^>]*)?>/giu, "");
  return wellFormed(said.replaceAll(/&(nbsp|amp|lt|gt|quot|#39);/gu, (whole, name) => signs[name] ?? whole)).trim();
};
