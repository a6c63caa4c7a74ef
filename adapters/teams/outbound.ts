/**
 * Fulfils the platform port by Teams' connector. Creating a message is not repeatable there, so
 * every failure says what is known to have been done.
 */
import type { Card } from "../../src/cards/card.ts";
import { plainText } from "../../src/cards/plain.ts";
import type { Ids } from "../../src/clock.ts";
import { drawInTime } from "../../src/delivery/draw-in-time.ts";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Destination, Platform, Sent } from "../../src/platform.ts";
import type { Conversation, Conversations } from "./conversations.ts";
import { type AdaptiveCard, drawCard, withoutCharts } from "./draw/draw-card.ts";
import { drawPlain } from "./draw/draw-text.ts";
import type { Files } from "./files.ts";
import { limits } from "./limits.ts";
import { makeNamed, peopleIn } from "./mentions.ts";
import { teamsMessages } from "./messages/speak.ts";
import type { OpenForms } from "./open-forms.ts";
import type { People } from "./people.ts";
import { permalinks } from "./permalink.ts";
import { type Activity, type Message, patiently, type Sender } from "./sender.ts";
import { address, tenantOf } from "./workspace.ts";

/** Design: redraws of one card coalesce, at most one every two seconds. */
const redrawWaitMs = 2_000;

/** So many conversations are asked whether somebody is in them, within an invoke's time. */
const askedMax = 50;

export type OutboundParts = {
  readonly conversations: Conversations;
  readonly sender: Sender;
  readonly people: People;
  readonly ids: Ids;
  readonly openForms: OpenForms;
  readonly files: Files;
  /** The language of the words that only this adapter adds, where the card does not say. */
  readonly language: Language;
  readonly reportFault: (fault: unknown) => void;
};

/** A message that shows a drawn card. */
export const messageOf = (content: unknown, title: string): Activity => ({
  type: "message",
  summary: drawPlain(title, limits.text.summaryMax),
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
});

/** Such a card looks different to those who have responded, and to the one who started it. */
const asksToRespond = ({ blocks }: Card): boolean =>
  blocks.some(
    (block) => block.type === "buttons" && block.buttons.some(({ action }) => action.type === "ask-response"),
  );

/** What is asked of Teams beside cards. */
const makeQuestions = ({
  conversations,
  people,
}: OutboundParts): Pick<
  Platform,
  "listMembers" | "channelsOf" | "linkTo" | "isAdmin" | "namesOf" | "whyUnreachable"
> => ({
  listMembers: async ({ workspace, channel }) => {
    const where = await conversations.find(workspace, channel);
    return where === undefined ? undefined : people.listMembers(where);
  },
  channelsOf: async ({ workspace, person, among }) => {
    // What all of a conversation see is drawn for nobody.
    if (person === "") return [];
    const found = await Promise.all(among.slice(0, askedMax).map((id) => conversations.find(workspace, id)));
    const places = found.filter((where) => where !== undefined);
    const isIn = await Promise.all(places.map((where) => people.isMember(where, person)));
    return places.filter((_, index) => isIn[index]).map(({ id }) => id);
  },
  namesOf: async ({ workspace, channel, people: asked }) => {
    const where = await conversations.find(workspace, channel);
    if (where !== undefined) await people.learnNames(where, asked);
    return Object.fromEntries(asked.flatMap((one) => [[one, people.nameOf(workspace, one) ?? one]]));
  },
  linkTo: async ({ workspace, channel, message }) => {
    const where = await conversations.find(workspace, channel);
    return where && linkIn(where, message);
  },
  whyUnreachable: async ({ workspace, channel }) =>
    (await conversations.find(workspace, channel)) === undefined ? "channel-closed" : undefined,
  // The roster doesn't say who administers the tenant or owns the team.
  isAdmin: async () => false,
});

/** As Teams itself gives it for "Copy link"; a personal chat has none. */
const linkIn = ({ workspace, id, kind }: Conversation, message: string): string | undefined => {
  const tenant = tenantOf(workspace);
  if (kind === "personal" || tenant === undefined) return undefined;
  const link = new URL(
    `https://teams.microsoft.com/l/message/${encodeURIComponent(id)}/${encodeURIComponent(message)}`,
  );
  link.searchParams.set("tenantId", tenant);
  if (kind !== "channel") link.searchParams.set("context", '{"contextType":"chat"}');
  return link.href;
};

const capabilities: Platform["capabilities"] = {
  address,
  group: "teams",
  repeatablePosts: false,
  updatesPrivate: true,
  broadcasts: "never",
  tellsAdmins: false,
  permalinks,
  redrawWaitMs,
};

export const makeOutbound = (parts: OutboundParts): Platform => {
  const { conversations, sender, people } = parts;
  const draw = async (where: Conversation, { person }: Destination, card: Card): Promise<Message> => {
    const named = peopleIn(card);
    await people.learnNames(where, named);
    const t = translatorFor(card.language ?? parts.language);
    const nonce = parts.ids.next();
    const drawWith = (mentionsMax: number): AdaptiveCard =>
      drawCard(card, {
        t,
        named: makeNamed(
          named,
          (one) => people.nameOf(where.workspace, one),
          teamsMessages(t.language).someone,
          mentionsMax,
        ),
        nonce,
        source: { do: "show" },
        // Only those whom the card names: a list of its own would tell who has responded where
        // nobody may know.
        refreshFor: person === undefined && asksToRespond(card) ? named : undefined,
      });
    const title = plainText(card.title, () => "…");
    // Only those who are in a conversation can be called there.
    return drawInTime(() => {
      const drawn = drawWith(person === undefined ? limits.mention.perCardMax : 0);
      return { activity: messageOf(drawn, title), plainer: messageOf(withoutCharts(drawWith(0)), title) };
    });
  };
  /**
   * Where a message for this destination stands: the conversation itself, or the person's own chat.
   */
  const placeFor = async ({ workspace, channel, person }: Destination) => {
    const where = await conversations.find(workspace, channel);
    if (where === undefined) return { type: "gone", why: "channel-gone" } as const;
    if (person === undefined) return { type: "place", where, to: where } as const;
    const opened = await sender.openPersonal(where, person);
    return opened.type === "opened" ? ({ type: "place", where, to: opened.conversation } as const) : opened;
  };
  const noted = (destination: Destination, sent: Sent): Sent => {
    if (sent.type === "gone" && sent.why === "access-revoked")
      parts.reportFault(
        new Error(`Teams no longer takes the app's token for ${destination.workspace}. Check MicrosoftAppPassword.`),
      );
    return sent;
  };
  const post = async (destination: Destination, card: Card): Promise<Sent> => {
    const place = await placeFor(destination);
    if (place.type !== "place") return noted(destination, place);
    const { where, to } = place;
    const sent = await sender.post(to, destination.thread, await draw(where, destination, card));
    const { workspace, channel, person } = destination;
    if (sent.type === "posted" && person !== undefined)
      await conversations.savePrivate({ workspace, conversation: to.id, message: sent.message, channel });
    return noted(destination, sent);
  };
  return {
    capabilities,
    post,
    update: async (destination, message, card) => {
      const place = await placeFor(destination);
      if (place.type !== "place") return noted(destination, place);
      const { where, to } = place;
      if (parts.openForms.isOpen(to.id, message)) return { type: "later", waitMs: redrawWaitMs };
      return noted(
        destination,
        await sender.update(to, destination.thread, message, await draw(where, destination, card)),
      );
    },
    sendPrivately: async (to, card) => {
      await patiently(() => post(to, card));
    },
    sendFile: async ({ workspace, channel, person }, file) => {
      const place = await placeFor({ workspace, channel, person });
      const sent =
        place.type === "place"
          ? await patiently(() => parts.sender.post(place.to, undefined, { activity: parts.files.offer(person, file) }))
          : place;
      if (sent.type !== "posted") throw new Error(`Teams did not take the card for a file (${sent.type})`);
    },
    ...makeQuestions(parts),
  };
};
