/** Who can be spoken as in the playground, and where: names, not sentences, so they stand here. */
import type { Channel, Person } from "./protocol.ts";

export const people: readonly Person[] = [
  { id: "minji", name: "김민지", colour: 0 },
  { id: "jihoon", name: "박지훈", colour: 1 },
  { id: "alex", name: "Alex Rivera", colour: 2 },
  { id: "sora", name: "이소라", colour: 3 },
  { id: "priya", name: "Priya Nair", colour: 4 },
  { id: "tom", name: "Tom Becker", colour: 5 },
];

export const channels: readonly Channel[] = [
  { id: "ai-projects", name: "ai-projects" },
  { id: "random", name: "random" },
];

export const isPerson = (id: string): boolean => people.some((person) => person.id === id);
export const isChannel = (id: string): boolean => channels.some((channel) => channel.id === id);

/** The one workspace that the playground is. */
export const playgroundWorkspace = "playground";
