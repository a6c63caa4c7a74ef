/**
 * Splits the words behind a command into its options and the rest; an option that the command
 * doesn't have is refused by name. Pure.
 */
import type { AnyOptionName, CommandName } from "../i18n/typed-words.ts";
import type { Refusal } from "../session/refusal.ts";
import { nearest } from "../text/nearest.ts";

/** What options a command takes. */
export type OptionsTaken<Name extends AnyOptionName> = {
  readonly command: CommandName;
  readonly names: readonly Name[];
  /** The option that a word with its dashes means, in whichever language. */
  readonly named: (word: string) => Name | undefined;
  /** Whether a value stands behind it. */
  readonly takesValue: (name: Name) => boolean;
  /** Whether this word behind a value is another one; absent where there is one alone. */
  readonly takesMore?: (name: Name, word: string) => boolean;
};

export type SplitWords<Name extends AnyOptionName> = {
  readonly type: "split";
  readonly bare: readonly string[];
  /**
   * In the order in which they were typed; the value is empty where none was given, or none
   * belongs.
   */
  readonly options: readonly (readonly [name: Name, value: string])[];
};

/** Refuses an option that the command doesn't have, with the ones that it takes. */
export const unknownOption = (command: CommandName, given: string, taken: readonly AnyOptionName[]): Refusal => {
  const close = nearest(
    given,
    taken.map((one) => `--${one}`),
    2,
  );
  return { code: "unknown-option", command, given, nearest: close, taken };
};

/**
 * @example
 * splitOptions(["peft", "--lang", "en"], learnOptions); // { type: "split", bare: ["peft"],
 * options: [["lang", "en"]] }
 */
export const splitOptions = <Name extends AnyOptionName>(
  words: readonly string[],
  { command, names, named, takesValue, takesMore = () => false }: OptionsTaken<Name>,
): SplitWords<Name> | { readonly type: "refused"; readonly refusal: Refusal } => {
  const bare: string[] = [];
  const options: (readonly [Name, string])[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith("--")) {
      bare.push(word);
      continue;
    }
    const [flag = "", inline] = word.split("=", 2);
    const name = named(flag);
    if (name === undefined) return { type: "refused", refusal: unknownOption(command, flag, names) };
    const values = takesValue(name) ? [inline ?? left.shift() ?? ""] : [];
    while (takesValue(name) && takesMore(name, left[0] ?? "")) values.push(left.shift() ?? "");
    options.push([name, values.join(" ")]);
  }
  return { type: "split", bare, options };
};
