/**
 * What a language owes: its folder exports one such value, and `languages.ts` has a line for it.
 */
import type { Address } from "./address.ts";
import type { AddressedMessages } from "./messages/addressed.ts";
import type { Messages } from "./messages.ts";
import type { TypedWords } from "./typed-words.ts";

export type Locale = {
  /** The language's name for itself. */
  readonly name: string;
  readonly messages: Omit<Messages, "addressed">;
  readonly addressed: (address: Address) => AddressedMessages;
  readonly typed: TypedWords;
  /**
   * How an amount carries a currency (ISO 4217), where `Intl` writes it as nobody does in this
   * language.
   */
  readonly amounts: Readonly<Record<string, (amount: string) => string>>;
  /** People to speak as where a workshop is tried out, by their names in this language. */
  readonly people: readonly SamplePerson[];
};

/** `colour` is a series colour, and the person's place among those of all languages. */
export type SamplePerson = { readonly id: string; readonly name: string; readonly colour: number };
