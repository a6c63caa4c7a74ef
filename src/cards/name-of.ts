/** How a card names a person. */
import type { Translator } from "../i18n/translator.ts";
import { isForgotten } from "../session/forgotten.ts";
import { mention, plain, type Span, type Text } from "../text/text.ts";

/**
 * A mention, or words where the person was forgotten: no platform knows them under what stands in
 * their place.
 */
export const nameOf = (person: string, t: Translator): Span =>
  isForgotten(person) ? plain(t.messages.session.forgottenPerson) : mention(person);

/** Who said something, and whether it stands from an earlier round. */
export const signedBy = (
  { participant, kept }: { readonly participant: string; readonly kept: boolean },
  t: Translator,
): Text => [nameOf(participant, t), ...(kept ? [plain(` · ${t.messages.session.standing.kept}`)] : [])];
