/** What a kind computes of a case of which another activity states the facts. */
import type { z } from "zod";
import type { Block } from "../cards/card.ts";
import type { Translator } from "../i18n/translator.ts";

export type Model<Content> = {
  /** What the facts must be for a content. */
  readonly facts: (content: Content) => z.ZodType;
  /** What the facts lead to, with them. Throws a `ZodError` when they aren't what they must be. */
  readonly blocks: (content: Content, facts: unknown, t: Translator) => readonly Block[];
};

/**
 * Hides the type of a model's facts; they are checked here, where they enter unknown.
 *
 * @example
 * defineModel(factsOf, (content, facts, t) => [{ type: "paragraph", text: words(verdict) }]);
 */
export const defineModel = <Content, Facts>(
  facts: (content: Content) => z.ZodType<Facts>,
  blocks: (content: Content, facts: Facts, t: Translator) => readonly Block[],
): Model<Content> => ({
  facts,
  blocks: (content, stated, t) => blocks(content, facts(content).parse(stated), t),
});
