/** How the bot is spoken to in Teams: by its name where Slack has a slash, and with a greeting answered. */
import type { Card } from "../../src/cards/card.ts";
import type { Span, Text } from "../../src/cards/text.ts";
import type { Reply } from "../../src/requests/request.ts";
import type { Source } from "./card-data.ts";

/** The name under which people mention the bot; the app package says the same. */
const botName = "@Workshop";

const greetings = ["hi", "hello", "hey", "안녕", "안녕하세요"];

/** What words mean as a command: a slash typed out of habit is dropped, and a greeting asks for the menu. */
export const commandOf = (words: string): string => {
  const said = words.replace(/^\/?workshop\b/iu, "").trim();
  return greetings.includes(said.toLowerCase().replace(/[!.~?]+$/u, "")) ? "" : said;
};

/** Sentences that name the command name the bot instead. History quotes people, so it stays as it is. */
export const speakTo = <R extends Reply>(reply: R, source: Source): R => {
  if (reply.type === "refused") return { ...reply, text: addressed(reply.text) };
  return reply.type === "card" && tellsHowTo(source) ? { ...reply, card: addressedCard(reply.card) } : reply;
};

const tellsHowTo = (source: Source): boolean =>
  (source.do === "press" && source.action === "show:help") ||
  (source.do === "say" && /^(help|도움말)?$/iu.test(source.words.trim()));

const addressedCard = ({ title, blocks, ...card }: Card): Card => ({
  ...card,
  title: addressed(title),
  blocks: blocks.map((block) => {
    if (block.type === "paragraph") return { ...block, text: addressed(block.text) };
    return block.type === "list" ? { ...block, items: block.items.map(addressed) } : block;
  }),
});

const addressed = (text: Text): Text =>
  text.map((span): Span => ("text" in span ? { ...span, text: span.text.replaceAll("/workshop", botName) } : span));
