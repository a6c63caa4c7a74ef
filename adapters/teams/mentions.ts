/**
 * Who is named on a card: how each is written there, and the entities that turn the first of them
 * into mentions.
 */
import { z } from "zod";
import { cut } from "../../src/text/cut.ts";
import { escapeMarkdown, type Mentions } from "./draw/draw-text.ts";
import { limits } from "./limits.ts";

export type MentionEntity = {
  readonly type: "mention";
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
};

export type Named = {
  readonly mentions: Mentions;
  readonly entities: readonly MentionEntity[];
  /** The entities of the mentions that stand in a drawn page. */
  readonly entitiesIn: (drawn: string) => readonly MentionEntity[];
};

const mention = z.object({ type: z.literal("mention"), person: z.string() });

/** Everyone mentioned within, each once, in order. */
export const peopleIn = (part: unknown): readonly string[] => [...new Set(mentionedIn(part))];

const mentionedIn = (part: unknown): readonly string[] => {
  if (typeof part !== "object" || part === null) return [];
  const own = "person" in part ? mention.safeParse(part).data : undefined;
  return own === undefined ? Object.values(part).flatMap(mentionedIn) : [own.person];
};

/** What the tag of a mention and Markdown would read as their own. */
const marks = /[\\`*_[\]()~#|<>{}&]/gu;

/**
 * `nameOf` answers undefined where the name is not known; `someone` stands there then. People
 * beyond `mentionsMax` are named without being called.
 */
export const makeNamed = (
  people: readonly string[],
  nameOf: (person: string) => string | undefined,
  someone: string,
  mentionsMax: number = limits.mention.perCardMax,
): Named => {
  const entities = new Map<string, MentionEntity>();
  const plain = new Map<string, string>();
  const taken = new Set<string>();
  for (const person of people) {
    const name = nameOf(person);
    const bare = cut(
      (name ?? someone).replaceAll(marks, " ").replaceAll(/\s+/gu, " ").trim() || someone,
      limits.mention.nameMax,
    );
    if (name === undefined || entities.size >= mentionsMax) {
      // Where no tag stands before it, the beginning of a name may begin a list.
      plain.set(person, escapeMarkdown(bare));
      continue;
    }
    let label = bare;
    for (let count = 2; taken.has(label); count += 1) label = `${bare} ${count}`;
    taken.add(label);
    entities.set(person, { type: "mention", text: `<at>${label}</at>`, mentioned: { id: person, name: label } });
  }
  return {
    mentions: (person) => entities.get(person)?.text ?? plain.get(person) ?? someone,
    entities: [...entities.values()],
    entitiesIn: (drawn) =>
      [...entities.values()].filter(({ text }) => drawn.includes(JSON.stringify(text).slice(1, -1))),
  };
};
