/**
 * Who asks, from where, and what they are answered: the terms in which every adapter speaks with
 * the workshop.
 */
import type { Mistakes } from "../activities/asking.ts";
import type { Card } from "../cards/card.ts";
import type { Form } from "../cards/form.ts";
import type { Language } from "../i18n/languages.ts";
import type { Refusal } from "../session/refusal.ts";
import type { Text } from "../text/text.ts";

/** Where a request came from, as the adapter has verified it. */
export type Origin = {
  readonly workspace: string;
  readonly channel: string;
  readonly person: string;
  readonly language: Language;
  /** The person's IANA time zone, checked to exist. */
  readonly zone: string;
  /**
   * Names what is meant, whatever delivery it came in: a command's trigger, a button press; a form
   * brings its own nonce.
   */
  readonly intent: string;
};

/** What the person alone is shown. `done` has nothing to add to what the thread will show. */
export type Reply =
  | { readonly type: "done" }
  | { readonly type: "card"; readonly card: Card }
  | { readonly type: "form"; readonly form: Form }
  /**
   * The form stays open with what was typed, and a sentence at each field; `form` names a mistake
   * of the whole.
   */
  | { readonly type: "mistakes"; readonly mistakes: Mistakes }
  | { readonly type: "refused"; readonly text: Text; readonly code?: RefusedCode };

/** Why, for whoever counts refusals: it says no more than the text does. */
export type RefusedCode = Refusal["code"] | "fault" | "uncertain";
