/**
 * Fulfils the platform port by Teams' connector. Creating a message is not repeatable there, so
 * every failure says what is known to have been done.
 */
import type { Card } from "../../src/cards/card.ts";
import { cardInALine } from "../../src/cards/plain.ts";
import type { Ids } from "../../src/clock.ts";
import { drawInTime } from "../../src/delivery/draw-in-time.ts";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Destination, Platform, Sent } from "../../src/platform.ts";
import { type Text, words } from "../../src/text/text.ts";
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
import { makeTellAlone, type Private } from "./tell-alone.ts";
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

const channelGone = { type: "gone", why: "channel-gone" } as const;

/** In another conversation a card says first what it is about, and leads back there. */
const placed = (
  card: Card,
  where: Conversation,
  root: string | undefined,
  { language }: { readonly language: Language },
): Card => {
  const say = teamsMessages(card.language ?? language);
  const link = root === undefined ? undefined : linkIn(where, root);
  const back: Text =
    link === undefined ? words(say.fromElsewhere) : [{ type: "link", text: say.fromElsewhere, url: link }];
  const title: Text = card.about === undefined ? card.title : [...words(`${card.about} · `), ...card.title];
  return { ...card, title, blocks: [{ type: "note", text: back }, ...card.blocks] };
};

export const makeOutbound = (parts: OutboundParts): Platform => {
  const { conversations, sender, people } = parts;
  const tellAlone = makeTellAlone(parts);
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
    const title = cardInALine(card, () => "…");
    // Only those who are in a conversation can be called there.
    return drawInTime(() => {
      const drawn = drawWith(person === undefined ? limits.mention.perCardMax : 0);
      return { activity: messageOf(drawn, title), plainer: messageOf(withoutCharts(drawWith(0)), title) };
    });
  };
  const noted = (destination: Destination, sent: Sent): Sent => {
    if (sent.type === "gone" && sent.why === "access-revoked")
      parts.reportFault(
        new Error(`Teams no longer takes the app's token for ${destination.workspace}. Check MicrosoftAppPassword.`),
      );
    return sent;
  };
  const toldTo = (where: Conversation, person: string, destination: Destination, card: Card): Private => ({
    where,
    root: destination.thread,
    person,
    draw: (elsewhere) => draw(where, destination, elsewhere ? placed(card, where, destination.thread, parts) : card),
  });
  const post = async (destination: Destination, card: Card): Promise<Sent> => {
    const { workspace, channel, thread: root, person } = destination;
    const where = await conversations.find(workspace, channel);
    if (where === undefined) return channelGone;
    const sent =
      person === undefined
        ? await sender.post({ to: where, root }, await draw(where, destination, card))
        : await tellAlone.post(toldTo(where, person, destination, card));
    return noted(destination, sent);
  };
  const update = async (where: Conversation, destination: Destination, message: string, card: Card): Promise<Sent> => {
    const { thread: root, person } = destination;
    if (person !== undefined) return tellAlone.update(toldTo(where, person, destination, card), message);
    return sender.update({ to: where, root }, message, await draw(where, destination, card));
  };
  return {
    capabilities,
    post,
    update: async (destination, message, card) => {
      const { workspace, channel, person } = destination;
      const where = await conversations.find(workspace, channel);
      if (where === undefined) return channelGone;
      const { id } = person === undefined ? where : await tellAlone.placeOf({ where, person }, message);
      if (parts.openForms.isOpen(id, message)) return { type: "later", waitMs: redrawWaitMs };
      return noted(destination, await update(where, destination, message, card));
    },
    sendPrivately: async (to, card) => {
      await patiently(() => post(to, card));
    },
    sendFile: async ({ workspace, channel, person }, file) => {
      // Files are handed over in the person's own chat alone.
      const where = await conversations.find(workspace, channel);
      const place = where === undefined ? channelGone : await sender.openPersonal(where, person);
      const sent =
        place.type === "opened"
          ? await patiently(() =>
              sender.post({ to: place.conversation }, { activity: parts.files.offer(person, file) }),
            )
          : place;
      if (sent.type !== "posted") throw new Error(`Teams did not take the card for a file (${sent.type})`);
    },
    ...makeQuestions(parts),
  };
};
