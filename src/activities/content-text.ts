/**
 * A text of an activity's content: a pack's, in languages and with inline Markdown; or a person's,
 * shown as typed.
 */
import { z } from "zod";
import { type Localized, localized } from "../i18n/localized.ts";
import type { Translator } from "../i18n/translator.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { plain, type Text } from "../text/text.ts";

/** What a person typed: in their own language alone, and never markup. */
export type Typed = { readonly typed: string };

export type ContentText = Localized | Typed;

/** A text of which a session keeps either form, with at most `lengthMax` characters. */
export const contentText = (lengthMax: number): z.ZodType<ContentText> =>
  z.union([localized(lengthMax), z.strictObject({ typed: z.string().min(1).max(lengthMax) })]);

/**
 * The text as it is shown.
 *
 * @example
 * inlineOf({ typed: "*now*?" }, t); // [{ type: "plain", text: "*now*?" }]
 */
export const inlineOf = (text: ContentText, t: Translator): Text =>
  "typed" in text ? [plain(text.typed)] : parseInline(t.pick(text));
