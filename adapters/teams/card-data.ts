/**
 * What an action of a card carries: a verb and ids, nothing else. It comes back through the client,
 * so it is parsed as untrusted.
 */
import { z } from "zod";
import { wellFormed } from "../../src/text/text.ts";

const page = z.number().int().min(1).max(9999).default(1);
const nonce = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const action = z.string().max(200);

const cardData = z.discriminatedUnion("do", [
  /**
   * Presses a button; `nonce` names the card it was drawn on, and so what is meant when it comes
   * again.
   */
  z.object({ do: z.literal("press"), action, nonce, page }),
  /** Asks the question that stands before a step that can't be taken back. */
  z.object({ do: z.literal("ask"), action }),
  /** Takes the chosen one of the buttons that found no room. */
  z.object({ do: z.literal("choose"), nonce, chosen: z.string().max(300).default("") }),
  /** Shows this person what stands in the message now. */
  z.object({ do: z.literal("show"), page }),
  /** Shows again what words said aloud led to. */
  z.object({ do: z.literal("say"), words: z.string().max(200), page }),
  /** `purpose` is the form token: so cards say that stand in chats. */
  z.object({ do: z.literal("submit"), purpose: z.unknown() }),
  /** Asks a form again for what is filled in, with the step that was pressed. */
  z.object({ do: z.literal("redraw"), purpose: z.unknown(), step: z.string().max(64).nullish() }),
]);

export type CardData = z.infer<typeof cardData>;

/** What a card came from, so that its other pages and the way back can be asked for. */
export type CardSource =
  | { readonly do: "show" }
  | { readonly do: "press"; readonly action: string; readonly nonce: string }
  | { readonly do: "say"; readonly words: string };

export const parseCardData = (value: unknown): CardData | undefined => cardData.safeParse(value).data;

/**
 * Inputs stand beside the data of the action that sends them; these prefixes keep the two apart,
 * and say how a value is read.
 */
const prefixes = { text: "in:", toggle: "is:", several: "of:", chip: "or:" } as const;

export const inputIdOf = (field: string, type: keyof typeof prefixes): string => `${prefixes[type]}${field}`;

const filledIn = z.record(z.string(), z.unknown());

/** What was filled in, by field: numbers as they were typed, or as they were chosen beside that. */
export const parseValues = (data: unknown): Readonly<Record<string, unknown>> => {
  const given = Object.entries(filledIn.safeParse(data).data ?? {});
  const chosen = given.flatMap(([key, value]): [string, unknown][] =>
    key.startsWith(prefixes.chip) && typeof value === "string" && value !== ""
      ? [[key.slice(prefixes.chip.length), wellFormed(value)]]
      : [],
  );
  const filled = given.flatMap(([key, value]): [string, unknown][] => {
    if (key.startsWith(prefixes.toggle)) return [[key.slice(prefixes.toggle.length), value === "true"]];
    if (key.startsWith(prefixes.several)) return [[key.slice(prefixes.several.length), partsOf(value)]];
    if (!key.startsWith(prefixes.text)) return [];
    const typed = typeof value === "number" ? String(value) : value;
    return [[key.slice(prefixes.text.length), typeof typed === "string" ? wellFormed(typed) : ""]];
  });
  return Object.fromEntries([...filled, ...chosen]);
};

/** Several chosen ones come with commas between them, which no id holds. */
const partsOf = (value: unknown): readonly string[] =>
  typeof value === "string" ? wellFormed(value).split(",").filter(Boolean) : [];

/** A button as one of several to choose from. */
export const formatChosen = (verb: "press" | "ask", pressed: string): string => `${verb} ${pressed}`;

export const parseChosen = (
  chosen: string,
): { readonly verb: "press" | "ask"; readonly action: string } | undefined => {
  const [verb, ...rest] = chosen.split(" ");
  return verb === "press" || verb === "ask" ? { verb, action: rest.join(" ") } : undefined;
};
