/** How a card names a person. */
import type { Translator } from "../i18n/translator.ts";
import { isForgotten } from "../session/forgotten.ts";
import { mention, plain, type Span } from "../text/text.ts";

/** A mention, or words where the person was forgotten: no platform knows them under what stands in their place. */
export const nameOf = (person: string, t: Translator): Span =>
  isForgotten(person) ? plain(t.messages.session.forgottenPerson) : mention(person);
