/**
 * What every part of the page draws with: the viewer's words, people's names, and what a button
 * does.
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Action } from "../../../src/cards/action.ts";
import { defaultLanguage } from "../../../src/i18n/languages.ts";
import { type Translator, translatorFor } from "../../../src/i18n/translator.ts";
import type { Message, Person, ShowRequest } from "../protocol.ts";
import type { Spot } from "./use-told.ts";

export type PageContext = {
  /** Opens the form of a question about a message. */
  readonly askAbout: (message: string) => Promise<void>;
  readonly t: Translator;
  /** What a heading of a card stands at: below the card's title, or the form's. */
  readonly heading: "h3" | "h4";
  readonly people: readonly Person[];
  /** All messages of the room: what is offered in them is what can be pressed. */
  readonly room: readonly Message[];
  /** Presses a button that stands there. */
  readonly press: (action: Action, spot: Spot) => Promise<void>;
  /** Shows how it goes to whoever is alone. */
  readonly show: (what: ShowRequest["what"]) => Promise<void>;
};

export const pageContext = createContext<PageContext>({
  t: translatorFor(defaultLanguage),
  heading: "h4",
  people: [],
  room: [],
  askAbout: async () => undefined,
  press: async () => undefined,
  show: async () => undefined,
});

export const usePage = (): PageContext => useContext(pageContext);
