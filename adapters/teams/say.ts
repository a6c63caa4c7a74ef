/**
 * Says what words led to: in the conversation, or to one person in their own chat with the app.
 */
import type { Card } from "../../src/cards/card.ts";
import { plainText } from "../../src/cards/plain.ts";
import type { Origin, Reply } from "../../src/requests/request.ts";
import { plain } from "../../src/text/text.ts";
import type { Answerer, Drawn } from "./answer.ts";
import type { CardSource } from "./card-data.ts";
import type { Conversation, Conversations } from "./conversations.ts";
import { teamsMessages } from "./messages/speak.ts";
import { messageOf } from "./outbound.ts";
import { patiently, type Sender } from "./sender.ts";

export type SayParts = { readonly answerer: Answerer; readonly sender: Sender; readonly conversations: Conversations };

export const say = async (
  work: SayParts,
  origin: Origin,
  where: Conversation,
  root: string | undefined,
  reply: Exclude<Reply, { type: "done" | "mistakes" }>,
  source: CardSource,
): Promise<void> => {
  const drawn = await work.answerer.draw(origin, where, { reply, source });
  await patiently(() => work.sender.post(where, root, { activity: messageOf(drawn, drawn.speak ?? "") }));
};

/**
 * Says something to one person; where they can't be reached, they are told to write themselves, and
 * nothing else.
 */
export const sayAlone = async (
  work: SayParts,
  origin: Origin,
  where: Conversation,
  drawn: Drawn,
  title: string,
  root?: string,
): Promise<void> => {
  const opened = await patiently(() => work.sender.openPersonal(where, origin.person));
  if (opened.type === "opened") {
    const to = opened.conversation;
    const sent = await patiently(() => work.sender.post(to, undefined, { activity: messageOf(drawn, title) }));
    const { workspace, channel } = origin;
    if (sent.type === "posted")
      await work.conversations.savePrivate({ workspace, conversation: to.id, message: sent.message, channel });
    // Where it may have arrived, a second word would only confuse.
    if (sent.type !== "gone") return;
  }
  const card: Card = { title: [plain(teamsMessages(origin.language).writeToMe)], blocks: [] };
  const told = await work.answerer.draw(origin, where, { reply: { type: "card", card }, source: { do: "show" } });
  await patiently(() => work.sender.post(where, root, { activity: messageOf(told, plainText(card.title)) }));
};
