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
import { makeTellAlone } from "./tell-alone.ts";

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
  await patiently(() => work.sender.post({ to: where, root }, { activity: messageOf(drawn, drawn.speak ?? "") }));
};

/**
 * Says something to one person alone; where they can't be reached, they are told to write
 * themselves, and nothing else.
 */
export const sayAlone = async (
  work: SayParts,
  origin: Origin,
  where: Conversation,
  drawn: Drawn,
  title: string,
  root?: string,
): Promise<void> => {
  const told = { where, root, person: origin.person, draw: async () => ({ activity: messageOf(drawn, title) }) };
  const sent = await patiently(() => makeTellAlone(work).post(told));
  // Where it may have arrived, a second word would only confuse.
  if (sent.type !== "gone") return;
  const card: Card = { title: [plain(teamsMessages(origin.language).writeToMe)], blocks: [] };
  const said = await work.answerer.draw(origin, where, { reply: { type: "card", card }, source: { do: "show" } });
  await patiently(() => work.sender.post({ to: where, root }, { activity: messageOf(said, plainText(card.title)) }));
};
