/** How the bot is spoken to in Teams: by its name where Slack has a slash, and with a greeting answered. */
import type { Card } from "../../src/cards/card.ts";
import { plainText } from "../../src/cards/plain.ts";
import { commandNamed, isGreeting } from "../../src/commands/command-words.ts";
import type { Language } from "../../src/i18n/languages.ts";
import { translatorFor } from "../../src/i18n/translator.ts";
import type { Reply } from "../../src/requests/request.ts";
import { type Span, type Text, words } from "../../src/text/text.ts";
import type { Source } from "./card-data.ts";

/** The name under which people mention the bot; the app package says the same. */
const botName = "@Workshop";

/** What words mean as a command: a slash typed out of habit is dropped, and a greeting asks for the menu. */
export const commandOf = (typed: string): string => {
  const said = typed.replace(/^\/?workshop\b/iu, "").trim();
  return isGreeting(said) ? "" : said;
};

/** Sentences that name the command name the bot instead. History quotes people, so it stays as it is. */
export const speakTo = <R extends Reply>(reply: R, source: Source, language: Language): R => {
  if (reply.type === "refused") return { ...reply, text: addressed(reply.text) };
  return reply.type === "card" && tellsHowTo(source) ? { ...reply, card: addressedCard(reply.card, language) } : reply;
};

const tellsHowTo = (source: Source): boolean =>
  (source.do === "press" && source.action === "show:help") ||
  (source.do === "say" && (source.words.trim() === "" || commandNamed(source.words) === "help"));

const addressedCard = ({ title, blocks, ...card }: Card, language: Language): Card => {
  const { commands, teams } = translatorFor(language).messages;
  return {
    ...card,
    title: addressed(title),
    blocks: blocks.map((block) => {
      if (block.type === "list") return { ...block, items: block.items.map(addressed) };
      if (block.type !== "paragraph") return block;
      const intro = plainText(block.text) === commands.helpIntro;
      return { ...block, text: intro ? words(teams.helpIntro) : addressed(block.text) };
    }),
  };
};

const addressed = (text: Text): Text =>
  text.map((span): Span => ("text" in span ? { ...span, text: span.text.replaceAll("/workshop", botName) } : span));
