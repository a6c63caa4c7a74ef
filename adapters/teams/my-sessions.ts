/**
 * What concerns one person, in their own chat with the app: a card for each conversation that they
 * share with it, whose buttons act there. The twin of Slack's Home.
 */
import type { Block, Card } from "../../src/cards/card.ts";
import { plainText } from "../../src/cards/plain.ts";
import type { Home } from "../../src/requests/home.ts";
import type { Origin } from "../../src/requests/request.ts";
import { words } from "../../src/text/text.ts";
import type { Workshop } from "../../src/workshop.ts";
import type { Conversation } from "./conversations.ts";
import { teamsMessages } from "./messages/speak.ts";
import { messageOf } from "./outbound.ts";
import type { People } from "./people.ts";
import type { SayParts } from "./say.ts";
import { patiently } from "./sender.ts";

type Parts = SayParts & { readonly workshop: Pick<Workshop, "drawHome">; readonly people: Pick<People, "isMember"> };

const askedMax = 50;
const shownMax = 5;

/** `own` is the person's chat with the app. */
export const tellMySessions = async (work: Parts, origin: Origin, own: Conversation): Promise<void> => {
  const { workspace, person } = origin;
  let shown = 0;
  for (const place of await work.conversations.listShared(workspace, askedMax)) {
    if (shown === shownMax) return;
    if (!(await work.people.isMember(place, person).catch(() => false))) continue;
    const there = { ...origin, channel: place.id };
    const card = cardOf(await work.workshop.drawHome(there, [place.id]), origin);
    if (card === undefined) continue;
    shown += 1;
    const drawn = await work.answerer.draw(there, place, { reply: { type: "card", card }, source: { do: "show" } });
    const activity = messageOf(drawn, plainText(card.title));
    const sent = await patiently(() => work.sender.post({ to: own }, { activity }));
    if (sent.type !== "posted") return;
    await work.conversations.savePrivate({
      workspace,
      conversation: own.id,
      message: sent.message,
      channel: place.id,
    });
  }
};

/** The sections in which something stands; undefined where there is none. */
const cardOf = ({ sections }: Home, { language }: Origin): Card | undefined => {
  const blocks = sections.flatMap(({ title, entries }): readonly Block[] => {
    const said = entries.filter((entry) => entry.blocks.some(({ type }) => type === "paragraph"));
    return said.length === 0 ? [] : [{ type: "heading", text: words(title) }, ...said.flatMap((entry) => entry.blocks)];
  });
  return blocks.length === 0 ? undefined : { title: words(teamsMessages(language).mySessions), blocks };
};
