/**
 * How the bot is spoken to in Teams: by its name where Slack has a slash, and with a greeting
 * answered.
 */
import { isGreeting, isOwnName } from "../../src/commands/command-words.ts";

/**
 * What words mean as a command: the bot's name and a slash typed out of habit are dropped, and a
 * greeting asks for the menu.
 */
export const commandOf = (typed: string): string => {
  const [first = ""] = typed.trim().split(/\s/u);
  const said = isOwnName(first) ? typed.trim().slice(first.length).trim() : typed.trim();
  return isGreeting(said) ? "" : said;
};
