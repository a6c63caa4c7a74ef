/**
 * How the bot is spoken to in Teams: by its name where Slack has a slash, and with a greeting
 * answered.
 */
import { isGreeting } from "../../src/commands/command-words.ts";

/**
 * What words mean as a command: a slash typed out of habit is dropped, and a greeting asks for the
 * menu.
 */
export const commandOf = (typed: string): string => {
  const said = typed.replace(/^\/?workshop\b/iu, "").trim();
  return isGreeting(said) ? "" : said;
};
