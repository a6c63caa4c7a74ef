/** Fills in the inputs of an Adaptive Card as somebody might who knows nothing of its form. */
import { z } from "zod";
import type { Chance } from "../testkit/chance.ts";
import { type Part, partsIn } from "../testkit/teams/adaptive-cards.ts";
import type { Json } from "../testkit/teams/server.ts";

const choices = z.array(z.object({ value: z.string() }));
const range = z.object({ min: z.number(), max: z.number() });

/** A number beyond this is left to the tests of arithmetic. */
const numberMax = 1_000;

const anyValue = (input: Part, chance: Chance, text: string): string => {
  if (input.type === "Input.ChoiceSet") return chance.pick(choices.parse(input.choices)).value;
  if (input.type === "Input.Toggle") return String(chance.next() < 0.5);
  if (input.type === "Input.Date") return "2026-12-24";
  if (input.type !== "Input.Number") return text.slice(0, z.number().parse(input.maxLength));
  const { min, max } = range.parse(input);
  const least = Math.max(1, Math.ceil(min));
  return String(least + chance.below(Math.max(1, Math.min(max, numberMax) - least)));
};

const inputsOf = (card: unknown): readonly Part[] => partsIn(card).filter(({ type }) => type.startsWith("Input."));

/**
 * A value for every input by its id; `text` goes into each that takes text. What stands in `given`
 * stays.
 */
export const fillCard = (card: unknown, chance: Chance, text: string, given: Json): Json =>
  Object.fromEntries(
    inputsOf(card).map((input) => [String(input.id), given[String(input.id)] ?? anyValue(input, chance, text)]),
  );

/** Whether every input of the card is filled in. */
export const isCardFilled = (card: unknown, values: Json): boolean =>
  inputsOf(card).every(({ id }) => String(id) in values);
