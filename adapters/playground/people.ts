/** Who can be spoken as in the playground, and where: some people of every language. */
import { languageCodes, languages } from "../../src/i18n/languages.ts";
import { type Channel, exampleChannel, type Person } from "./protocol.ts";

export const people: readonly Person[] = languageCodes
  .flatMap((code) => languages[code].people)
  .sort((one, other) => one.colour - other.colour);

export const channels: readonly Channel[] = [
  { id: "ai-projects", name: "ai-projects" },
  { id: "random", name: "random" },
];

export const isPerson = (id: string): boolean => people.some((person) => person.id === id);
export const isChannel = (id: string): boolean =>
  id === exampleChannel || channels.some((channel) => channel.id === id);
