/** How a content is stated in chat, asked again in other words, and mended while people respond. */
import type { Translator } from "../i18n/translator.ts";
import type { SetupName } from "../i18n/typed-words.ts";
import type { Rewording } from "../session/session.ts";
import type { Checked, Draft, Questions } from "./asking.ts";

/**
 * How the facilitator states a content when a session starts, where no pack does.
 *
 * @example
 * const draft = setup.read('"Which database?" "Postgres" "SQLite"', t);
 * setup.check(draft, t); // { type: "answer", answer: { title: { typed: "Which database?" }, … } }
 */
export type Setup<Content> = {
  readonly name: SetupName;
  /** What stands above the form. */
  readonly title: (t: Translator) => string;
  /** What is asked, filled with the draft; what can be left as it is stands behind the fold. */
  readonly form: (draft: Draft, t: Translator) => Questions;
  /** The fields that the words behind the command fill; what can't be read is left out. */
  readonly read: (words: string, t: Translator) => Draft;
  /** `source` is the address of the message that it is about, where it is about one. */
  readonly check: (draft: Draft, t: Translator, source?: string) => Checked<Content>;
  /** The fields that show a content again. Throws when it is none of the kind's. */
  readonly draftOf: (content: unknown) => Draft;
  /** What the form holds where it is asked about a message: its words, as far as there is room. */
  readonly about: (words: string) => Draft;
  /** Members may add options to what is stated. */
  readonly takesOptions?: true;
  /** What a content is called, where it is run again by its name; absent where none is. */
  readonly nameOf?: (content: unknown) => string;
  /** The name in the words behind the command. */
  readonly nameIn?: (words: string) => string;
};

/**
 * How a proposal that wasn't carried is asked again in other words. `draft` fills the form of its
 * setup; `follow` makes what was stated there the next version of it.
 */
export type Amending<Content> = { readonly draft: Draft; readonly follow: (after: Content) => Content };

/**
 * How a content that was stated in chat gets other words while people respond. `answered`: somebody
 * has responded, so that what they may have chosen stays.
 *
 * @example
 * mending.addOption(content, " MySQL ", t); // { type: "answer", answer: { …, added: ["MySQL"] } }
 */
export type Mending<Content> = {
  /** Asks for the whole of it. */
  readonly form: (content: Content, draft: Draft, answered: boolean, t: Translator) => Questions;
  readonly check: (content: Content, draft: Draft, answered: boolean, t: Translator) => Checked<Mended<Content>>;
  /** Whether the content is what the draft asks for. */
  readonly says: (content: Content, draft: Draft, t: Translator) => boolean;
  /** The content with one option more; what is wrong with it stands at `option`. */
  readonly addOption: (content: Content, label: string, t: Translator) => Checked<Mended<Content>>;
  readonly hasOption: (content: Content, label: string) => boolean;
  /** Of an option. */
  readonly optionLengthMax: number;
  /** How many options may still come to it. */
  readonly optionsLeft: (content: Content) => number;
};

/** What became of a content: which words took the place of others, and which options came to it. */
export type Mended<Content> = {
  readonly content: Content;
  readonly rewordings: readonly Rewording[];
  readonly added: readonly string[];
};
